import { createHash } from 'node:crypto'
import { clipText, oneLine, wholeCharacters } from '../lib/clean-text.ts'
import { expectedLanguage } from '../lib/expected-language.ts'
import type { Instant } from '../lib/instant.ts'
import { clampInstant, parseInstant } from '../lib/parse-instant.ts'
import { plainText } from '../lib/plain-text.ts'
import { textToHtml } from '../lib/text-to-html.ts'
import type { Entry, Source } from '../source/types.ts'
import { dropBoilerplate } from './boilerplate.ts'
import { addressOfPart, canonicalUrl } from './canonical-url.ts'
import { fingerprint } from './fingerprint.ts'
import { itemForm } from './form.ts'
import { gluedDateLength } from './glued-date.ts'
import { hashtagsOf } from './hashtags.ts'
import { detectLanguage } from './language.ts'
import { outgoingLinks } from './outgoing-links.ts'
import { postTitle, repairPost } from './repair-post.ts'
import { MAX_WRITTEN_BODY_LENGTH, shownHtml } from './shown-html.ts'
import type { NewItem } from './types.ts'

/** Real headlines are much shorter; a longer one is body text in the wrong field. */
export const MAX_TITLE_LENGTH = 500
/** About 15,000 words: longer than any report, and a bound on the cost of one entry in later steps. */
export const MAX_TEXT_LENGTH = 100_000
/** Characters of a published title that are read. */
const MAX_WRITTEN_TITLE_LENGTH = 20_000
const MAX_AUTHORS = 20
const MAX_AUTHOR_LENGTH = 200
const MAX_CATEGORIES = 30
const MAX_CATEGORY_LENGTH = 100
const MAX_RELATED = 5
const MAX_KEY_LENGTH = 1_000
/** A post on a Mastodon server. Such links are quotes or replies, seldom what a post with other links is about. */
const NETWORKS_OWN = /^https?:\/\/[^/]{1,253}\/@[^/]{1,200}\/\d/

export interface EntryContext {
  readonly source: Source
  readonly feedUrl: string
  /** As the feed declares it; takes precedence over the source's unless it is vague. */
  readonly feedLanguage?: string
  readonly fetchedAt: Instant
  /** Canonical addresses of pages that hold several entries of the feed, each at its own fragment (see `sharedPages`). */
  readonly sharedPages?: ReadonlySet<string>
}

/** Returns the canonical addresses of pages that several entries link to at different fragments, such as a changelog. */
export function sharedPages(entries: readonly Pick<Entry, 'link'>[], feedUrl: string): ReadonlySet<string> {
  const partOfPage = new Map<string, string>()
  const shared = new Set<string>()
  for (const { link } of entries) {
    // Most feeds have no fragments, and canonicalisation is the expensive part.
    if (!link?.includes('#')) continue
    const [page, part] = [canonicalUrl(link, feedUrl), addressOfPart(link, feedUrl)]
    if (page === undefined || part === undefined || part === page) continue
    const other = partOfPage.get(page)
    if (other === undefined) partOfPage.set(page, part)
    else if (other !== part) shared.add(page)
  }
  return shared
}

/**
 * Makes an item from an entry of any feed format. Pure: the same entry and context give the same item.
 * @returns undefined for an entry with neither title nor text
 */
export function normaliseEntry(entry: Entry, context: EntryContext): NewItem | undefined {
  const { source, feedUrl, fetchedAt } = context
  const url = entry.link === undefined ? undefined : addressOf(entry.link, context)
  const isPost = entry.isPost === true || source.kind === 'mastodon' || source.kind === 'bluesky'
  const body = bodyOf(entry.content, entry.summary)
  const published = shownHtml(body, url ?? feedUrl)
  const wholeText = shownText(published, isPost)
  const wholeTitle = shownTitle(entry.title, wholeText, isPost)
  if (wholeTitle === undefined) return undefined

  const declared = declaredLanguage(entry.language ?? context.feedLanguage, source.language)
  const saidAt = firstInstant(declared, entry.published, entry.updated)
  const glued = wholeTitle.slice(0, isPost ? 0 : gluedDateLength(wholeTitle, saidAt, url))
  const title = wholeTitle.slice(glued.length)
  const text = wholeText.startsWith(glued) ? wholeText.slice(glued.length) : wholeText
  const html = text !== wholeText || (isPost && isTorn(published)) ? textToHtml(text) : published
  const links = outgoingLinks(body, text, { ownUrl: url, baseUrl: url ?? feedUrl })
  const form = itemForm(entry, source, { url, title, text, html, links })
  const pointsTo = subject(entry, form, url, links)
  const updatedAt = firstInstant(declared, entry.updated)
  const authors = cleanList(entry.authors, MAX_AUTHORS, MAX_AUTHOR_LENGTH)
  return {
    sourceId: source.id,
    feedUrl,
    key: itemKey(entry, url, title),
    url,
    title,
    text,
    html,
    authors,
    language: detectLanguage(`${title}\n${text}`, declared),
    publishedAt: clampInstant(saidAt, fetchedAt),
    updatedAt: updatedAt === undefined ? undefined : clampInstant(updatedAt, fetchedAt),
    fetchedAt,
    form,
    hashtags: hashtagsOf(`${isPost ? '' : title}\n${text}`),
    links,
    pointsTo,
    categories: cleanList(entry.categories, MAX_CATEGORIES, MAX_CATEGORY_LENGTH),
    related: entry.related?.slice(0, MAX_RELATED),
    points: wholeCount(entry.points),
    comments: wholeCount(entry.comments),
    fingerprint: fingerprint(title, text),
    contentHash: sha256([title, text, url ?? '', pointsTo ?? '', ...authors]),
  }
}

function addressOf(link: string, { feedUrl, sharedPages }: EntryContext): string | undefined {
  const page = canonicalUrl(link, feedUrl)
  return page !== undefined && sharedPages?.has(page) ? addressOfPart(link, feedUrl) : page
}

/**
 * Prefers the feed's language to the source's, except where the feed says `en`, the default of publishing software, or `zh`, which
 * leaves the script open: the catalogue knows better then.
 */
function declaredLanguage(inFeed: string | undefined, ofSource: string): string {
  const declared = expectedLanguage(inFeed)
  const isVague = declared === undefined || declared === 'en' || declared === 'zh'
  return isVague && expectedLanguage(ofSource) !== undefined ? ofSource : (inFeed ?? ofSource)
}

/** Returns the content, or the summary if there is none, cut to the length that is read. */
function bodyOf(content: string | undefined, summary: string | undefined): string {
  const [full = '', short = ''] = [content, summary]
  const body = full.trim() === '' ? short : full
  return wholeCharacters(body, MAX_WRITTEN_BODY_LENGTH)
}

function shownText(html: string, isPost: boolean): string {
  const text = dropBoilerplate(clipText(plainText(html), MAX_TEXT_LENGTH))
  return isPost ? repairPost(text) : text
}

/** Whether a post needs repair. Its markup is not worth keeping then: its HTML is rebuilt from the repaired text. */
function isTorn(html: string): boolean {
  const text = plainText(html)
  return repairPost(text) !== text
}

function shownTitle(written: string | undefined, text: string, isPost: boolean): string | undefined {
  const own = written === undefined ? '' : oneLine(plainText(wholeCharacters(written, MAX_WRITTEN_TITLE_LENGTH)))
  if (own === '') return madeTitle(text)
  // A post's title is the beginning of its text with addresses and tags, often cut in mid-word.
  return isPost
    ? (postTitle(text === '' ? repairPost(own) : text) ?? clipText(own, MAX_TITLE_LENGTH))
    : clipText(own, MAX_TITLE_LENGTH)
}

function madeTitle(text: string): string | undefined {
  const line = oneLine(text.slice(0, 2_000))
  return line === '' ? undefined : (postTitle(text) ?? clipText(line, MAX_TITLE_LENGTH))
}

/** Returns the address a post or submission is about: the one the format declares, else the first suitable link of its text. */
function subject(
  entry: Entry,
  form: NewItem['form'],
  url: string | undefined,
  links: readonly string[],
): string | undefined {
  const said = entry.pointsTo === undefined ? undefined : canonicalUrl(entry.pointsTo)
  if (said !== undefined && said !== url) return said
  if (form === 'post') return links.find((link) => !NETWORKS_OWN.test(link)) ?? links[0]
  return form === 'submission' ? links.find((link) => hostOf(link) !== hostOf(url)) : undefined
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname
}

/** Returns the item key for an entry id, hashed if too long; undefined for an empty id. */
export function keyOfId(entryId: string): string | undefined {
  const id = oneLine(entryId)
  if (id === '') return undefined
  return id.length <= MAX_KEY_LENGTH ? id : `sha256:${sha256([id])}`
}

function itemKey(entry: Entry, url: string | undefined, title: string): string {
  const key = entry.id === undefined ? undefined : keyOfId(entry.id)
  return key ?? url ?? `sha256:${sha256([title, entry.published ?? ''])}`
}

function firstInstant(language: string, ...written: readonly (string | undefined)[]): Instant | undefined {
  for (const date of written) {
    const instant = date === undefined ? undefined : parseInstant(date, language)
    if (instant !== undefined) return instant
  }
  return undefined
}

function cleanList(values: readonly string[], maxCount: number, maxLength: number): readonly string[] {
  const cleaned = new Set<string>()
  for (const value of values) {
    const text = clipText(oneLine(plainText(value.slice(0, 10_000))), maxLength)
    if (text !== '') cleaned.add(text)
    if (cleaned.size >= maxCount) break
  }
  return [...cleaned]
}

function wholeCount(count: number | undefined): number | undefined {
  return count !== undefined && Number.isSafeInteger(count) && count >= 0 ? count : undefined
}

/** Hashes the parts, each prefixed with its length so that `['ab', 'c']` and `['a', 'bc']` differ. */
function sha256(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:${part}`)
  return hash.digest('hex')
}
