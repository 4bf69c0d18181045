import { uiLanguage } from './messages.ts'
import { addQuery, paths, withQuery } from './paths.ts'

/** Fixed pages, by the words that people type for them. */
const PAGES: Readonly<Record<string, string>> = {
  ...named(
    paths.front,
    'home',
    'index',
    'index.html',
    'index.php',
    'front',
    'news',
    's',
    'story',
    'stories',
    'latest',
    'top',
  ),
  ...named('/brief', 'briefs', 'briefing', 'today', 'daily', 'edition'),
  ...named(paths.archive(), 'archives', 'editions', 'past', 'calendar'),
  ...named(paths.pulse, 'social', 'community', 'trending'),
  ...named(paths.hubs, 'hubs', 'city', 'cities', 'place', 'places', 'region', 'regions'),
  ...named(paths.compareForm, 'compare', 'comparison', 'hubs/compare'),
  ...named(paths.decide, 'decide', 'decision', 'guide', 'hubs/decide'),
  ...named(paths.sources, 'source', 'feeds', 'publishers'),
  ...named(paths.methods, 'method', 'methodology', 'about', 'how', 'how-it-works', 'faq', 'help'),
  ...named(paths.search, 'find', 'entity', 'entities', 'names'),
  ...named(paths.status, 'health', 'uptime'),
  ...named(paths.corrections, 'correction', 'errata'),
  ...named(paths.saved, 'bookmarks', 'favorites', 'favourites', 'read-later', 'list'),
  ...named(paths.hiddenWords, 'hide', 'mute', 'muted', 'filter', 'filters', 'block'),
  ...named(paths.subscribe, 'newsletter', 'email', 'mail'),
  ...named(paths.admin, 'login', 'signin', 'sign-in'),
  ...named(paths.rss(paths.front), 'feed', 'rss', 'rss.xml', 'feed.xml', 'index.xml', 'index.rss'),
  ...named(paths.atom(paths.front), 'atom', 'atom.xml', 'index.atom'),
  ...named(paths.jsonFeed(paths.front), 'jsonfeed', 'json-feed'),
  ...named(paths.apiDescription, 'api/v1', 'openapi', 'openapi.json', 'swagger.json'),
  ...named(paths.api, 'api/docs', 'docs', 'developers', 'swagger'),
}

/** Prefixes of pages about one thing, by the first word that people type for them. */
const KINDS_OF_PAGE: Readonly<Record<string, string>> = {
  ...named('/s', 'story', 'stories', 'cluster'),
  ...named('/hub', 'hubs', 'city', 'cities'),
  ...named('/sources', 'source', 'publishers'),
  ...named('/entity', 'entities', 'names'),
  ...named('/brief', 'briefs', 'editions'),
}

/** First segments of the site's own addresses. */
const OURS = new Set(
  [...Object.values(PAGES), ...Object.values(KINDS_OF_PAGE), paths.search].map((path) => path.split('/')[1]!),
)

/**
 * Guesses the page that an unknown address is meant for: `/hubs` → `/hub`, `/ko/about/` → `/methods?lang=ko`.
 *
 * @param path as requested, still percent-encoded, without the query
 * @param query as requested, with its question mark, or empty; it is kept
 * @returns an address of this site other than the requested one; undefined if there is no guess
 */
export function typedAddress(path: string, query: string): string | undefined {
  const segments = path.split('/').filter(Boolean)
  const language = segments[0] === undefined ? undefined : uiLanguage(segments[0])
  if (language) segments.shift()
  const meant = meantBy(segments)
  if (meant === undefined) return undefined
  const isLanguageSaid = /[?&]lang=/.test(query)
  const address = language && !isLanguageSaid ? withQuery(meant, { lang: language }) : meant
  const whole = addQuery(address, query.slice(1))
  return whole === path + query ? undefined : whole
}

function meantBy([first, ...rest]: readonly string[]): string | undefined {
  if (first === undefined) return paths.front
  const [word, ...more] = [first.toLowerCase(), ...rest]
  const written = [word, ...more].join('/')
  const key = written.toLowerCase()
  const page = Object.hasOwn(PAGES, key) ? PAGES[key] : undefined
  if (page !== undefined) return page
  if (key.endsWith('.json') && Object.hasOwn(PAGES, key.slice(0, -5))) return `${PAGES[key.slice(0, -5)]}.json`
  if (Object.hasOwn(KINDS_OF_PAGE, word) && more.length > 0) return [KINDS_OF_PAGE[word], ...more].join('/')
  return OURS.has(word) ? `/${written}` : undefined
}

function named(path: string, ...words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [word, path]))
}

/** Minimum length of a word to search for. */
const LEAST_CHARACTERS = 2
const MOST_WORDS = 6

/** Returns search words for an address that does not exist: `/news/quantum-computing.html` → `quantum computing`. */
export function wordsOfPath(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? ''
  return last
    .replace(/\.\w{1,5}$/, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => [...word].length >= LEAST_CHARACTERS)
    .slice(0, MOST_WORDS)
    .join(' ')
}
