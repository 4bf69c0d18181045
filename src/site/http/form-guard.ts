import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { HOUR_MS, type Instant } from '../../lib/instant.ts'

/** Largest form read. */
export const MAX_FORM_BYTES = 64_000
/** A page left open over lunch can still be sent. */
const TOKEN_LIFE_MS = 4 * HOUR_MS

/**
 * Whether a POST comes from a page of this site: browsers say so themselves (Fetch Metadata, RFC 6454 section 7), and a page of
 * another site cannot make them say otherwise. A program that says nothing has no cookies of ours to abuse.
 */
export function isSameOrigin(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return new URL(origin).host === host
}

/** A token for a form that needs no account: made for one purpose, good for hours. */
export function formToken(secret: string, purpose: string, now: Instant): string {
  return `${now.toString(36)}.${mark(secret, purpose, now)}`
}

/** @returns whether the token was made here, for this purpose, not long ago */
export function isFormToken(secret: string, purpose: string, token: string, now: Instant): boolean {
  const [time = '', given = ''] = token.split('.', 2)
  const madeAt = Number.parseInt(time, 36)
  if (!(madeAt <= now && madeAt > now - TOKEN_LIFE_MS)) return false
  return isSame(given, mark(secret, purpose, madeAt))
}

/** @returns whether a posted form comes from a page of this site that was made for the purpose, not long ago */
export function isOwnForm(
  c: Context,
  form: FormFields | undefined,
  { secret, purpose, now }: { readonly secret: string; readonly purpose: string; readonly now: Instant },
): form is FormFields {
  return form !== undefined && isSameOrigin(c) && isFormToken(secret, purpose, form.text('token'), now)
}

/** In a time that does not tell where they differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function mark(secret: string, purpose: string, madeAt: Instant): string {
  return createHmac('sha256', secret).update(`${purpose}\n${madeAt}`).digest('base64url')
}

/** What a form is read to: `tooLarge` for a body of more bytes than are read; undefined for what is no form. */
export type ReadForm = FormFields | 'tooLarge' | undefined

/**
 * Fields of a form by name, the last where one comes twice; undefined for a body that is too long or no form.
 */
export async function readForm(c: Context): Promise<FormFields | undefined> {
  const form = await readFormOf(c, MAX_FORM_BYTES)
  return form === 'tooLarge' ? undefined : form
}

/** @param most bytes that are read */
export async function readFormOf(c: Context, most: number): Promise<ReadForm> {
  const body = await readTyped(c, 'application/x-www-form-urlencoded', most)
  if (body === 'tooLarge') return body
  return body && new FormFields(new URLSearchParams(Buffer.from(body).toString('utf8')))
}

/** As `readFormOf`, of a form with files (RFC 7578). */
export async function readUpload(c: Context, most: number): Promise<ReadForm> {
  const body = await readTyped(c, 'multipart/form-data', most)
  if (body === undefined || body === 'tooLarge') return body
  const headers = { 'Content-Type': c.req.header('content-type')! }
  const data = await new Response(body as Uint8Array<ArrayBuffer>, { headers }).formData().catch(() => undefined)
  if (data === undefined) return undefined
  const fields = new URLSearchParams()
  const files = new Map<string, Uint8Array>()
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.append(name, value)
    else files.set(name, new Uint8Array(await value.arrayBuffer()))
  }
  return new FormFields(fields, files)
}

async function readTyped(c: Context, wanted: string, most: number): Promise<Uint8Array | 'tooLarge' | undefined> {
  if (!c.req.header('content-type')?.startsWith(wanted)) return undefined
  if (Number(c.req.header('content-length') ?? 0) > most) return 'tooLarge'
  return (await readAtMost(c.req.raw.body, most)) ?? 'tooLarge'
}

/** The length that is announced need not be true. @returns undefined for a body of more than `most` bytes */
export async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export class FormFields {
  readonly #fields: URLSearchParams
  readonly #files: ReadonlyMap<string, Uint8Array>

  constructor(fields: URLSearchParams, files: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#fields = fields
    this.#files = files
  }

  /** @returns what a file holds; undefined where none was sent */
  file(name: string): Uint8Array | undefined {
    return this.#files.get(name)
  }

  /** Trimmed; empty where it is absent. */
  text(name: string): string {
    return (this.#fields.getAll(name).at(-1) ?? '').trim()
  }

  texts(name: string): readonly string[] {
    return this.#fields.getAll(name)
  }
}
