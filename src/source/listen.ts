import type { Socket } from 'node:net'
import { Agent, type buildConnector, WebSocket } from 'undici'
import { BodyTooLargeError, FeedUnreachableError } from './fetch-errors.ts'

/** Maximum size of a message; a post with all its facets is a tenth of that. */
const MAX_MESSAGE_BYTES = 1_000_000
/** Maximum bytes received by one call, pings and binary messages included: twice the most that a poll takes. */
const MAX_HEARD_BYTES = 10_000_000
const COUNT_EVERY_MS = 100
/** How long a server has to close its side of the connection. */
const FAREWELL_MS = 500

export interface ListenOptions {
  /** @returns whether to go on listening */
  readonly onMessage: (text: string) => boolean
  /** Silence, in milliseconds, after which there is no more to come for now; called after each message. */
  readonly idleMs: () => number
  /** Limit of the whole time, however much is still coming. */
  readonly maxMs: number
  readonly signal?: AbortSignal
}

/**
 * Listens to a WebSocket until it falls silent, the time is up, or `onMessage` returns false.
 *
 * @param connect decides which addresses may be reached
 * @returns for how long it was silent at the end, in milliseconds
 * @throws FeedUnreachableError where the connection fails or breaks, BodyTooLargeError beyond 10 MB; the signal's reason
 */
export async function listen(
  url: string,
  connect: buildConnector.connector,
  userAgent: string,
  options: ListenOptions,
): Promise<number> {
  const sockets: Socket[] = []
  const dispatcher = new Agent({
    connect: (target, callback) =>
      connect(target, (...connected) => {
        if (connected[1] !== null) sockets.push(connected[1])
        callback(...connected)
      }),
    webSocket: { maxPayloadSize: MAX_MESSAGE_BYTES },
  })
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  try {
    return await hearOut(url, dispatcher, userAgent, options, () =>
      sockets.reduce((sum, each) => sum + each.bytesRead, 0),
    )
  } catch (error) {
    if (error instanceof BodyTooLargeError) hangUp()
    throw error
  } finally {
    // A server that ignored our closing went on sending for ever, 2 GB in five seconds, and the next poll opened another connection.
    if (sockets.some((socket) => !socket.destroyed)) setTimeout(hangUp, FAREWELL_MS).unref()
    void dispatcher.destroy().catch(() => undefined)
  }
}

function hearOut(
  url: string,
  dispatcher: Agent,
  userAgent: string,
  options: ListenOptions,
  heardBytes: () => number,
): Promise<number> {
  const { onMessage, idleMs, maxMs, signal } = options
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { dispatcher, headers: { 'user-agent': userAgent } })
    let isOpen = false
    let idle: NodeJS.Timeout | undefined
    let heardAt = performance.now()
    const limit = setTimeout(() => (isOpen ? end() : fail('no connection in time')), maxMs)
    const count = setInterval(() => {
      if (heardBytes() > MAX_HEARD_BYTES) end(new BodyTooLargeError(url, MAX_HEARD_BYTES))
    }, COUNT_EVERY_MS)
    const end = (error?: unknown): void => {
      clearTimeout(limit)
      clearInterval(count)
      clearTimeout(idle)
      signal?.removeEventListener('abort', onAbort)
      socket.onmessage = null
      socket.close()
      if (error === undefined) resolve(performance.now() - heardAt)
      else reject(error)
    }
    const fail = (reason: string, cause?: unknown): void => end(new FeedUnreachableError(url, reason, cause))
    const onAbort = (): void => end(signal?.reason)
    const rest = (): void => {
      clearTimeout(idle)
      heardAt = performance.now()
      idle = setTimeout(end, idleMs())
    }
    if (signal?.aborted) return onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
    socket.onopen = () => {
      isOpen = true
      rest()
    }
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string' && !onMessage(data)) return end()
      rest()
    }
    socket.onerror = (event) => fail('the connection broke', 'error' in event ? event.error : undefined)
    socket.onclose = () => (isOpen ? end() : fail('the server refused the connection'))
  })
}
