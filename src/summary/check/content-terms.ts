import { stemmer } from 'stemmer'
import { everyMatch } from '../../lib/every-match.ts'
import { forEachPlainWord, isPlain } from '../../lib/plain-words.ts'
import { isSouthEastAsian, markedCharacters, SOUTH_EAST_ASIAN } from '../../lib/unspaced-scripts.ts'
import { regularForm } from './irregular-verbs.ts'

/** A term of a text with its span. */
export interface ContentTerm {
  readonly term: string
  readonly start: number
  readonly end: number
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the and or but nor so yet if then than that this these those there here it its it's he she they them their theirs his her hers him " +
    'we us our you your i me my who whom whose which what when where while how why as at by for from in into of off on onto out over per ' +
    'to toward towards under until up upon with within without about above across after against along among around before behind below ' +
    'between beyond during through throughout via is are was were be been being am has have had having do does did doing done will would ' +
    "shall should can could may might must not no n't also just only very more most much many some any each every both all such own same " +
    'other another one ones say says said saying according tell tells told add adds added new now well still even back yes ok oh'
  ).split(' '),
)
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const LETTERS = `(?:(?![${CJK}\\p{Script=Hangul}${SOUTH_EAST_ASIAN}])[\\p{L}\\p{N}]\\p{M}*)+`
const RUN = new RegExp(
  `[${CJK}ー々〆]+|\\p{Script=Hangul}+|[${SOUTH_EAST_ASIAN}]+|${LETTERS}(?:['.&]${LETTERS})*`,
  'gu',
)
const HAN_OR_KANA = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u
const HANGUL = /^\p{Script=Hangul}/u
/** Japanese grammar, and the most common Chinese function characters. */
const HIRAGANA_ONLY = /^\p{Script=Hiragana}+$/u
const HAN_GRAMMAR = /[的了和在是也都就而被把其之该这那]/u
const KOREAN_ENDING =
  /(?:에서는|으로부터|이라고|라고|에서|으로|까지|부터|에게|한테|처럼|보다|했다고|했다|한다|하는|하고|하게|하지|할|한|했|하|되|됐다|된다|되는|이다|였다|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u

/**
 * Returns the content terms of a folded text in order, with repetitions: stems (Porter 1980) of Latin words other than stop words,
 * character pairs of Chinese, Japanese, Thai, Lao, Burmese and Khmer, and syllable pairs of Korean words without particles.
 */
export function contentTerms(folded: string): readonly ContentTerm[] {
  const terms: ContentTerm[] = []
  const pushWord = (start: number, end: number) => {
    const word = withoutEnding(folded.slice(start, end))
    if (!STOP_WORDS.has(word) && word.length > 1) terms.push({ term: stem(word), start, end })
  }
  if (isPlain(folded)) {
    forEachPlainWord(folded, "'.&", pushWord)
    return terms
  }
  for (const { 0: run, index } of everyMatch(folded, RUN)) {
    if (HAN_OR_KANA.test(run))
      pushPairs(terms, run, index, (pair) => HIRAGANA_ONLY.test(pair) || HAN_GRAMMAR.test(pair))
    else if (HANGUL.test(run))
      pushPairs(terms, run.length > 2 ? run.replace(KOREAN_ENDING, '') : run, index, () => false)
    else if (isSouthEastAsian(run)) pushMarkedPairs(terms, run, index)
    else pushWord(index, index + run.length)
  }
  return terms
}

function withoutEnding(word: string): string {
  return word.includes("'") ? word.replace(/'(?:s|re|ve|ll|d|m)$/, '') : word
}

function pushPairs(terms: ContentTerm[], run: string, base: number, isGrammar: (pair: string) => boolean): void {
  if (run.length === 1 && !isGrammar(run)) terms.push({ term: run, start: base, end: base + 1 })
  for (let at = 0; at + 1 < run.length; at++) {
    const term = run.slice(at, at + 2)
    if (!isGrammar(term)) terms.push({ term, start: base + at, end: base + at + 2 })
  }
}

/** Adds pairs of characters with their marks; a lone character is mostly a sign of repetition or abbreviation. */
function pushMarkedPairs(terms: ContentTerm[], run: string, base: number): void {
  let start = base
  let before = ''
  for (const character of markedCharacters(run)) {
    const end = start + before.length + character.length
    if (before !== '') terms.push({ term: before + character, start, end })
    start += before.length
    before = character
  }
}

const stems = new Map<string, string>()
const MOST_STEMS = 50_000

/** @param word lower case */
function stem(word: string): string {
  let found = stems.get(word)
  if (found === undefined) {
    if (stems.size >= MOST_STEMS) stems.clear()
    found = /^[a-z]+$/.test(word) ? stemmer(regularForm(word)) : word
    stems.set(word, found)
  }
  return found
}
