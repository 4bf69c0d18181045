import { Readable } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { BodyTooLargeError } from './fetch-errors.ts'

/** What we ask for and can undo. */
export const ACCEPT_ENCODING = 'gzip, br, deflate'

/**
 * Reads a body to its end, undoing its compression as it comes.
 *
 * @param maxBodyBytes limit on the decompressed size, so that a compression bomb stops there
 * @throws BodyTooLargeError beyond the limit; zlib's error for damaged compression
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  { url, maxBodyBytes }: { url: string; maxBodyBytes: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of decompressed(body, contentEncoding)) {
    length += chunk.length
    if (length > maxBodyBytes) {
      body.destroy()
      throw new BodyTooLargeError(url, maxBodyBytes)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

function decompressed(body: Readable, contentEncoding: string | undefined): AsyncIterable<Uint8Array> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const undo = encodings.filter((name) => name !== '' && name !== 'identity')
  if (undo.length > 1)
    throw new Error(`Content-Encoding ${JSON.stringify(contentEncoding?.slice(0, 80))} is more than one`)
  const encoding = undo[0]
  if (encoding === undefined) return body
  if (encoding === 'deflate') return inflated(body)
  // A stream cut short still gives what came: the parser keeps every complete entry.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
  if (encoding === 'gzip' || encoding === 'x-gzip') return through(body, createGunzip(lenient))
  if (encoding === 'br') return through(body, createBrotliDecompress())
  throw new Error(`Content-Encoding ${JSON.stringify(encoding.slice(0, 80))} is none we asked for`)
}

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
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
  yield* through(Readable.from(whole()), isZlib ? createInflate(lenient) : createInflateRaw(lenient))
}
