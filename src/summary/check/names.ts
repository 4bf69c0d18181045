import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'
import { type NamePlace, opensWithName, uncapitalisedNames } from './told-names.ts'

/** A capitalised word; it ends where a script without capitals begins: `Labs发布` names Labs. */
const CAPITALISED = /(?<!\p{N})\p{Lu}[\p{Lu}\p{Ll}\p{N}]*(?:[-.'’&][\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\p{N}]*)*/gu
const KATAKANA = /[\p{Script=Katakana}ー]{3,}/gu
/** A name with digits: `H100`, `GPT-5`, `5G`; not `mid-2027` or `then-16-year-old`. */
const WITH_DIGITS =
  /(?<![\p{L}\p{N}])(?!(?:then|now|mid|pre|post|early|late|age|aged|since|under|over|non|top|about|ex)-\p{N})(?:\p{Script=Latin}[\p{Script=Latin}\p{N}]*-?\p{N}[\p{Script=Latin}\p{N}.]*(?<!\.)|\p{N}+\p{Lu}[\p{Script=Latin}\p{N}]*)/gu
const SENTENCE_START = /(?:[.!?。！？:：“"「『‘(（\n]\s*|[—–-]\s+)$/u
/** Capitalised words that are not names: titles, days and months (dates have their own rule), common abbreviations. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'i a ai it mr mrs ms dr prof sir ceo cfo cto coo evp vp pr hr tv pc us u.s uk u.k eu u.e un u.n usa u.s.a ipo r&d q&a faq api gpu cpu llm llms gpus cpus apis ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday am pm utc gmt est pst et pt edt pdt ok'
  ).split(' '),
)

/**
 * Checks that the evidence has each name of the sentence: names known to the gazetteer in any script; other capitalised words,
 * katakana, words with digits and names recognised by grammar as they are written.
 */
export function checkNames(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const missing = new Map<string, Failure>()
  const knownIds = new Set(evidence.flatMap(({ mentions }) => mentions.map(({ entityId }) => entityId)))
  for (const { entityId, start, end } of sentence.mentions) {
    const written = sentence.text.slice(start, end)
    if (knownIds.has(entityId) || standsIn(sentence.folded.slice(start, end), evidence)) continue
    if (sentence.dates.some((date) => start < date.end && end > date.start)) continue
    // "on the verge of": the name The Verge would be capitalised.
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

/** Returns the names that are recognised by capitals, katakana, digits or grammar and that the gazetteer does not know. */
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
    // The first word has a capital anyway; its form or what follows must show that it is a name.
    if (opensSentence(text, index) && !isNameAtStart(text.slice(index + word.length), word)) continue
    add(index, word.replace(/['’]s$/, '').length)
  }
  if (sentence.language === 'ja')
    for (const { 0: word, index } of text.matchAll(KATAKANA)) if (!isQuantity(sentence, index)) add(index, word.length)
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

/** Whether the evidence has a name: the whole, or of a compound (`AI-based`) the parts with a capital or digit. */
function isNamed(written: string, folded: string, evidence: readonly Statement[]): boolean {
  if (standsIn(folded, evidence)) return true
  const parts = folded.split('-')
  if (parts.length === 1 || parts.length !== written.split('-').length) return false
  const named = parts.filter((_, at) => /^\p{Lu}|\p{N}/u.test(written.split('-')[at]!))
  return named.length < parts.length && named.every((part) => standsIn(part, evidence))
}

/** Whether a name is in the evidence as a whole word, or, from five letters on, as an inflected form (`China`, `Chinese`) by its prefix. */
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
