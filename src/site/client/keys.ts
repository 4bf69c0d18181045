/**
 * Keyboard shortcuts of readers: through the stories of a list, through those of the list that one came from, back up, search,
 * help. They follow links that are on the page anyway; everything works without them.
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

/** Headlines of lists, of stories as a rule, that are not folded; and the way to the list's next page. */
const STOPS = 'main :is(li :is(h2,h3,h4)>a:not(details:not([open]) *),a[rel=next])'

const dialog = document.getElementById('keys')
const opener = document.getElementById('keys-open')
const isOn = document.getElementById('keys-on')
if (dialog && opener && isOn) listen(dialog, opener, isOn)

function listen(dialog: PageElement, opener: PageElement, isOn: PageElement): void {
  const help = () => {
    dialog.showModal()
    // Not the switch, which a blank would turn.
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
  // Also when a page comes back as it was left.
  addEventListener('pageshow', () => {
    isOn.checked = stored(() => localStorage.keys) !== 'off'
    keepList()
    findAgain()
  })
  document.addEventListener('keydown', (event) => {
    const { key, code, altKey, ctrlKey, metaKey, isComposing, target } = event
    if (!isOn.checked || dialog.open || altKey || ctrlKey || metaKey || isComposing) return
    if (target.closest('input,select,textarea')) return
    // Where a layout has no Latin letters the place of the key is meant.
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

/** To the next headline or the one before; from the first one in sight where none has the focus. */
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

/** Back in a list, the story that one comes from has the focus: a browser gives it to nothing that cannot have it. */
function findAgain(): void {
  const [, id] = /^#s(\d+)$/.exec(location.hash) ?? []
  if (!id || document.activeElement !== document.body) return
  const links = stops().filter((link) => storyId(link.getAttribute('href')) === id)
  links.at(-1)?.focus()
}

/** A list of stories is kept for its tab: its address, then those of the stories. */
function keepList(): void {
  const stories = stops().map((link) => link.getAttribute('href'))
  if (storyId(location.pathname) || !stories.some(storyId)) return
  stored(
    () => (sessionStorage.list = JSON.stringify([location.pathname + location.search, ...stories.filter(storyId)])),
  )
}

/** The list that the reader came from; empty if there is none. */
function keptList(): readonly string[] {
  return stored(() => JSON.parse(sessionStorage.list ?? '[]')) ?? []
}

/** @returns the story beside this one in the list, else in its saga */
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

/** What a browser keeps for the site, unless its reader has blocked that. */
function stored<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
