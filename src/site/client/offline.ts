/** Lets pages be read again without a connection, and says where one is shown as it was kept. */
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

/** Stories of a list that are kept before they are opened, where the site was put on the home screen. */
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
    // Where nothing may be stored, everything else goes on.
    .catch(() => undefined)
}
