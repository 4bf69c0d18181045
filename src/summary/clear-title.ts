import { withoutOpinionMark } from '../story/opinion.ts'
import type { StoryItem } from '../story/types.ts'
import { collapseSpace } from './figures.ts'

/** Least characters that must remain of a shortened title. */
const MIN_TITLE = 12
/** An editorial label before a title: `Exclusive:`, `快讯｜`. */
const LABEL =
  /^(?:exclusive|breaking|update(?: \d)?|watch|video|just in|live)\s?[|:：]\s?|^(?:快讯|快訊|独家|獨家|突发|突發|速報|독점|속보)\s?[|｜:：]\s?|^【(?:快讯|快訊|独家|獨家|速報|독점|속보)】/iu

/** A name before a bar: a section of the publisher's, if the item is filed in it, or a part of the title. */
const BEFORE_BAR = /^([^|｜]{2,40}?)\s?[|｜]\s?/u
/** Least ratio of a title to the name of a site behind a bar; a shorter title is a section or a part. */
const TITLE_TIMES = 1.5

/** What `clearTitle` reads of an item. */
type Titled = Pick<StoryItem, 'title' | 'url' | 'categories' | 'mentions'> & {
  readonly publisher: Pick<StoryItem['publisher'], 'name'>
}

/**
 * Removes the publisher's name, its section and editorial labels from a title. A name is a section if it is one of the item's
 * categories or a folder of its address, and names nobody and no version, which are what the title is about. A title without letters gets the publisher's name in front instead.
 * @example
 * // of the publisher The Straits Ledger
 * 'Exclusive: Halden raises $410m | Straits Ledger' // becomes 'Halden raises $410m'
 */
export function clearTitle(item: Titled): string {
  const publisher = item.publisher.name
  const whole = collapseSpace(item.title)
  // A digest whose issues are titled by date means nothing without the publisher's name.
  if (whole !== '' && !/\p{L}/u.test(whole)) return publisher === '' ? whole : `${publisher}: ${whole}`
  const unmarked = withoutOpinionMark(whole)
  let text = unmarked.length >= MIN_TITLE ? unmarked : whole
  const label = LABEL.exec(text)?.[0].length ?? 0
  if (text.length - label >= MIN_TITLE) text = text.slice(label)
  const section = BEFORE_BAR.exec(text)
  if (section && text.length - section[0].length >= MIN_TITLE && isSection(section[1]!, item))
    text = text.slice(section[0].length)
  const bar = Math.max(text.lastIndexOf(' | '), text.lastIndexOf('｜'), text.lastIndexOf(' · '))
  const dash = Math.max(
    text.lastIndexOf(' - '),
    text.lastIndexOf(' – '),
    text.lastIndexOf(' — '),
    text.lastIndexOf('_'),
  )
  for (const at of [bar, dash]) {
    if (at < MIN_TITLE) continue
    const suffix = text.slice(at + 1).replace(/^[|｜·–—_\s-]+/u, '')
    const isName = namesPublisher(suffix, publisher)
    const isShort = suffix.length <= 24 && suffix.split(' ').length <= 3 && at >= TITLE_TIMES * suffix.length
    if (isName || (at === bar && isShort)) return text.slice(0, at).trim()
  }
  return text
}

function isSection(name: string, { title, url, categories, mentions }: Titled): boolean {
  if (/\d/.test(name) || mentions.some(({ start, end }) => name.includes(title.slice(start, end)))) return false
  const folders = url !== undefined && URL.canParse(url) ? new URL(url).pathname.split('/').slice(0, -1) : []
  const wanted = plain(name)
  return wanted !== '' && [...categories, ...folders].some((each) => plain(each) === wanted)
}

function namesPublisher(suffix: string, publisher: string): boolean {
  const [a, b] = [plain(suffix.toLowerCase().replace(/^the /, '')), plain(publisher.toLowerCase().replace(/^the /, ''))]
  return a.length >= 3 && b.length >= 3 && (a === b || b.startsWith(a) || a.startsWith(b))
}

/** Returns the letters and digits of a name, in lower case. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
