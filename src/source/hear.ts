import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { type Dispatcher, request } from 'undici'
import { createEventReader, type StreamEvent } from './event-stream.ts'
import { FeedUnreachableError } from './fetch-errors.ts'

/** The server refused the stream; the status says why. */
export class StreamRefusedError extends Error {
  override readonly name = 'StreamRefusedError'

  constructor(
    readonly url: string,
    readonly status: number,
    /** By lower-case name. */
    readonly headers: ReadonlyMap<string, string>,
  ) {
    super(`GET ${url} gave no stream: ${status}`)
  }
}

/** A stream sends more bytes a minute than allowed. */
export class StreamTooFastError extends Error {
  override readonly name = 'StreamTooFastError'

  constructor(
    readonly url: string,
    readonly maxBytesPerMinute: number,
  ) {
    super(`The stream ${url} brought more than ${maxBytesPerMinute} bytes in a minute.`)
  }
}

export interface HearOptions {
  /** Called when the stream has begun. */
  readonly onOpen?: () => void
  readonly onEvent: (event: StreamEvent) => void
  /** Silence after which a stream counts as dead; servers send a byte every fifteen seconds or so. */
  readonly idleMs: number
  readonly maxBytesPerMinute: number
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** The result of one request: a redirect, or undefined for a stream that was read to its end. */
export type Heard = { readonly location: string } | undefined

/**
 * Reads one `text/event-stream` to its end, which for most never comes.
 *
 * @param dispatcher its connector decides which addresses may be reached
 * @throws StreamRefusedError, StreamTooFastError, FeedUnreachableError after a silence of `idleMs`, what `request` throws; the signal's reason
 */
export async function hear(url: URL, dispatcher: Dispatcher, options: HearOptions): Promise<Heard> {
  const { onEvent, idleMs, maxBytesPerMinute, signal } = options
  const silence = new AbortController()
  const anySignal = AbortSignal.any([signal, silence.signal])
  let idle: NodeJS.Timeout | undefined
  const wait = () => {
    clearTimeout(idle)
    idle = setTimeout(() => silence.abort(new FeedUnreachableError(url.href, 'the stream fell silent')), idleMs)
  }
  wait()
  try {
    const response = await request(url, {
      ...{ dispatcher, signal: anySignal, bodyTimeout: 0, headersTimeout: idleMs },
      headers: { accept: 'text/event-stream', 'cache-control': 'no-cache', ...options.headers },
    })
    const body = response.body as Readable
    const headers = new Map<string, string>()
    for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value))
    const isStream = response.statusCode === 200 && /^text\/event-stream\b/i.test(headers.get('content-type') ?? '')
    if (!isStream) {
      body.on('error', () => undefined).destroy()
      const location = headers.get('location')
      if (response.statusCode >= 300 && response.statusCode < 400 && location) return { location }
      throw new StreamRefusedError(url.href, response.statusCode, headers)
    }
    options.onOpen?.()
    const decoder = new StringDecoder('utf8')
    const read = createEventReader()
    let minute = 0
    let bytes = 0
    for await (const chunk of body as AsyncIterable<Buffer>) {
      wait()
      const now = Math.floor(performance.now() / 60_000)
      bytes = now === minute ? bytes + chunk.length : chunk.length
      minute = now
      if (bytes > maxBytesPerMinute) throw new StreamTooFastError(url.href, maxBytesPerMinute)
      for (const event of read(decoder.write(chunk))) onEvent(event)
    }
    return undefined
  } catch (error) {
    if (silence.signal.aborted && !signal.aborted) throw silence.signal.reason
    throw error
  } finally {
    clearTimeout(idle)
  }
}
