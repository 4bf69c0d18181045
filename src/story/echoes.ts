import { withoutOpinionMark } from './opinion.ts'
import type { StoryItem } from './types.ts'

/** Forms whose substance may be a link to something else. */
const POINTING_FORMS: ReadonlySet<StoryItem['form']> = new Set(['post', 'submission'])

/** Letters of its own, beside links, hashtags and the headline, from which a post says more than what it points to. */
const OWN_WORDS = 180
/** Share of a headline's words that must stand in a post for the post to be a post of it. */
const HEADLINE_SHARE = 0.8
/** Headlines of fewer words than this fit too many posts. */
const LEAST_HEADLINE_WORDS = 4

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+/gu
const NOT_PROSE = /https?:\/\/\S{1,2000}|[#＃@][\p{L}\p{M}\p{N}_.@-]{1,120}/gu

/**
 * Finds what an item only points to: a member whose address it links, else one whose headline it repeats (a re-publisher's
 * address hides the first). Posts with enough words of their own, and everything that is no post or submission, are none.
 *
 * @param others the other members, in any order; the earliest of equal fits is taken
 */
export function echoedItem(item: StoryItem, others: readonly StoryItem[]): StoryItem | undefined {
  if (!POINTING_FORMS.has(item.form)) return undefined
  const targets = others
    .filter((other) => other.id !== item.id && !POINTING_FORMS.has(other.form))
    .sort((a, b) => a.publishedAt - b.publishedAt || a.id - b.id)
  const linked = targets.find((other) => pointsTo(item, other))
  const named = linked ?? targets.find((other) => repeatsHeadline(item, other))
  if (!named) return undefined
  return item.form === 'submission' || ownLetters(item, named) < OWN_WORDS ? named : undefined
}

/** Whether an item links to another, or is about its address. */
export function pointsTo(item: Pick<StoryItem, 'pointsTo' | 'links'>, other: Pick<StoryItem, 'url'>): boolean {
  return other.url !== undefined && (item.pointsTo === other.url || item.links.includes(other.url))
}

function repeatsHeadline(post: StoryItem, other: StoryItem): boolean {
  const headline = wordsOf(withoutOpinionMark(other.title))
  if (headline.size < LEAST_HEADLINE_WORDS) return false
  const said = wordsOf(`${post.title} ${post.text}`)
  let found = 0
  for (const word of headline) if (said.has(word)) found++
  return found >= HEADLINE_SHARE * headline.size
}

/** Letters of a post that neither link nor repeat the headline. */
function ownLetters(post: StoryItem, other: StoryItem): number {
  const headline = wordsOf(other.title)
  const text = post.text.startsWith(post.title) ? post.text : `${post.title} ${post.text}`
  let letters = 0
  for (const [word] of text.replace(NOT_PROSE, ' ').toLowerCase().matchAll(WORD)) {
    if (!headline.has(word)) letters += word.length
  }
  return letters
}

function wordsOf(text: string): ReadonlySet<string> {
  const prose = text.replace(NOT_PROSE, ' ').normalize('NFKC').toLowerCase()
  return new Set([...prose.matchAll(WORD)].map(([word]) => word))
}
