import { oncePerObject } from '../lib/once-per-object.ts'
import { isSouthEastAsian, markedPairs, SOUTH_EAST_ASIAN } from '../lib/unspaced-scripts.ts'
import { withoutOpinionMark } from './opinion.ts'
import type { StoryItem } from './types.ts'

/** Forms whose substance may be a link to something else. */
const POINTING_FORMS: ReadonlySet<StoryItem['form']> = new Set(['post', 'submission'])

/** Letters of its own, besides links, hashtags and the headline, from which a post says more than what it points to. */
const OWN_WORDS = 180
/** Least share of a headline's words that a post must contain to repeat it. */
const HEADLINE_SHARE = 0.8
/** Fewest words of a headline that can be repeated; shorter ones match too many posts. */
const LEAST_HEADLINE_WORDS = 4

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
/**
 * A character of Chinese, Japanese or Korean, even right beside Latin letters (`AI芯片`); a run of Thai, Lao,
 * Burmese or Khmer; otherwise a run of letters with their marks, and digits.
 */
const WORD = new RegExp(
  `[${CJK}]|[${SOUTH_EAST_ASIAN}]+|(?:(?![${CJK}${SOUTH_EAST_ASIAN}])[\\p{L}\\p{N}]\\p{M}*)+`,
  'gu',
)
const NOT_PROSE = /https?:\/\/\S{1,2000}|[#＃@][\p{L}\p{M}\p{N}_.@-]{1,120}/gu

/**
 * Finds what items of one story merely point to: a member whose address they link, else one whose headline they repeat (a
 * re-publisher's address hides the original one); of several, the earliest. Only posts with few words of their own and submissions
 * are echoes. Linear in the members, except for headlines that share their rarest words.
 */
export class EchoFinder {
  /** Members that may be pointed to, earliest first. */
  readonly #targets: readonly StoryItem[]
  /** Index of the first target with each address. */
  readonly #placeOf: ReadonlyMap<string, number>
  #headlines: HeadlineIndex | undefined

  /** @param members in any order */
  constructor(members: readonly StoryItem[]) {
    this.#targets = members
      .filter(({ form }) => !POINTING_FORMS.has(form))
      .sort((a, b) => a.publishedAt - b.publishedAt || a.id - b.id)
    const placeOf = new Map<string, number>()
    for (const [place, { url }] of this.#targets.entries()) {
      if (url !== undefined && !placeOf.has(url)) placeOf.set(url, place)
    }
    this.#placeOf = placeOf
  }

  /** @returns undefined for an item that reports */
  echoed(item: StoryItem): StoryItem | undefined {
    if (!POINTING_FORMS.has(item.form) || this.#targets.length === 0) return undefined
    const target = this.#targets[this.#linkedPlace(item) ?? this.#repeatedPlace(item) ?? -1]
    if (target === undefined) return undefined
    return item.form === 'submission' || ownLetters(item, target) < OWN_WORDS ? target : undefined
  }

  #linkedPlace({ pointsTo, links }: StoryItem): number | undefined {
    let first: number | undefined
    for (const address of pointsTo === undefined ? links : [pointsTo, ...links]) {
      const place = this.#placeOf.get(address)
      if (place !== undefined && place < (first ?? Number.POSITIVE_INFINITY)) first = place
    }
    return first
  }

  #repeatedPlace(post: StoryItem): number | undefined {
    this.#headlines ??= new HeadlineIndex(this.#targets.map(headlineWords))
    return this.#headlines.firstIn(new Set(wordsOf(`${post.title} ${post.text}`)))
  }
}

/**
 * Indexes headlines by their rarest words: so many that a text without any of them cannot have enough of the rest (prefix
 * filtering: Chaudhuri, Ganti & Kaushik 2006).
 */
class HeadlineIndex {
  readonly #headlines: readonly ReadonlySet<string>[]
  readonly #placesOf = new Map<string, number[]>()

  constructor(headlines: readonly ReadonlySet<string>[]) {
    this.#headlines = headlines
    const counts = new Map<string, number>()
    for (const words of headlines) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    const known = new Set<string>()
    for (const [place, words] of headlines.entries()) {
      const all = [...words].sort()
      const key = all.join(' ')
      // Of several headlines with the same words, the first is found.
      if (words.size < LEAST_HEADLINE_WORDS || known.has(key)) continue
      known.add(key)
      const rarest = all.sort((a, b) => counts.get(a)! - counts.get(b)!)
      for (const word of rarest.slice(0, words.size - leastShared(words) + 1)) {
        const places = this.#placesOf.get(word)
        if (places === undefined) this.#placesOf.set(word, [place])
        else places.push(place)
      }
    }
  }

  /**
   * Returns the first headline that a text repeats.
   *
   * @param said words of the text
   */
  firstIn(said: ReadonlySet<string>): number | undefined {
    const places = new Set([...said].flatMap((word) => this.#placesOf.get(word) ?? []))
    return [...places].sort((a, b) => a - b).find((place) => isRepeated(this.#headlines[place]!, said))
  }
}

function leastShared(headline: ReadonlySet<string>): number {
  return Math.ceil(HEADLINE_SHARE * headline.size)
}

function isRepeated(headline: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  let found = 0
  for (const word of headline) if (said.has(word)) found++
  return found >= leastShared(headline)
}

/** Returns the number of letters of a post outside links, tags and the words of the headline. */
function ownLetters(post: StoryItem, other: StoryItem): number {
  const headline = new Set(wordsOf(other.title))
  const text = post.text.startsWith(post.title) ? post.text : `${post.title} ${post.text}`
  let letters = 0
  for (const word of wordsOf(text)) {
    // Each character of such a run is in two pairs.
    if (!headline.has(word)) letters += isSouthEastAsian(word) ? word.length / 2 : word.length
  }
  return letters
}

const headlineWords = oncePerObject(({ title }: StoryItem) => new Set(wordsOf(withoutOpinionMark(title))))

/** Returns the words of a text in order, with repetitions; for scripts without spaces, pairs of characters. */
function wordsOf(text: string): readonly string[] {
  const words: readonly string[] = text.replace(NOT_PROSE, ' ').normalize('NFKC').toLowerCase().match(WORD) ?? []
  return isSouthEastAsian(text) ? words.flatMap((word) => (isSouthEastAsian(word) ? markedPairs(word) : word)) : words
}
