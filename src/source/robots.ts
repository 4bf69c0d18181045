import { matchesWildcards } from './wildcard-path.ts'

/** One `Allow` or `Disallow` of a robots.txt. */
interface RobotsRule {
  readonly isAllowing: boolean
  /** As written: `*` stands for anything, a final `$` for the end. */
  readonly pattern: string
}

/** What a robots.txt asks of the robots it names. */
interface RobotsGroup {
  /** Product tokens in lower case; `*` for everybody. */
  readonly agents: readonly string[]
  readonly rules: readonly RobotsRule[]
  readonly crawlDelaySeconds?: number
}

/** A parsed robots.txt. */
export interface Robots {
  readonly groups: readonly RobotsGroup[]
}

/** RFC 9309, 2.5: at least 500 KiB must be read; nothing beyond is. */
export const MAX_ROBOTS_LENGTH = 512_000
/** Maximum length of a line; the rest is cut off. Google's parser has the same limit, eight times its longest URL. */
const MAX_LINE_LENGTH = 16_664
/**
 * The key of a line. Like Google's parser, it allows a missing colon, and the sets below allow common misspellings: being stricter than
 * publishers are careful would be impolite. It must not match beyond the key: on 1,000 spaces and a line separator (U+2028), a pattern of the
 * whole line backtracked for 3 seconds.
 */
const KEY = /^(user[ -]?agent|[a-z-]{3,21})(?:\s*:|\s)/i
const DISALLOW = new Set(['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw'])
const USER_AGENT = new Set(['user-agent', 'useragent', 'user agent'])

/**
 * Parses a robots.txt (RFC 9309). Never throws: unknown lines are skipped, as the standard asks.
 *
 * @param text decoded as UTF-8; what follows 500 KiB is ignored
 */
export function parseRobots(text: string): Robots {
  const groups: { agents: string[]; rules: RobotsRule[]; crawlDelaySeconds?: number }[] = []
  let isNaming = false
  for (const { key, value } of keyedLines(text)) {
    const group = groups.at(-1)
    if (USER_AGENT.has(key)) {
      if (isNaming && group) group.agents.push(productToken(value))
      else groups.push({ agents: [productToken(value)], rules: [] })
      isNaming = true
    } else if (key === 'allow' || DISALLOW.has(key)) {
      isNaming = false
      group?.rules.push({ isAllowing: key === 'allow', pattern: encoded(value) })
    } else if (key === 'crawl-delay') {
      isNaming = false
      const seconds = Number(value)
      if (group && value !== '' && seconds >= 0) group.crawlDelaySeconds ??= seconds
    }
  }
  return { groups }
}

/**
 * Whether a robots.txt lets a robot fetch an address. The longest rule that matches decides, `Allow` where two are equal; without one
 * everything is allowed. Where RFC 9309 and Google's parser differ (`%62` for `b`), a `Disallow` counts if either would match and an
 * `Allow` only as written, so that we are never less polite than either.
 *
 * @param agent our product token, without version: `Auspex`
 * @param url as it will be requested, percent-encoded
 */
export function isAllowedByRobots(robots: Robots, agent: string, url: string): boolean {
  if (agent === '') return true
  const path = requestedPath(url)
  let [allowing, forbidding] = [-1, -1]
  for (const { isAllowing, pattern } of groupsFor(robots, agent).flatMap((group) => group.rules)) {
    if (pattern === '') continue
    if (isAllowing && pattern.length > allowing && allows(pattern, path)) allowing = pattern.length
    else if (!isAllowing && pattern.length > forbidding && forbids(pattern, path)) forbidding = pattern.length
  }
  return forbidding < 0 || allowing >= forbidding
}

/** Seconds a site asks our robot to wait between requests (not in RFC 9309, but widely written); undefined where it says nothing. */
export function crawlDelaySeconds(robots: Robots, agent: string): number | undefined {
  const delays = groupsFor(robots, agent).flatMap((group) => group.crawlDelaySeconds ?? [])
  return delays.length === 0 ? undefined : Math.max(...delays)
}

/**
 * Reduces a robots.txt to what applies to our robot, each rule once, for the cache.
 *
 * @returns text for `parseRobots`; longer by one line at most than the rules that apply
 */
export function robotsOf(robots: Robots, agent: string): string {
  const groups = groupsFor(robots, agent)
  if (groups.length === 0) return ''
  const isOwn = groups.some(({ agents }) => agents.includes(agent.toLowerCase()))
  const lines = new Set<string>()
  for (const { isAllowing, pattern } of groups.flatMap((group) => group.rules)) {
    if (pattern !== '') lines.add(`${isAllowing ? 'Allow' : 'Disallow'}: ${pattern}`)
  }
  const delay = crawlDelaySeconds(robots, agent)
  if (delay !== undefined) lines.add(`Crawl-delay: ${delay}`)
  return [`User-agent: ${isOwn ? agent : '*'}`, ...lines].join('\n')
}

/** Returns all groups that name the robot, which count as one; where none does, those for everybody (RFC 9309, 2.2.1). */
function groupsFor({ groups }: Robots, agent: string): readonly RobotsGroup[] {
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  return own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
}

function* keyedLines(text: string): Generator<{ readonly key: string; readonly value: string }> {
  for (const line of text
    .slice(0, MAX_ROBOTS_LENGTH)
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)) {
    const [written = ''] = line.slice(0, MAX_LINE_LENGTH).split('#', 1)
    const found = KEY.exec(written.trim())
    if (found) yield { key: found[1]!.toLowerCase(), value: written.trim().slice(found[0].length).trim() }
  }
}

/** `FooBot/1.2 (…)` → `foobot`; `*` alone, or before a space, is everybody. */
function productToken(value: string): string {
  return /^\*(?:\s|$)/.test(value) ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase()
}

/** Percent-encodes what is beyond ASCII, in capitals, for comparison (RFC 9309, 2.2.2). */
function encoded(pattern: string): string {
  return pattern
    .replace(/[^\x00-\x7f]+/g, (characters) => Buffer.from(characters).toString('hex').replace(/../g, '%$&'))
    .replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase())
}

/** Path and query as they stand in the address; `/` where it has none. */
function requestedPath(url: string): string {
  const start = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0
  const path = url.slice(start).replace(/#.*$/s, '')
  return path.startsWith('/') ? path : `/${path}`
}

/** `Allow: /dir/index.html` allows `/dir/` too, as Google reads it. */
function allows(pattern: string, path: string): boolean {
  if (matchesWildcards(pattern, path)) return true
  const folder = /^(.*\/)index\.html?$/.exec(pattern)?.[1]
  return folder !== undefined && matchesWildcards(`${folder}$`, path)
}

function forbids(pattern: string, path: string): boolean {
  return matchesWildcards(pattern, path) || matchesWildcards(unescaped(pattern), unescaped(path))
}

/** Decodes the escapes of unreserved characters (RFC 3986, 2.3). */
function unescaped(written: string): string {
  return written.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : triplet.toUpperCase()
  })
}
