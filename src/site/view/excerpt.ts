import { wholeCharacters } from '../../lib/clean-text.ts'

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

function withoutTitle(title: string, text: string): string {
  return text.startsWith(title) ? text.slice(title.length) : text
}

/** @returns the position after the last sentence end in the text; 0 if there is none */
export function lastSentenceEnd(text: string): number {
  for (let i = text.length - 1; i > 0; i--) {
    const character = text[i]!
    if ('。！？'.includes(character)) return i + 1
    if ('.!?'.includes(character) && text[i + 1] === ' ') return i + 1
  }
  return 0
}
