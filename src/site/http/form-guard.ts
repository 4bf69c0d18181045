import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { HOUR_MS, type Instant } from '../../lib/instant.ts'

/** Largest body of a form that is read. */
export const MAX_FORM_BYTES = 64_000
/** Lifetime of a form token: a form left open over lunch can still be sent. */
const TOKEN_LIFE_MS = 4 * HOUR_MS

/**
 * Whether a POST comes from a page of this site, by the headers `Sec-Fetch-Site` (Fetch Metadata) or else `Origin` (RFC 6454, section 7),
 * which pages of other sites cannot forge. A program that sends neither is no browser, and has no cookies of ours to abuse.
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

/** Creates a token for a form that needs no account: for one purpose, valid for `TOKEN_LIFE_MS`. */
export function formToken(secret: string, purpose: string, now: Instant): string {
  return `${now.toString(36)}.${mark(secret, purpose, now)}`
}

/** @returns whether `formToken` made the token for this purpose, and it is still valid */
export function isFormToken(secret: string, purpose: string, token: string, now: Instant): boolean {
  const [time = '', given = ''] = token.split('.', 2)
  const madeAt = Number.parseInt(time, 36)
  if (!(madeAt <= now && madeAt > now - TOKEN_LIFE_MS)) return false
  return isSame(given, mark(secret, purpose, madeAt))
}

/** @returns whether a posted form comes from a page of this site and has a valid token for the purpose */
export function isOwnForm(
  c: Context,
  form: FormFields | undefined,
  { secret, purpose, now }: { readonly secret: string; readonly purpose: string; readonly now: Instant },
): form is FormFields {
  return form !== undefined && isSameOrigin(c) && isFormToken(secret, purpose, form.text('token'), now)
}

/** Compares two strings in a time that does not reveal where they differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function mark(secret: string, purpose: string, madeAt: Instant): string {
  return createHmac('sha256', secret).update(`${purpose}\n${madeAt}`).digest('base64url')
}

/** Result of reading a form: `tooLarge` if the body exceeds the limit, undefined if it is not a form. */
export type ReadForm = FormFields | 'tooLarge' | undefined

/** Reads a form of at most `MAX_FORM_BYTES`; undefined if the body is larger or not a form. */
export async function readForm(c: Context): Promise<FormFields | undefined> {
  const form = await readFormOf(c, MAX_FORM_BYTES)
  return form === 'tooLarge' ? undefined : form
}

/** Reads a URL-encoded form. @param most largest body in bytes */
export async function readFormOf(c: Context, most: number): Promise<ReadForm> {
  const body = await readTyped(c, 'application/x-www-form-urlencoded', most)
  if (body === 'tooLarge') return body
  return body && new FormFields(new URLSearchParams(Buffer.from(body).toString('utf8')))
}

/** Reads a multipart form, which may have files (RFC 7578). @param most largest body in bytes */
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

/** Reads a stream and counts its bytes, as `Content-Length` may be wrong. @returns undefined for more than `most` bytes */
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

  /** @returns the content of a file; undefined if none was sent */
  file(name: string): Uint8Array | undefined {
    return this.#files.get(name)
  }

  /** @returns the last value of a field, trimmed; empty if the field is absent */
  text(name: string): string {
    return (this.#fields.getAll(name).at(-1) ?? '').trim()
  }

  texts(name: string): readonly string[] {
    return this.#fields.getAll(name)
  }
}
