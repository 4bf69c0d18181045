import { Readable } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { BodyTooLargeError, EncodingError, NoRoomError } from './fetch-errors.ts'

/** What we ask for and can undo. */
export const ACCEPT_ENCODING = 'gzip, br, deflate'

export interface BodyLimits {
  readonly url: string
  /** Of the decompressed body, so that a compression bomb stops there. */
  readonly maxBodyBytes: number
  /** Reading ends after so many bytes, or as many as it may, without an error. */
  readonly readBytes?: number
  /** Told of the bytes as they come. @returns whether there is room for them */
  readonly hold?: (bytes: number) => boolean
}

/**
 * Reads a body to its end, undoing its compression as it comes. A gzip file (`sitemap.xml.gz`), or what was compressed twice and says so
 * once, is opened too.
 *
 * @throws BodyTooLargeError, NoRoomError beyond the limits; EncodingError for a compression that cannot be undone; zlib's error for one that is damaged
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const bytes = await wholeBody(decompressed(body, contentEncoding), body, limits)
  if (!isGzip(bytes)) return bytes
  const file = Readable.from([bytes])
  return wholeBody(through(file, createGunzip(LENIENT)), file, limits)
}

async function wholeBody(
  pieces: AsyncIterable<Uint8Array>,
  body: Readable,
  { url, maxBodyBytes, readBytes, hold }: BodyLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const most = Math.min(readBytes ?? maxBodyBytes, maxBodyBytes)
  let length = 0
  for await (const chunk of pieces) {
    length += chunk.length
    if (length > most && readBytes === undefined) {
      body.destroy()
      throw new BodyTooLargeError(url, maxBodyBytes)
    }
    if (hold?.(chunk.length) === false) {
      body.destroy()
      throw new NoRoomError(url)
    }
    chunks.push(chunk)
    if (readBytes === undefined || length < most) continue
    body.on('error', () => undefined).destroy()
    return Buffer.concat(chunks, most)
  }
  return Buffer.concat(chunks, length)
}

/** RFC 1952, 2.3.1: no feed, page or list begins so. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/** A stream cut short still gives what came: the parser keeps every complete entry. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH }

/** RFC 9110, 8.4: any number may be listed, in the order in which they were applied. A proxy adds one to that of the server; more are an attack. */
const MOST_ENCODINGS = 2

/** @throws EncodingError */
function decompressed(body: Readable, contentEncoding: string | undefined): Readable {
  const listed = (contentEncoding ?? '').toLowerCase().split(',')
  const names = listed.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity')
  const undo = names.map((name) => UNDO.get(name))
  if (names.length > MOST_ENCODINGS || !undo.every((each) => each !== undefined)) {
    body.on('error', () => undefined).destroy()
    throw new EncodingError(contentEncoding!)
  }
  return undo.reduceRight((stream, each) => each(stream), body)
}

const UNDO: ReadonlyMap<string, (body: Readable) => Readable> = new Map([
  ['gzip', (body: Readable) => through(body, createGunzip(LENIENT))],
  ['x-gzip', (body: Readable) => through(body, createGunzip(LENIENT))],
  ['br', (body: Readable) => through(body, createBrotliDecompress())],
  ['deflate', (body: Readable) => Readable.from(inflated(body), { objectMode: false })],
])

function through(body: Readable, transform: NodeJS.ReadWriteStream & Readable): Readable {
  body.on('error', (error) => transform.destroy(error))
  transform.on('close', () => body.destroy())
  return body.pipe(transform)
}

/** `deflate` means zlib (RFC 9110, 8.4.1.2), but some servers send it bare: the first byte tells. */
async function* inflated(body: Readable): AsyncIterable<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await chunks.next()
  if (first.done) return
  const isZlib = (first.value[0]! & 0x0f) === 8
  const whole = async function* (): AsyncIterable<Buffer> {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  yield* through(Readable.from(whole()), isZlib ? createInflate(LENIENT) : createInflateRaw(LENIENT))
}
