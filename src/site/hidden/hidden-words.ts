import { searchRuns } from '../../store/search-tokens.ts'

/** What a list of words may hold: it goes along in a cookie and in addresses, and each word is looked for in each story of a list. */
export const HIDDEN_WORDS = { most: 50, longest: 50, mostCharacters: 400 } as const

/** Why a list of words cannot be taken. */
export interface HiddenWordsFault {
  readonly what: 'noLetters' | 'tooLong' | 'tooMany' | 'tooMuch'
  /** The first word that is at fault, cut to what a word may have; empty where the list as a whole is. */
  readonly word: string
}

/** Commas and lines part words, in the scripts of every interface language; so a list is text that people can write. */
const BETWEEN = /[,，、;；\n\r]+/u

/**
 * Reads a reader's list of words not to see. A word may be several that stand together (`self-driving car`). What differs only in letter
 * case, accents or the form of Chinese characters is one word, kept as it was written first.
 *
 * @returns in the order written; none with a fault
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

/** As an address has them; `readHiddenWords` reads it back. */
export function writeHiddenWords(words: readonly string[]): string {
  return words.join(',')
}

/** For programs, in English. */
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

/** Scripts written without spaces between words, besides those that `searchRuns` tells apart. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * A text as words are looked for in it: folded as the search folds it, with one space around and between its runs. So a word with its
 * spaces is found only whole, and a part of a run without spaces anywhere in it.
 */
export function foldedText(text: string): string {
  return ` ${Array.from(searchRuns(text), (run) => run.text).join(' ')} `
}

/** @returns what to look for in a folded text; undefined for a word without a letter or digit */
export function wordPattern(word: string): string | undefined {
  const runs = [...searchRuns(word)]
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return undefined
  const isWhole = (run: typeof first, letter: string | undefined) => !run.isCjk && !UNSPACED.test(letter ?? '')
  const before = isWhole(first, first.text[0]) ? ' ' : ''
  const behind = isWhole(last, last.text.at(-1)) ? ' ' : ''
  return `${before}${runs.map(({ text }) => text).join(' ')}${behind}`
}
