import { wholeCharacters } from '../../lib/clean-text.ts'
import { SPACED_STOPS, UNSPACED_STOPS } from '../../lib/sentence-stops.ts'

/** Maximum length of an excerpt in UTF-16 code units; most publishers' terms allow about this much as a short excerpt. */
const MOST_CHARACTERS = 280

/**
 * Returns the beginning of an item's text, cut after a sentence if possible, else after a word and marked `[…]`.
 *
 * @returns an empty string if the text only repeats the title
 */
export function excerptOf(title: string, text: string): string {
  const body = withoutTitle(title, text.slice(0, 2_000)).replace(/\s+/g, ' ').trim()
  if (body.length <= MOST_CHARACTERS) return body
  const head = body.slice(0, MOST_CHARACTERS)
  const end = lastSentenceEnd(head)
  if (end >= MOST_CHARACTERS / 3) return head.slice(0, end)
  const space = head.lastIndexOf(' ')
  const cut = space > MOST_CHARACTERS / 2 ? head.slice(0, space) : wholeCharacters(body, MOST_CHARACTERS)
  return `${cut} […]`
}

/** What stands between a title that a text repeats and the text proper: a line's or sentence's end, or a separator. */
const BEHIND_TITLE = /^(?:\s*$|\s*\n|[.!?…]+(?=\s|$)|[。！？]+|\s*[:：|｜—–]|\s-(?=\s))/u
/** Least words of a title that is cut without such a mark, before a capital; shorter ones may be the subject of the sentence. */
const LEAST_WORDS = 5

/** Removes the title from the start of a text that repeats it, unless the title is only the beginning of a sentence or word. */
function withoutTitle(title: string, text: string): string {
  if (title === '' || !text.startsWith(title)) return text
  const rest = text.slice(title.length)
  const behind = BEHIND_TITLE.exec(rest)
  if (behind) return rest.slice(behind[0].length)
  return title.split(' ').length >= LEAST_WORDS && /^\s+["“‘'(]?\p{Lu}/u.test(rest) ? rest : text
}

/** @returns the position after the last sentence end in the text; 0 if there is none */
export function lastSentenceEnd(text: string): number {
  for (let i = text.length - 1; i > 0; i--) {
    const character = text[i]!
    if (UNSPACED_STOPS.includes(character)) return i + 1
    if (SPACED_STOPS.includes(character) && text[i + 1] === ' ') return i + 1
  }
  return 0
}
