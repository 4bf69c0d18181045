import { oneLine, tidyLines, wholeCharacters } from '../lib/clean-text.ts'
import { SPACED_STOPS, UNSPACED_STOPS } from '../lib/sentence-stops.ts'

/** `https://www. byteseu.com/2126643/`: careless tools insert spaces where Mastodon hides parts of an address. */
const BROKEN_ADDRESS = /\b(https?:\/\/) ?(www\.)? ?(?=[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{2,253})/giu
/** `# AI`: a tag torn from its sign. */
const SPACED_HASHTAG = /(^|\s)[#＃] (?=[\p{L}\p{N}_]{0,60}\p{L})([\p{L}\p{M}\p{N}_]{1,100})/gu
const SPACED_MENTION = /(^|\s)@ (?=[\p{L}\p{N}_]{1,64}(?:@|\s|$))/gu

/**
 * Rejoins addresses, hashtags and mentions of a post that were torn apart by spaces. Hashtags and mentions are rejoined only if the
 * text has a broken address or two such tags, because a single `# AI` may be a Markdown heading. A space within the path of an address
 * stays, as it can't be told from one between words. Idempotent.
 */
export function repairPost(text: string): string {
  const joined = text.replace(
    BROKEN_ADDRESS,
    (_all, scheme: string, www: string | undefined) => `${scheme}${www ?? ''}`,
  )
  const tags = joined.match(SPACED_HASHTAG)?.length ?? 0
  const isTorn = joined !== text || tags > 1
  if (!isTorn) return joined
  return joined.replace(SPACED_HASHTAG, '$1#$2').replace(SPACED_MENTION, '$1@')
}

const ADDRESS = /https?:\/\/\S{1,2000}/gu
const TAG_RUN = /(?:\s{0,3}[#＃][\p{L}\p{M}\p{N}_]{1,100}){1,60}\s*$/u
const LEADING_MENTIONS = /^(?:@[\p{L}\p{N}_.-]{1,64}(?:@[\p{L}\p{N}.-]{1,253})?\s{1,3}){1,20}/u

/** Longest title made from a post, in characters. */
const MAX_POST_TITLE_LENGTH = 200

/**
 * Makes a title for a post that has none: its first sentence or line, without addresses, leading mentions and trailing
 * hashtags; other hashtags lose only their sign. Undefined if nothing is left.
 */
export function postTitle(text: string): string | undefined {
  const [firstLine] = tidyLines(text.slice(0, 4_000).replace(ADDRESS, ' ').replace(TAG_RUN, ''))
    .split('\n')
    .map((line) => line.replace(TAG_RUN, '').replace(LEADING_MENTIONS, ''))
    .filter((line) => /\p{L}/u.test(line))
  if (firstLine === undefined) return undefined
  const title = firstSentence(oneLine(firstLine.replace(/(^|\s)[#＃](?=\p{L})/gu, '$1')))
  return title.replace(/[\s:：\-–—|→]{1,10}$/u, '') || undefined
}

/** Shorter sentences ("Wow!") say nothing by themselves. */
const MIN_SENTENCE_LENGTH = 16
const MAY_END = new RegExp(`[${UNSPACED_STOPS}${SPACED_STOPS}] ?\\S`, 'u')
const ABBREVIATION = /(?:\b\p{L}|\b(?:Mr|Mrs|Ms|Dr|vs|No|Inc|Corp|Ltd|Co|St|Sen|Gov|Gen|Rep|Prof|Jr|Sr))\.$/iu

/** Returns the line up to the first sentence end that is not too early and not an abbreviation, cut to a title's length. */
function firstSentence(line: string): string {
  if (line.length <= MAX_POST_TITLE_LENGTH && !MAY_END.test(line)) return line
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'sentence' }).segment(line.slice(0, 600))) {
    const end = index + segment.trimEnd().length
    const isWhole = end >= MIN_SENTENCE_LENGTH && !ABBREVIATION.test(line.slice(Math.max(0, end - 12), end))
    if (isWhole || line.length === end) return cut(line.slice(0, end))
  }
  return cut(line)
}

function cut(sentence: string): string {
  if (sentence.length <= MAX_POST_TITLE_LENGTH) return sentence
  const room = wholeCharacters(sentence, MAX_POST_TITLE_LENGTH - 1)
  const space = room.lastIndexOf(' ')
  return `${(space > MAX_POST_TITLE_LENGTH / 2 ? room.slice(0, space) : room).trimEnd()}…`
}
