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
 * Share of a sentence's words (pairs of characters) that must stand in what it cites where the story has a single report: nobody else
 * bears it out, so a model tells it in the report's own words.
 */
const LEAST_OWN_WORDS = { words: 0.9, pairs: 0.8 } as const
/** What looks like a name but is a word or an acronym: loanwords by their ending, Korean nouns before a particle, up to five capitals. */
const NO_OWN_NAME =
  /^[A-Z]{1,5}s?$|^[가-힣]+$|^[\p{Script=Katakana}ー]{3,4}$|^[\p{Script=Katakana}ー]+(?:ー|ション|ント|ング|ール|スト|ティ|ネス|ビス|テム|クト|ック|ット|ップ|ログ|ラム)$/u

/**
 * Rules against what one report alone says, for it may be an attacker's: the sentences cited are prose about the event and share a
 * word or a name with the title or with another report, and nobody is named whom only one sentence of one report names. In a story
 * of a single report a model also keeps to the words that it cites.
 *
 * @returns the first rule broken
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
  if (hasLoneName(statement, told)) return 'uncorroborated'
  const isBorneOut = (each: CitedSentence) =>
    isAbout(
      each.statement,
      told.map((item) => read(item === each.item ? item.title : citedText(item), item.language)),
    )
  if (!around.every(isBorneOut)) return 'off-topic'
  return reports.length > 1 || keepsToWords(statement, sentence, items, context) ? undefined : 'coverage'

  function read(text: string, language: string): Statement {
    return new Statement(text, language, undefined, context)
  }

  /** The sentences of an item's text in which the quotes stand; its title is read as it is. */
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

/** Names that no gazetteer knows, that are in no title and in one sentence of all alone. */
function hasLoneName(statement: Statement, items: readonly CitedItem[]): boolean {
  const titles = items.map(({ title }) => title.toLowerCase())
  const sentences = items.flatMap(({ text }) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end).toLowerCase()),
  )
  return unknownNames(statement)
    .map(({ start, end }) => statement.text.slice(start, end))
    .filter((name) => !NO_OWN_NAME.test(name))
    .map((name) => name.toLowerCase())
    .filter((name) => !titles.some((title) => title.includes(name)))
    .some((name) => sentences.filter((text) => text.includes(name)).length < 2)
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
