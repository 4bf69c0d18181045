/**
 * Ranges of a character class: letters and marks of Thai, Lao, Burmese and Khmer, which are written without spaces between words.
 * Digits and punctuation are left out.
 */
export const SOUTH_EAST_ASIAN =
  '\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81\\u0e82\\u0e84\\u0e86-\\u0e8a\\u0e8c-\\u0ea3\\u0ea5\\u0ea7-\\u0ebd\\u0ec0-\\u0ec4\\u0ec6\\u0ec8-\\u0ece' +
  '\\u0edc-\\u0edf\\u1000-\\u103f\\u1050-\\u108f\\u109a-\\u109d\\u1780-\\u17d3\\u17d7\\u17dc\\u17dd\\ua9e0-\\ua9ef\\ua9fa-\\ua9fe' +
  '\\uaa60-\\uaa76\\uaa7a-\\uaa7f'

const ANY = new RegExp(`[${SOUTH_EAST_ASIAN}]`)
/** So many marks at most: real ones are up to six, and a word of a query must not be longer than an index takes. */
const CHARACTER = /[\s\S]\p{M}{0,8}/gu

/** Whether a text has a letter or mark of Thai, Lao, Burmese or Khmer. */
export function isSouthEastAsian(text: string): boolean {
  return ANY.test(text)
}

/**
 * Splits a run into characters, each with its vowel signs and tone marks. Words of these scripts are compared by pairs of such
 * characters, as Chinese is: a dictionary (`Intl.Segmenter`) splits one word differently in different sentences and versions of ICU, so
 * that a query would miss what it is in; docs/decisions/0014-words-without-spaces.md has the figures.
 *
 * @example
 * markedCharacters('ที่นี่') // ['ที่', 'นี่']
 */
export function markedCharacters(run: string): readonly string[] {
  return run.match(CHARACTER) ?? []
}

/** Returns the pairs of such characters of a run, overlapping, in order; a lone character by itself. */
export function markedPairs(run: string): readonly string[] {
  const characters = markedCharacters(run)
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, before) => characters[before]! + character)
}
