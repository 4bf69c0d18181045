/** A writing system, by its ISO 15924 code; `Kana` stands for hiragana and katakana. */
export type Script =
  | 'Latn'
  | 'Cyrl'
  | 'Grek'
  | 'Hebr'
  | 'Arab'
  | 'Deva'
  | 'Beng'
  | 'Guru'
  | 'Gujr'
  | 'Taml'
  | 'Telu'
  | 'Knda'
  | 'Mlym'
  | 'Sinh'
  | 'Thai'
  | 'Laoo'
  | 'Mymr'
  | 'Geor'
  | 'Armn'
  | 'Ethi'
  | 'Khmr'
  | 'Kana'
  | 'Hang'
  | 'Hani'

/** First code point, last code point and script of each block, ascending: the blocks of living scripts (Unicode 16). */
const BLOCKS: readonly (readonly [number, number, Script])[] = [
  [0x00c0, 0x024f, 'Latn'],
  [0x0370, 0x03ff, 'Grek'],
  [0x0400, 0x052f, 'Cyrl'],
  [0x0531, 0x058f, 'Armn'],
  [0x0591, 0x05f4, 'Hebr'],
  [0x0620, 0x06ff, 'Arab'],
  [0x0750, 0x077f, 'Arab'],
  [0x08a0, 0x08ff, 'Arab'],
  [0x0900, 0x097f, 'Deva'],
  [0x0980, 0x09ff, 'Beng'],
  [0x0a00, 0x0a7f, 'Guru'],
  [0x0a80, 0x0aff, 'Gujr'],
  [0x0b80, 0x0bff, 'Taml'],
  [0x0c00, 0x0c7f, 'Telu'],
  [0x0c80, 0x0cff, 'Knda'],
  [0x0d00, 0x0d7f, 'Mlym'],
  [0x0d80, 0x0dff, 'Sinh'],
  [0x0e01, 0x0e7f, 'Thai'],
  [0x0e80, 0x0eff, 'Laoo'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x3005, 0x3007, 'Hani'],
  [0x3041, 0x309f, 'Kana'],
  // Excludes the middle dot ・ and the long vowel mark ー, which are not exclusively Japanese.
  [0x30a1, 0x30fa, 'Kana'],
  [0x3130, 0x318f, 'Hang'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xac00, 0xd7a3, 'Hang'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfefe, 'Arab'],
  [0xff66, 0xff9f, 'Kana'],
]

/** Counts letters by script. Linear; ASCII needs no search. */
export function countScripts(text: string): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>()
  let latin = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x00c0) {
      const lower = code | 0x20
      if (lower >= 0x61 && lower <= 0x7a) latin++
      continue
    }
    // The high surrogate of a character in planes 2 and 3 means a rare Han character.
    const script = code >= 0xd840 && code <= 0xd888 ? 'Hani' : scriptOf(code)
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  if (latin > 0) counts.set('Latn', (counts.get('Latn') ?? 0) + latin)
  return counts
}

function scriptOf(code: number): Script | undefined {
  let low = 0
  let high = BLOCKS.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last, script] = BLOCKS[middle]!
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return script
  }
  return undefined
}
