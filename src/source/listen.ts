import { type Agent, WebSocket } from 'undici'
import { FeedUnreachableError } from './fetch-errors.ts'

export interface ListenOptions {
  /** @returns whether to go on listening */
  readonly onMessage: (text: string) => boolean
  /** Without a message for so long there is nothing more to be heard for now. */
  readonly idleMs: number
  /** Whole time, however much is still coming. */
  readonly maxMs: number
  readonly signal?: AbortSignal
}

/**
 * Listens to a WebSocket until it falls silent, the time is over or enough was heard.
 *
 * @param dispatcher its connector decides which addresses may be reached, its `webSocket` options how long a message may be
 * @throws FeedUnreachableError where no connection comes about or it breaks; the signal's reason
 */
export function listen(url: string, dispatcher: Agent, userAgent: string, options: ListenOptions): Promise<void> {
  const { onMessage, idleMs, maxMs, signal } = options
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { dispatcher, headers: { 'user-agent': userAgent } })
    let isOpen = false
    let idle: NodeJS.Timeout | undefined
    const limit = setTimeout(() => (isOpen ? end() : fail('no connection in time')), maxMs)
    const end = (error?: unknown): void => {
      clearTimeout(limit)
      clearTimeout(idle)
      signal?.removeEventListener('abort', onAbort)
      socket.onmessage = null
      socket.close()
      if (error === undefined) resolve()
      else reject(error)
    }
    const fail = (reason: string, cause?: unknown): void => end(new FeedUnreachableError(url, reason, cause))
    const onAbort = (): void => end(signal?.reason)
    const rest = (): void => {
      clearTimeout(idle)
      idle = setTimeout(end, idleMs)
    }
    if (signal?.aborted) return onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
    socket.onopen = () => {
      isOpen = true
      rest()
    }
    socket.onmessage = ({ data }) => {
      rest()
      if (typeof data === 'string' && !onMessage(data)) end()
    }
    socket.onerror = (event) => fail('the connection broke', 'error' in event ? event.error : undefined)
    socket.onclose = () => (isOpen ? end() : fail('the server refused the connection'))
  })
}
