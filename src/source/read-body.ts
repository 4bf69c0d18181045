import { Readable } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { BodyTooLargeError, EncodingError, NoRoomError } from './fetch-errors.ts'

/** The content encodings that we ask for. */
export const ACCEPT_ENCODING = 'gzip, br, deflate'

export interface BodyLimits {
  readonly url: string
  /** Limit of the decompressed body, which stops a compression bomb. */
  readonly maxBodyBytes: number
  /** Bytes after which reading ends without an error, at most `maxBodyBytes`. */
  readonly readBytes?: number
  /** Called with the number of bytes as they arrive. @returns whether there is room for them */
  readonly hold?: (bytes: number) => boolean
}

/**
 * Reads a body to its end, decompressing it as it arrives. A gzip file (`sitemap.xml.gz`), or a body that was compressed twice but declares
 * it once, is decompressed too.
 *
 * @throws BodyTooLargeError, NoRoomError beyond the limits; EncodingError for an unknown encoding; zlib's error for damaged data
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

/** Whether bytes begin like a gzip file (RFC 1952, 2.3.1), as no feed, page or list does. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/** Makes a truncated stream yield what came, of which the parser keeps every complete entry. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH }

/** Maximum number of encodings, which are listed in the order applied (RFC 9110, 8.4). A proxy adds one to the server's; more are an attack. */
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

/** Decompresses `deflate`: it means zlib (RFC 9110, 8.4.1.2), but some servers send raw deflate. The first byte tells them apart. */
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
