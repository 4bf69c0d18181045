import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'
import { type NamePlace, opensWithName, uncapitalisedNames } from './told-names.ts'

/** Ends where a script without capitals begins: `Labs发布` names Labs. */
const CAPITALISED = /(?<!\p{N})\p{Lu}[\p{Lu}\p{Ll}\p{N}]*(?:[-.'’&][\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\p{N}]*)*/gu
const KATAKANA = /[\p{Script=Katakana}ー]{3,}/gu
/** A name with figures in it: `H100`, `GPT-5`, `5G`; not `mid-2027` nor `then-16-year-old`. */
const WITH_DIGITS =
  /(?<![\p{L}\p{N}])(?!(?:then|now|mid|pre|post|early|late|age|aged|since|under|over|non|top|about|ex)-\p{N})(?:\p{Script=Latin}[\p{Script=Latin}\p{N}]*-?\p{N}[\p{Script=Latin}\p{N}.]*(?<!\.)|\p{N}+\p{Lu}[\p{Script=Latin}\p{N}]*)/gu
const SENTENCE_START = /(?:[.!?。！？:：“"「『‘(（\n]\s*|[—–-]\s+)$/u
/** Capitals that name nobody: titles, days and months (dates are checked by themselves), common abbreviations. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'i a ai it mr mrs ms dr prof sir ceo cfo cto coo evp vp pr hr tv pc us u.s uk u.k eu u.e un u.n usa u.s.a ipo r&d q&a faq api gpu cpu llm llms gpus cpus apis ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday am pm utc gmt est pst et pt edt pdt ok'
  ).split(' '),
)

/**
 * Each name of the sentence is in the evidence: those the gazetteer knows in any script, other capitalised words,
 * katakana, words with figures and names told by grammar letter for letter.
 */
export function checkNames(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const missing = new Map<string, Failure>()
  const knownIds = new Set(evidence.flatMap(({ mentions }) => mentions.map(({ entityId }) => entityId)))
  for (const { entityId, start, end } of sentence.mentions) {
    const written = sentence.text.slice(start, end)
    if (knownIds.has(entityId) || standsIn(sentence.folded.slice(start, end), evidence)) continue
    if (sentence.dates.some((date) => start < date.end && end > date.start)) continue
    // "on the verge of": who is called The Verge has a capital.
    if (/^the \p{Ll}/u.test(written)) continue
    missing.set(written, { rule: 'name', found: written })
  }
  const isSame = evidence.some((each) => sameLanguage(sentence, each))
  for (const { start, end } of isSame ? unknownNames(sentence) : withoutMentions(sentence, otherNames(sentence))) {
    const written = sentence.text.slice(start, end)
    if (!isNamed(written, sentence.folded.slice(start, end), evidence))
      missing.set(written, { rule: 'name', found: written })
  }
  return [...missing.values()]
}

/** Names that capitals, katakana, figures or grammar tell and the gazetteer does not know. */
export function unknownNames(sentence: Statement): readonly NamePlace[] {
  return withoutMentions(sentence, [...otherNames(sentence), ...uncapitalisedNames(sentence)])
}

function withoutMentions({ mentions }: Statement, places: readonly NamePlace[]): readonly NamePlace[] {
  return places.filter(({ start, end }) => !mentions.some((mention) => start < mention.end && end > mention.start))
}

function otherNames(sentence: Statement): readonly NamePlace[] {
  const { text } = sentence
  const places: { start: number; end: number }[] = []
  const add = (start: number, length: number) => {
    const isTaken = places.some((place) => start < place.end && start + length > place.start)
    if (!isTaken) places.push({ start, end: start + length })
  }
  for (const { 0: word, index } of text.matchAll(WITH_DIGITS)) if (!isQuantity(sentence, index)) add(index, word.length)
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    if (isQuantity(sentence, index) || isNoName(word)) continue
    // The first word has a capital anyway; it is a name if another one follows, or if it is no plain word.
    if (opensSentence(text, index) && !isNameAtStart(text.slice(index + word.length), word)) continue
    add(index, word.replace(/['’]s$/, '').length)
  }
  if (sentence.language === 'ja') for (const { 0: word, index } of text.matchAll(KATAKANA)) add(index, word.length)
  return places
}

function isNoName(word: string): boolean {
  return NO_NAMES.has(
    word
      .toLowerCase()
      .replace(/['’]s$/, '')
      .replace(/\.$/, ''),
  )
}

function opensSentence(text: string, at: number): boolean {
  return at === 0 || SENTENCE_START.test(text.slice(Math.max(0, at - 4), at))
}

function isNameAtStart(after: string, word: string): boolean {
  return /^\p{Lu}\p{Ll}*\p{Lu}/u.test(word) || /^['’]s\b/.test(after) || opensWithName(word, after)
}

function isQuantity(sentence: Statement, at: number): boolean {
  return [...sentence.quantities, ...sentence.dates].some(({ start, end }) => at >= start && at < end)
}

/** Whole, or of a compound (`AI-based`) its parts with a capital. */
function isNamed(written: string, folded: string, evidence: readonly Statement[]): boolean {
  if (standsIn(folded, evidence)) return true
  const parts = folded.split('-')
  if (parts.length === 1 || parts.length !== written.split('-').length) return false
  const named = parts.filter((_, at) => /^\p{Lu}|\p{N}/u.test(written.split('-')[at]!))
  return named.length < parts.length && named.every((part) => standsIn(part, evidence))
}

/** As a word of its own; inflected forms of names too (`China`, `Chinese`), by their first letters. */
function standsIn(folded: string, evidence: readonly Statement[]): boolean {
  const name = folded.replace(/'s$/, '')
  const isLatin = /^[\p{Script=Latin}\p{N}.&'-]+$/u.test(name)
  if (!isLatin) return evidence.some((each) => each.folded.includes(name))
  const escaped = name.replace(/[.*+?^${}()|[\]\\&]/g, '\\$&')
  const whole = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${escaped}(?![\\p{Script=Latin}\\p{N}])`, 'u')
  if (evidence.some((each) => whole.test(each.folded))) return true
  if (!/^\p{L}+$/u.test(name) || name.length < 5) return false
  const begins = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${name.slice(0, Math.max(4, name.length - 3))}`, 'u')
  return evidence.some((each) => begins.test(each.folded))
}
