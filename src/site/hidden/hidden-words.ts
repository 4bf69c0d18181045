import { searchRuns } from '../../store/search-tokens.ts'

/** Limits of a list of hidden words: it is sent in a cookie and in addresses, and each word is looked for in each story of a list. */
export const HIDDEN_WORDS = { most: 50, longest: 50, mostCharacters: 400 } as const

/** Why a list of words cannot be taken. */
export interface HiddenWordsFault {
  readonly what: 'noLetters' | 'tooLong' | 'tooMany' | 'tooMuch'
  /** The first word at fault, cut to the longest allowed; empty if the list as a whole is at fault. */
  readonly word: string
}

/** Separators of words, as people write them: commas and semicolons of every interface language, and line ends. */
const BETWEEN = /[,，、;；\n\r]+/u

/**
 * Parses a list of hidden words. A word may be a phrase (`self-driving car`). Words that differ only in letter case, accents or the form of
 * Chinese characters count as one, kept as first written.
 *
 * @returns the words in the order written; none with a fault
 */
export function readHiddenWords(written: string): {
  readonly words: readonly string[]
  readonly fault?: HiddenWordsFault
} {
  const words = new Map<string, string>()
  for (const part of written.split(BETWEEN)) {
    const word = part
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim()
      .normalize('NFC')
    if (word === '') continue
    const fault = (what: HiddenWordsFault['what']) => ({
      words: [],
      fault: { what, word: word.slice(0, HIDDEN_WORDS.longest) },
    })
    if (word.length > HIDDEN_WORDS.longest) return fault('tooLong')
    const pattern = wordPattern(word)
    if (pattern === undefined) return fault('noLetters')
    if (!words.has(pattern)) words.set(pattern, word)
    if (words.size > HIDDEN_WORDS.most) return { words: [], fault: { what: 'tooMany', word: '' } }
  }
  const list = [...words.values()]
  if (writeHiddenWords(list).length > HIDDEN_WORDS.mostCharacters) {
    return { words: [], fault: { what: 'tooMuch', word: '' } }
  }
  return { words: list }
}

/** Writes words for an address; `readHiddenWords` reads them back. */
export function writeHiddenWords(words: readonly string[]): string {
  return words.join(',')
}

/** Describes a fault for programs, in English. */
export function hiddenWordsProblem({ what, word }: HiddenWordsFault): string {
  const { most, longest, mostCharacters } = HIDDEN_WORDS
  switch (what) {
    case 'noLetters':
      return `${JSON.stringify(word)} has no letter or digit to look for`
    case 'tooLong':
      return `a word has at most ${longest} characters, and ${JSON.stringify(`${word}…`)} has more`
    case 'tooMany':
      return `expected at most ${most} words, with commas between`
    case 'tooMuch':
      return `expected at most ${mostCharacters} characters in all`
  }
}

/**
 * Prepares a text to be searched for hidden words: folded as the search folds it, with one space around and between its runs. A pattern
 * with spaces around it then matches whole words only; one without, as for Chinese, matches anywhere in a run.
 */
export function foldedText(text: string): string {
  return ` ${Array.from(searchRuns(text), (run) => run.text).join(' ')} `
}

/** @returns the pattern to look for in a folded text; undefined for a word without a letter or digit */
export function wordPattern(word: string): string | undefined {
  const runs = [...searchRuns(word)]
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return undefined
  const before = !first.isUnspaced ? ' ' : ''
  const behind = !last.isUnspaced ? ' ' : ''
  return `${before}${runs.map(({ text }) => text).join(' ')}${behind}`
}
