/**
 * The "3 new stories" bar: listens to the site's event stream and offers the new page; it never changes the one being
 * read. Everything works without it.
 */
export {}

interface Listener {
  addEventListener(
    type: string,
    listener: (event: { readonly data: string; readonly lastEventId: string }) => void,
  ): void
  close(): void
}
interface PageElement {
  readonly dataset: Readonly<Record<string, string | undefined>>
  textContent: string | null
  append(...nodes: unknown[]): void
  replaceChildren(...nodes: unknown[]): void
  href: string
  className: string
}
declare const document: {
  readonly body: PageElement
  hidden: boolean
  title: string
  getElementById(id: string): PageElement | null
  createElement(name: string): PageElement
  addEventListener(type: string, listener: () => void): void
}
declare const location: { readonly pathname: string; readonly search: string }
declare const EventSource: new (url: string) => Listener

/** Debounce: a burst of events changes the bar once, and screen readers announce it once. */
const QUIET_MS = 1_000
/** A page in a background tab closes its connection after this long; it catches up when shown again. */
const HIDDEN_MS = 60_000

const bar = document.getElementById('live')
if (bar) follow(bar)

function follow(bar: PageElement): void {
  const fresh = new Set<number>()
  let after = document.body.dataset.seq ?? '0'
  let stream: Listener | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = 0

  function listen(): void {
    if (stream) return
    stream = new EventSource(`/events?after=${after}&${location.search.slice(1)}`)
    stream.addEventListener('story', ({ data, lastEventId }) => {
      after = lastEventId || after
      const { type, storyId, listed, into } = JSON.parse(data)
      // Set on events that bring a story: whether the list at this address shows it.
      if (listed) fresh.add(storyId)
      if ((type === 'merged' && into !== storyId) || type === 'held' || type === 'off-beat') fresh.delete(storyId)
      clearTimeout(timer)
      timer = setTimeout(show, QUIET_MS)
    })
    stream.addEventListener('reset', () => {
      stream?.close()
      stream = undefined
    })
  }

  function show(): void {
    const count = fresh.size
    if (count === shown) return
    shown = count
    if (count === 0) {
      bar.replaceChildren()
      return
    }
    const { lang = 'en', one = '', other = '', since = '' } = bar.dataset
    const form = new Intl.PluralRules(lang).select(count) === 'one' ? one : other
    const line = document.createElement('p')
    const link = document.createElement('a')
    const words = document.createElement('b')
    line.className = 'live'
    link.href = location.pathname + location.search
    words.textContent = form.replace('#', new Intl.NumberFormat(lang).format(count))
    link.append(words)
    line.append(link, ` ${since}`)
    bar.replaceChildren(line)
  }

  let away: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(away)
    if (!document.hidden) return listen()
    away = setTimeout(() => {
      stream?.close()
      stream = undefined
    }, HIDDEN_MS)
  })
  listen()
}
