/** Cyrillic of Russian, Ukrainian, Bulgarian and Serbian, Arabic and Persian, and Latin letters that are not accented a–z. */
const LETTERS =
  'а-a б-b в-v г-g д-d е-e ё-e ж-zh з-z и-i й-i к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-sh ъ- ы-i ь- ' +
  'э-e ю-yu я-ya і-i ї-i є-e ґ-g ђ-d ј-j љ-l њ-n ћ-c џ-dz ' +
  'ا-a أ-a إ-i آ-a ى-a ة-a ب-b ت-t ث-th ج-j ح-h خ-kh د-d ذ-d ر-r ز-z س-s ش-sh ص-s ض-d ط-t ظ-z ع-a غ-gh ف-f ق-k ك-k ل-l م-m ن-n ' +
  'ه-h و-w ي-y ئ-y ؤ-w ء- پ-p چ-ch ژ-zh گ-g ک-k ی-y ـ- ' +
  'ß-ss ø-o ł-l đ-d ð-d þ-th æ-ae œ-oe ı-i'
const LATIN_OF = new Map(LETTERS.split(' ').map((pair) => pair.split('-') as [string, string]))

const PLAIN = /^[a-z]*$/
const MARKS = /\p{M}+/gu
/** Only before three letters or more, so that no word consists of an article alone. */
export const ARABIC_ARTICLE = /^ال(?=...)/

/**
 * Writes a word in Latin letters, so that names match across scripts: removes marks, transliterates Cyrillic and Arabic, and drops
 * the Arabic article. Other scripts stay as they are.
 *
 * @param word lower case
 */
export function romanise(word: string): string {
  if (PLAIN.test(word)) return word
  let latin = ''
  for (const letter of word.replace(ARABIC_ARTICLE, '').normalize('NFC')) {
    latin += LATIN_OF.get(letter) ?? letter.normalize('NFKD').replace(MARKS, '')
  }
  return latin
}

const CYRILLIC = /[а-я]/
/** What Russian writes by sound and English as in the name's own language; longer ones first. */
const AS_ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/дж|ж/g, 'j'],
  [/кс/g, 'x'],
  [/х/g, 'h'],
  [/ий$/, 'y'],
  [/ай/g, 'i'],
  [/эй/g, 'a'],
  [/у(?=[аеиоэ])/g, 'w'],
  [/к(?=[аоуэл])/g, 'c'],
  [/я$/, 'ia'],
]

/**
 * Returns another Latin spelling of a Cyrillic word, which English uses for many names that are not Slavic: `хоригоме` is Horigome,
 * `уилсон` Wilson, where `romanise` has `kh` and `u`.
 *
 * @param word lower case
 * @returns undefined if there is no other spelling, and for other scripts
 */
export function otherSpelling(word: string): string | undefined {
  if (!CYRILLIC.test(word)) return undefined
  const spelt = AS_ENGLISH.reduce((text, [letters, latin]) => text.replace(letters, latin), word)
  return spelt === word ? undefined : romanise(spelt)
}
