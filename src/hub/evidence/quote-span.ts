/** Most words of a quote, and most characters of a Chinese or Japanese one. */
const MOST_WORDS = 40
const MOST_CJK = 100
/** One countable piece: a Han or kana character, or a run of other non-space characters. */
const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu

/**
 * Chooses the part of a sentence to quote: all of it, or for a long one the earliest window that contains the focus, cut
 * between words. If the focus does not fit, the window starts with it.
 *
 * @param focusStart start of the words that the quote is for
 * @param focusEnd their end, exclusive
 */
export function quoteSpan(
  sentence: string,
  focusStart: number,
  focusEnd: number,
): { readonly start: number; readonly end: number } {
  const pieces = [...sentence.matchAll(PIECE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const isCjk =
    pieces.filter(({ start, end }) => end - start === 1 && sentence.charCodeAt(start) > 0x2e7f).length * 2 >
    pieces.length
  const most = isCjk ? MOST_CJK : MOST_WORDS
  if (pieces.length <= most) return { start: 0, end: sentence.length }
  const last = Math.max(
    0,
    pieces.findLastIndex(({ start }) => start < focusEnd),
  )
  const focus = Math.max(
    0,
    pieces.findIndex(({ end }) => end > focusStart),
  )
  const first = Math.min(Math.max(0, last - most + 1), focus)
  return { start: pieces[first]!.start, end: pieces[Math.min(first + most, pieces.length) - 1]!.end }
}
