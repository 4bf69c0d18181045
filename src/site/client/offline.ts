/** Registers the service worker that caches pages for reading offline, and marks a page that comes from its cache. */
export {}

interface PageElement {
  readonly href: string
  readonly src: string
  hidden: boolean
}
interface Worker {
  readonly ready: Promise<{ readonly active: { postMessage(message: unknown): void } | null }>
  register(address: string): Promise<unknown>
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}
declare const document: {
  getElementById(id: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
declare const location: { readonly href: string }
declare const navigator: { readonly serviceWorker?: Worker }
declare const matchMedia: (query: string) => { readonly matches: boolean }

/** Stories of a list that are cached before they are opened, if the site is installed on the home screen. */
const MOST_AHEAD = 10

const worker = navigator.serviceWorker
const note = document.getElementById('kept')
if (worker && note) {
  worker.addEventListener('message', () => {
    note.hidden = false
  })
  const files = [...document.querySelectorAll('head [href^="/static"],head [src]')].map(({ href, src }) => href || src)
  const ahead = matchMedia('(display-mode:standalone)').matches
    ? [...document.querySelectorAll('main h2 a')].slice(0, MOST_AHEAD).map(({ href }) => href)
    : []
  worker
    .register('/sw.js')
    .then(() => worker.ready)
    .then(({ active }) => active?.postMessage({ page: location.href, besides: [...files, ...ahead] }))
    // If storage is blocked, everything else still works.
    .catch(() => undefined)
}
