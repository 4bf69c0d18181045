/** An event of a stream (HTML Living Standard, 9.2), its data truncated. */
export interface StreamEvent {
  /** `message` where the stream names none. */
  readonly type: string
  readonly data: string
}

/** Characters kept of an event's data: what wakes a poll is at its beginning, and a stream may send a line without end. */
export const MAX_EVENT_DATA = 8_000
const MAX_FIELD = 20

/**
 * Creates a parser for the text of a `text/event-stream`, in whatever pieces it arrives.
 *
 * @returns a function that takes a piece and returns the events that it completes, each with at most `MAX_EVENT_DATA` characters of data
 */
export function createEventReader(): (text: string) => readonly StreamEvent[] {
  let line = ''
  let lineLength = 0
  let type = ''
  let data = ''
  let hasData = false
  let afterReturn = false

  const endLine = (): StreamEvent | undefined => {
    const ended = line
    const isEmpty = lineLength === 0
    line = ''
    lineLength = 0
    if (isEmpty) {
      const event = hasData ? { type: type || 'message', data } : undefined
      type = ''
      data = ''
      hasData = false
      return event
    }
    const colon = ended.indexOf(':')
    const field = colon < 0 ? ended : ended.slice(0, colon)
    const value = colon < 0 ? '' : ended.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') type = value.slice(0, 100)
    else if (field === 'data') {
      data = (hasData ? `${data}\n${value}` : value).slice(0, MAX_EVENT_DATA)
      hasData = true
    }
    return undefined
  }

  return (text) => {
    const events: StreamEvent[] = []
    let start = 0
    const add = (end: number) => {
      lineLength += end - start
      if (line.length < MAX_EVENT_DATA + MAX_FIELD)
        line += text.slice(start, Math.min(end, start + MAX_EVENT_DATA + MAX_FIELD))
    }
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code !== 0x0a && code !== 0x0d) {
        afterReturn = false
        continue
      }
      if (code === 0x0a && afterReturn) {
        // The LF of a CR LF.
        afterReturn = false
        start = at + 1
        continue
      }
      afterReturn = code === 0x0d
      add(at)
      start = at + 1
      const event = endLine()
      if (event) events.push(event)
    }
    add(text.length)
    return events
  }
}
