import { ARABIC_ARTICLE } from '../romanise.ts'

/** Languages in which an ending replaces the last vowel: `Австралия`, `в Австралии`. */
const ENDING_REPLACES_VOWEL = new Set(['ru', 'sl'])
/** Fewest letters of a name's stem that is listed for its other endings. */
const LEAST_LETTERS = 5
/** Names that are more often another word or a person's name: "of that", "meeting", "financial", "means", "arrogance", "to deter". */
const OTHER_WORDS = new Set(
  'того reunión reunião مالي عمان 수단 오만 저지 maurice mauricio maurício dominique dominica jersey タイ'.split(' '),
)
/** English reports spell these otherwise than CLDR; the table of translations has them. */
const WRITTEN_OTHERWISE = new Set(['TR', 'CZ'])
/** Words of English names that identify no country. */
const EMPTY = new Set(['and', 'the', 'island', 'islands', 'republic', 'territory', 'territories', 'area', 'isle'])

const MARKS = /\p{M}+/gu
const ENGLISH_NAME = /^[a-z]+(?: [a-z]+)?$/
const ONE_WORD = /^\p{L}[\p{L}\p{M}]+$/u
const FINAL_VOWEL = /[аеиоуыэюяьaeiou]$/

let english: readonly (readonly [code: string, words: readonly string[]])[] | undefined

/**
 * Returns the one-word names of countries and territories in a language, and the English words of each: from CLDR, by way of the
 * runtime's display names. Empty for a language that the runtime does not know.
 *
 * @param language primary subtag
 */
export function countryNames(language: string): ReadonlyMap<string, readonly string[]> {
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return new Map()
  english ??= englishNames()
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const known = new Map<string, readonly string[]>()
  for (const [code, words] of english) {
    const name = names.of(code)?.toLowerCase()
    if (name === undefined || !ONE_WORD.test(name) || OTHER_WORDS.has(name)) continue
    for (const form of formsOf(name, language)) if (!known.has(form)) known.set(form, words)
  }
  return known
}

function formsOf(name: string, language: string): readonly string[] {
  if (language === 'ar') return [name, name.replace(ARABIC_ARTICLE, '')]
  const beginning = name.replace(FINAL_VOWEL, '')
  return ENDING_REPLACES_VOWEL.has(language) && beginning.length >= LEAST_LETTERS ? [name, beginning] : [name]
}

function englishNames() {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const found: [string, readonly string[]][] = []
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = first + second
      const name = names.of(code)?.normalize('NFKD').replace(MARKS, '').toLowerCase()
      if (name === undefined || WRITTEN_OTHERWISE.has(code) || !ENGLISH_NAME.test(name)) continue
      const words = name.split(' ').filter((word) => word.length > 2 && !EMPTY.has(word))
      if (words.length > 0) found.push([code, words])
    }
  }
  return found
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
