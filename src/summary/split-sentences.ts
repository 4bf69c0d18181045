import { QUESTION_MARKS, SPACED_STOPS, UNSPACED_STOPS } from '../lib/sentence-stops.ts'

/** Span of a sentence, `text.slice(start, end)`, without white space at the ends. */
export interface SentenceSpan {
  readonly start: number
  readonly end: number
}

/** Abbreviations whose full stop does not end a sentence if more follows on the line. Lower case, without the last stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof sr jr st mt ft rev gen col lt sgt capt sen rep gov pres hon messrs fr ' +
    'inc corp co ltd llc plc bros dept univ assn est approx ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'vs no nos vol fig figs eq sec ch pp ed eds al cf ca viz etc ' +
    'e.g i.e u.s u.k u.n e.u d.c a.m p.m ph.d m.d b.a m.a u.s.a n.y calif ' +
    'bzw z.b d.h ca. usw bspw evtl ggf m mme mlle art av env p.ej sra dra'
  ).split(' '),
)
/** Abbreviations that end a sentence if one of `OPENERS` follows: `at 5 p.m. The …`, `Acme Inc. The …`. */
const OFTEN_LAST: ReadonlySet<string> = new Set(
  'inc corp co ltd llc plc etc a.m p.m u.s u.k u.n e.u d.c u.s.a n.y al'.split(' '),
)
/** Words that open a sentence, to distinguish it from a name after an abbreviation (`U.S. Senate`). */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'The A An It In On At He She They We I You This That These Those But And However Its His Her Their Our As By For ' +
    'From If When While After Before Since With Under Some Many Most Last Both Each There Then Meanwhile'
  ).split(' '),
)

const CLOSERS = new Set('"\'”’»)]}）】」』》〉'.split(''))
/** Closes a quotation in German (`„Wir bauen.“ Dann …`), but opens one in Chinese, directly after a full stop. */
const GERMAN_CLOSER = '“'
const OPENING = new Set('"\'„“‘«([{（【「『《〈'.split(''))
const UNSPACED = new Set(UNSPACED_STOPS)
const SPACED = new Set(SPACED_STOPS)
/** All characters that can end a sentence or prevent its end; the text between is skipped. */
const MARKS = `\\n「『“（《【」』”）》】${UNSPACED_STOPS}${SPACED_STOPS};`
const MARK = new RegExp(`[${MARKS}]`, 'g')
const MARK_OR_SPACE = new RegExp(`[${MARKS} ]`, 'g')
/** Khmer for "etc.", written between two stops. */
const KHMER_ETC = '។ល។'
const THAI_OR_LAO = /[\u0e01-\u0edf]/
const GREEK = /\p{Script=Greek}/u
const SPACE = /\s/u
const CJK_OPEN_QUOTES = '「『“（《【'
const CJK_CLOSE_QUOTES = '」』”）》】'
/** Longest quotation in which stops without spaces are ignored, so that an unclosed bracket does not swallow the rest of the text. */
const MAX_QUOTED = 200

/**
 * Splits plain text into sentences of any language, also mixed. Thai and Lao have no stops: a sentence of theirs ends with its line, or
 * before a word that opens another one.
 *
 * A line break ends a sentence, unless a long line was only wrapped there. Full stops in decimals, addresses, initials, abbreviations and
 * ellipses do not, nor do stops that need no space (`。`, `।`) inside 「」 or （）. Closing quotes and brackets stay with their sentence. Linear in the length of the
 * text.
 *
 * @returns spans in order, without overlap, that cover everything but white space
 * @example
 * splitSentences('Dr. Lee paid $1.5 bn. Why?') // [{ start: 0, end: 21 }, { start: 22, end: 26 }]
 */
export function splitSentences(text: string): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = []
  let start = 0
  let depth = 0
  let openedAt = 0
  const close = (end: number) => {
    const span = trimmed(text, start, end)
    if (span) spans.push(span)
    start = end
    depth = 0
  }
  const mark = THAI_OR_LAO.test(text) ? MARK_OR_SPACE : MARK
  mark.lastIndex = 0
  while (mark.test(text)) {
    const at = mark.lastIndex - 1
    const char = text[at]!
    if (char === '\n') {
      if (!isWrap(text, start, at)) close(at)
      continue
    }
    if (CJK_OPEN_QUOTES.includes(char)) {
      if (depth === 0) openedAt = at
      depth++
    } else if (CJK_CLOSE_QUOTES.includes(char)) depth = Math.max(0, depth - 1)
    else if (UNSPACED.has(char)) {
      if (depth > 0 && at - openedAt < MAX_QUOTED) continue
      if (char === KHMER_ETC[0] && text.startsWith(KHMER_ETC, at)) {
        mark.lastIndex = at + KHMER_ETC.length
        continue
      }
      const end = pastClosers(text, pastStops(text, at + 1, UNSPACED))
      close(end)
      mark.lastIndex = end
    } else if (SPACED.has(char)) {
      const stops = pastStops(text, at + 1, SPACED)
      const end = pastClosers(text, stops, GERMAN_CLOSER)
      if (endsSentence(text, at, end)) {
        close(end)
        mark.lastIndex = end
        // Skips to the last of a run of stops; judging each of them would be quadratic.
      } else mark.lastIndex = Math.max(at + 1, stops - 1)
    } else if (char === ';') {
      // NFC turns the Greek question mark into a semicolon, which Greek does not have.
      if (GREEK.test(text[at - 1] ?? '') && SPACE.test(text[at + 1] ?? ' ')) close(at + 1)
    } else if (char === ' ' && at - start >= LEAST_THAI && opensThai(text, at + 1)) close(at)
  }
  close(text.length)
  return spans
}

/** Fewest characters of a Thai or Lao sentence that ends within a line; a shorter one may be the beginning of a clause. */
const LEAST_THAI = 60
/** Words that only open a sentence in Thai and Lao: "moreover", "besides", "however", "meanwhile", "later". */
const THAI_OPENERS =
  /(?:ทั้งนี้|นอกจากนี้|นอกจากนั้น|อย่างไรก็ตาม|อย่างไรก็ดี|ขณะเดียวกัน|ต่อมา|ທັງນີ້|ນອກຈາກນີ້|ນອກຈາກນັ້ນ|ແນວໃດກໍຕາມ|ຂະນະດຽວກັນ|ຕໍ່ມາ)/y

function opensThai(text: string, at: number): boolean {
  THAI_OPENERS.lastIndex = at
  return THAI_OPENERS.test(text)
}

/** Shortest line that may have been wrapped; headings and list entries are shorter. */
const WRAPPED_LINE = 50

/** Whether a line break is within a sentence: after a long line without a stop, before a lower-case letter or a digit. */
function isWrap(text: string, start: number, at: number): boolean {
  return at - start >= WRAPPED_LINE && /[\p{L}\p{N},]/u.test(text[at - 1]!) && /[\p{Ll}\p{N}]/u.test(text[at + 1] ?? '')
}

function trimmed(text: string, from: number, to: number): SentenceSpan | undefined {
  let start = from
  let end = to
  while (start < end && SPACE.test(text[start]!)) start++
  while (end > start && SPACE.test(text[end - 1]!)) end--
  return end > start ? { start, end } : undefined
}

function pastStops(text: string, from: number, stops: ReadonlySet<string>): number {
  let at = from
  while (at < text.length && stops.has(text[at]!)) at++
  return at
}

/**
 * Returns the position after closing quotes and brackets.
 *
 * @param more a further mark that closes only if white space follows
 */
function pastClosers(text: string, from: number, more?: string): number {
  let at = from
  while (at < text.length && CLOSERS.has(text[at]!)) at++
  return more !== undefined && text[at] === more && SPACE.test(text[at + 1] ?? ' ') ? at + 1 : at
}

/** Whether the stop at `at`, with closing marks up to `end`, ends a sentence. */
function endsSentence(text: string, at: number, end: number): boolean {
  if (end >= text.length) return true
  const next = text[end]!
  if (!SPACE.test(next)) return isCjkChar(next) && text[at] !== '.'
  if (text[at] === '!' || QUESTION_MARKS.includes(text[at]!)) return startsSentence(text, end)
  if (text[at] === '…' || text[at + 1] === '.') return startsSentence(text, end)
  return !isAbbreviation(text, at, end) && startsSentence(text, end)
}

/** Whether what follows the white space at `from` can start a sentence: not a lower-case letter or punctuation. */
function startsSentence(text: string, from: number): boolean {
  let at = from
  while (at < text.length && (SPACE.test(text[at]!) || OPENING.has(text[at]!))) at++
  if (at >= text.length) return true
  return !/[\p{Ll},;:.!?)]/u.test(text[at]!)
}

function isAbbreviation(text: string, at: number, end: number): boolean {
  let from = at
  while (from > 0 && at - from < 12 && /[\p{L}.]/u.test(text[from - 1]!)) from--
  const word = text.slice(from, at)
  const isInitial = /^(?:\p{Lu}|\p{Lu}(?:\.\p{Lu})+)$/u.test(word)
  const lower = word.toLowerCase()
  if (!isInitial && !ABBREVIATIONS.has(lower)) return false
  // "No. 5", but not "said no. The": a number must follow.
  if (lower === 'no' || lower === 'nos') return /^\s*\d/.test(text.slice(end, end + 8))
  if (!OFTEN_LAST.has(lower) && !(isInitial && word.includes('.'))) return true
  const following = /^\s+["“‘'(]?(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1] ?? ''
  return !OPENERS.has(following)
}

function isCjkChar(char: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char)
}
