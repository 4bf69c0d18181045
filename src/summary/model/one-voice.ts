import { coverageOf } from '../check/coverage.ts'
import { type CitedItem, citedText, evidenceOf } from '../check/evidence.ts'
import { unknownNames } from '../check/names.ts'
import { Statement } from '../check/statement.ts'
import type { CheckContext } from '../check/types.ts'
import { mayBeNote } from '../note.ts'
import { splitSentences } from '../split-sentences.ts'
import type { SummarySentence } from '../types.ts'
import type { DropRule, ModelInput } from './types.ts'

/**
 * Least share of a sentence's words (or character pairs) that its citations must contain if the story has a single report. Nobody
 * else corroborates it, so a model must keep to the report's own words.
 */
const LEAST_OWN_WORDS = { words: 0.9, pairs: 0.8 } as const
/** Least words (or character pairs) that a first sentence must share with the title to count as its lead. */
const LEAST_OF_TITLE = 2
/** What looks like a name but is a word, unit or acronym: loanwords by their ending, Korean nouns before a particle, up to five capitals. */
const NO_OWN_NAME =
  /^[A-Z]{1,5}s?$|^(?:[kKMGT]?(?:Wh?|Hz|bps|Pa)|SoCs?)$|^[가-힣]+$|^[\p{Script=Katakana}ー]{3,4}$|^[\p{Script=Katakana}ー]+(?:ー|ション|ント|ング|ール|スト|ティ|ネス|ビス|テム|クト|ック|ット|ップ|ログ|ラム)$/u

/** Adjectives of countries and languages; `Thai` alone names nobody. */
const OF_A_COUNTRY: ReadonlySet<string> = new Set(
  (
    'african american arab arabic argentine asian australian austrian belgian brazilian british bulgarian canadian cantonese chilean chinese colombian ' +
    'croatian czech danish dutch egyptian emirati english estonian european filipino finnish french german greek hindi hungarian indian indonesian iranian irish ' +
    'israeli italian japanese kenyan korean malay malaysian mandarin mexican nigerian norwegian pakistani polish portuguese romanian russian saudi scottish ' +
    'serbian singaporean spanish swedish swiss taiwanese tamil thai turkish ukrainian vietnamese welsh'
  ).split(' '),
)

/**
 * Applies rules against content that a single report may have injected. The cited sentences must be prose about the event; those that
 * may name somebody must share a word or a name with the rest of the reports; and nobody may be named whom only one sentence of one
 * report names. In a story of a single report a model must also keep to the words that it cites.
 *
 * @returns the first rule broken; undefined if none
 */
export function oneVoiceRuleBroken(
  sentence: SummarySentence,
  items: ReadonlyMap<number, CitedItem>,
  { reports }: ModelInput,
  context: CheckContext,
): DropRule | undefined {
  const cited = [...new Set(sentence.citations.map(({ itemId }) => itemId))].flatMap((id) => items.get(id) ?? [])
  const around = cited.flatMap((item) => sentencesAround(sentence, item))
  if (around.some(({ statement: { text } }) => mayBeNote(text))) return 'instruction'
  const statement = read(sentence.text, sentence.language)
  const told = reports.flatMap(({ itemId }) => items.get(itemId) ?? [])
  const leads = new Map(told.map((item) => [item, leadOf(item)]))
  const cues = around.map((each) => each.statement)
  if (hasLoneName([statement, ...cues], told, [...leads.values()])) return 'uncorroborated'
  const isBorneOut = (each: CitedSentence) =>
    isAbout(
      each.statement,
      told.map((item) =>
        read(item === each.item ? withoutSentence(item, each.statement.text) : citedText(item), item.language),
      ),
    )
  if (!around.every((each) => !mayName(each.statement) || isBorneOut(each))) return 'off-topic'
  return reports.length > 1 || keepsToWords(statement, sentence, items, context) ? undefined : 'coverage'

  /** Returns a report's first sentence if it agrees with the title, so that the names in it are the story's; else an empty string. */
  function leadOf(item: CitedItem): string {
    const [first] = splitSentences(item.text)
    const lead = first ? item.text.slice(first.start, first.end) : ''
    const { terms } = read(item.title, item.language)
    const shared = [...read(lead, item.language).terms].filter((term) => terms.has(term)).length
    return shared >= LEAST_OF_TITLE && !mayBeNote(lead) ? lead : ''
  }

  function read(text: string, language: string): Statement {
    return new Statement(text, language, undefined, context)
  }

  /** Returns the sentences of an item's text that contain the quotes; quotes from its title yield none. */
  function sentencesAround({ citations }: SummarySentence, item: CitedItem): readonly CitedSentence[] {
    const base = item.title.length + 1
    const isQuoted = (start: number, end: number) =>
      citations.some((each) => each.itemId === item.id && each.start < base + end && base + start < each.end)
    return splitSentences(item.text)
      .filter(({ start, end }) => isQuoted(start, end))
      .map(({ start, end }) => ({ item, statement: read(item.text.slice(start, end), item.language) }))
  }
}

interface CitedSentence {
  readonly item: CitedItem
  readonly statement: Statement
}

/** Whether a sentence has a name that no gazetteer, title or lead knows and that is in fewer than two sentences of all reports. */
function hasLoneName(
  [statement, ...around]: readonly [Statement, ...Statement[]],
  items: readonly CitedItem[],
  leads: readonly string[],
): boolean {
  const told = [...items.map(({ title }) => title), ...leads].map((text) => text.toLowerCase())
  const sentences = items.flatMap(({ text }) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end).toLowerCase()),
  )
  const named = [statement, ...around].flatMap((each) =>
    unknownNames(each).map(({ start, end }) => each.text.slice(start, end)),
  )
  // A capital at the start of a sentence tells nothing, but the cited sentence may have the name in the middle.
  return named
    .filter((name) => statement.text.includes(name))
    .filter((name) => !NO_OWN_NAME.test(name) && !OF_A_COUNTRY.has(name.toLowerCase()))
    .map((name) => name.toLowerCase())
    .filter((name) => !told.some((text) => text.includes(name)))
    .some((name) => sentences.filter((text) => text.includes(name)).length < 2)
}

function withoutSentence(item: CitedItem, text: string): string {
  return citedText(item).replace(text, '\n')
}

/** Whether a sentence may name somebody; always true for Korean, where names look like other nouns. */
function mayName(statement: Statement): boolean {
  return statement.language === 'ko' || statement.mentions.length > 0 || unknownNames(statement).length > 0
}

/** Whether a sentence shares a word or a name with one of the texts. */
function isAbout(sentence: Statement, texts: readonly Statement[]): boolean {
  const named = new Set(texts.flatMap(({ mentions }) => mentions.map(({ entityId }) => entityId)))
  return (
    texts.some(({ terms }) => [...sentence.terms].some((term) => terms.has(term))) ||
    sentence.mentions.some(({ entityId }) => named.has(entityId))
  )
}

function keepsToWords(
  statement: Statement,
  { citations }: SummarySentence,
  items: ReadonlyMap<number, CitedItem>,
  context: CheckContext,
): boolean {
  const cited = evidenceOf(citations, items)
  if ('failure' in cited) return false
  const evidence = cited.evidence.map((each) => new Statement(each.quote, each.language, each.publishedAt, context))
  const least = /^(?:zh|ja|ko)$/.test(statement.language) ? LEAST_OWN_WORDS.pairs : LEAST_OWN_WORDS.words
  return coverageOf(statement, evidence).share >= least
}
