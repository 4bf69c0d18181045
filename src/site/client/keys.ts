/**
 * Keyboard shortcuts: through the headlines of a list, to the next or previous story of the list that the reader came from, back to that
 * list, save, search, help. They only use links, buttons and fields of the page, which works without them.
 */
export {}

interface PageElement {
  readonly href: string
  readonly open: boolean
  checked: boolean
  hidden: boolean
  click(): void
  closest(selector: string): PageElement | null
  contains(other: unknown): boolean
  focus(): void
  querySelector(selector: string): PageElement | null
  getAttribute(name: string): string | null
  getBoundingClientRect(): { readonly top: number }
  scrollIntoView(options: { readonly block: 'nearest' }): void
  select(): void
  showModal(): void
  addEventListener(type: string, listener: () => void): void
}
interface KeyEvent {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
  readonly target: PageElement
  preventDefault(): void
}
declare const document: {
  readonly activeElement: unknown
  readonly body: unknown
  getElementById(id: string): PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  addEventListener(type: string, listener: (event: KeyEvent) => void): void
}
declare const location: { readonly pathname: string; readonly search: string; readonly hash: string; href: string }
declare const localStorage: { keys?: string }
declare const sessionStorage: { list?: string }
declare function addEventListener(type: string, listener: () => void): void

/** What `j` and `k` stop at: headlines in lists that are not folded away, and the link to the list's next page. */
const STOPS = 'main :is(li :is(h2,h3,h4)>a:not(details:not([open]) *),a[rel=next])'

const dialog = document.getElementById('keys')
const opener = document.getElementById('keys-open')
const isOn = document.getElementById('keys-on')
if (dialog && opener && isOn) listen(dialog, opener, isOn)

function listen(dialog: PageElement, opener: PageElement, isOn: PageElement): void {
  const help = () => {
    dialog.showModal()
    // Focus the button, not the switch, which the space bar would toggle.
    dialog.querySelector('button')?.focus()
  }
  const acts: Readonly<Record<string, () => void>> = {
    j: () => step(1),
    k: () => step(-1),
    o: () => (stops().find(isActive) ?? document.querySelector('.go'))?.click(),
    n: () => go(neighbour(1)),
    p: () => go(neighbour(-1)),
    u: () => storyId(location.pathname) && go(wayUp()),
    s: () => (document.querySelector('#saved button') ?? activeRow()?.querySelector('[form]'))?.click(),
    '/': search,
    '?': help,
  }
  opener.hidden = false
  opener.addEventListener('click', help)
  isOn.addEventListener('change', () => stored(() => (localStorage.keys = isOn.checked ? 'on' : 'off')))
  // `pageshow` also fires when a page comes back from the back/forward cache.
  addEventListener('pageshow', () => {
    isOn.checked = stored(() => localStorage.keys) !== 'off'
    keepList()
    findAgain()
  })
  document.addEventListener('keydown', (event) => {
    const { key, code, altKey, ctrlKey, metaKey, isComposing, target } = event
    if (!isOn.checked || dialog.open || altKey || ctrlKey || metaKey || isComposing) return
    if (target.closest('input,select,textarea')) return
    // On a keyboard layout without Latin letters, the position of the key counts.
    const act = acts[key.length === 1 && key > '~' ? code.slice(3).toLowerCase() : key]
    if (!act) return
    event.preventDefault()
    act()
  })
}

const stops = () => [...document.querySelectorAll(STOPS)]
const rowOf = (link: PageElement) => link.closest('li') ?? link
const activeRow = () => stops().filter(isActive).map(rowOf)[0]
const isActive = (link: PageElement) => rowOf(link).contains(document.activeElement)
/** `/s/12-slug?since=3` → `12` */
const storyId = (path: string | null | undefined) => /^\/s\/(\d+)/.exec(path ?? '')?.[1]

/** Moves the focus to the next or previous headline, starting from the first one in view if none has the focus. */
function step(by: 1 | -1): void {
  const all = stops()
  const at = all.findIndex(isActive)
  const below = all.findIndex((link) => link.getBoundingClientRect().top >= 0)
  const from = below < 0 ? all.length : below
  const link = all[at < 0 ? (by > 0 ? from : from - 1) : at + by]
  if (!link) return
  rowOf(link).scrollIntoView({ block: 'nearest' })
  link.focus()
}

/** Focuses the headline of the story in `#s12`, for readers who return to a list: the list item itself cannot take the focus. */
function findAgain(): void {
  const [, id] = /^#s(\d+)$/.exec(location.hash) ?? []
  if (!id || document.activeElement !== document.body) return
  const links = stops().filter((link) => storyId(link.getAttribute('href')) === id)
  links.at(-1)?.focus()
}

/** Stores the list of stories on this page for its tab: its address, then those of the stories. */
function keepList(): void {
  const stories = stops().map((link) => link.getAttribute('href'))
  if (storyId(location.pathname) || !stories.some(storyId)) return
  stored(
    () => (sessionStorage.list = JSON.stringify([location.pathname + location.search, ...stories.filter(storyId)])),
  )
}

/** Returns the list that the reader came from, as `keepList` stored it; empty if there is none. */
function keptList(): readonly string[] {
  return stored(() => JSON.parse(sessionStorage.list ?? '[]')) ?? []
}

/** @returns the address of the story next to this one in the list, else in its saga */
function neighbour(by: 1 | -1): string | undefined {
  const stories = keptList().map(storyId)
  const id = storyId(location.pathname)
  const at = id ? stories.lastIndexOf(id) : -1
  if (at > 0) return keptList().slice(1)[at - 1 + by]
  return document.querySelector(`article a[rel=${by > 0 ? 'next' : 'prev'}]`)?.href
}

function wayUp(): string {
  const [path = '/', ...stories] = keptList()
  const id = storyId(location.pathname)
  return stories.map(storyId).includes(id) ? `${path}#s${id}` : path
}

function go(href: string | undefined): void {
  if (href) location.href = href
}

function search(): void {
  const field = document.querySelector('input[type=search]')
  field?.focus()
  field?.select()
  if (!field) go('/search#q')
}

/** Reads or writes the browser's storage; returns undefined if the reader has blocked it. */
function stored<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
