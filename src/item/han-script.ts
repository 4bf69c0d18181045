import jpPairs from 'opencc-js/dict/JPShinjitaiCharacters'
import stPairs from 'opencc-js/dict/STCharacters'
import tsPairs from 'opencc-js/dict/TSCharacters'

/** Counts of a text's characters that are specific to a region or language. */
export interface HanMarks {
  /** Forms of the mainland and Singapore: 发, 会, 这. */
  readonly simplified: number
  /** Those of the simplified that Japan uses too: 会, 数, 国. */
  readonly shared: number
  /** Forms of Taiwan, Hong Kong and Macau (many are Japanese too): 發, 會, 這. */
  readonly traditional: number
  /** Forms used only in Japan: 発, 売, 駅. */
  readonly japanese: number
  /** Characters used only in written Cantonese: 嘅, 喺, 咗. */
  readonly cantonese: number
  /** Function words of written Mandarin for which Cantonese has others: 的, 了, 是. */
  readonly mandarin: number
}

const SIMPLIFIED = 1
const TRADITIONAL = 2
const JAPANESE = 3
const CANTONESE = 4
const MANDARIN = 5
const SHARED = 6

const CANTONESE_ONLY = '嘅喺咗嚟冇哋啲嗰嘢啱畀瞓攞嘥嗌噉唔佢咁咩乜嘞喎囉㗎嚿揾搵'
const MANDARIN_WORDS = '的了是在这這那们們他她没沒吗嗎'

let marks: ReadonlyMap<string, number> | undefined

/** Counts region-specific characters. Linear; the first call builds the tables (about 15 ms). */
export function countHanMarks(text: string): HanMarks {
  marks ??= buildMarks()
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (const character of text) {
    const mark = marks.get(character)
    if (mark !== undefined) counts[mark]!++
  }
  const [, simplified = 0, traditional = 0, japanese = 0, cantonese = 0, mandarin = 0, shared = 0] = counts
  return { simplified: simplified + shared, shared, traditional, japanese, cantonese, mandarin }
}

function buildMarks(): ReadonlyMap<string, number> {
  const built = new Map<string, number>()
  for (const [simplified, traditional] of dictionary(stPairs)) {
    // 台 is both the simplified form of 臺 and a traditional character, so it tells nothing.
    if (!traditional.includes(simplified)) built.set(simplified, SIMPLIFIED)
  }
  for (const [traditional, simplified] of dictionary(tsPairs)) {
    if (!simplified.includes(traditional)) built.set(traditional, TRADITIONAL)
  }
  // Characters of the Chinese encodings are in use in Chinese too, whatever their origin in Japan (予, 芸, 欠).
  const chinese = new Set([
    ...charactersOf('gb2312', 0xb0, 0xf7, 0xa1, 0xfe),
    ...charactersOf('big5', 0xa4, 0xf9, 0x40, 0xfe),
  ])
  for (const [japanese] of dictionary(jpPairs)) {
    if (!chinese.has(japanese)) built.set(japanese, JAPANESE)
    else if (built.get(japanese) === SIMPLIFIED) built.set(japanese, SHARED)
  }
  for (const character of CANTONESE_ONLY) built.set(character, CANTONESE)
  for (const character of MANDARIN_WORDS) if (!built.has(character)) built.set(character, MANDARIN)
  return built
}

/** Parses OpenCC's `from to to|from to|…`. */
function* dictionary(pairs: string): Generator<readonly [string, readonly string[]]> {
  for (const entry of pairs.split('|')) {
    const [from, ...to] = entry.split(' ')
    if (from !== undefined && to.length > 0) yield [from, to]
  }
}

/** Yields the two-byte Han characters of a legacy encoding within the given ranges of lead and trail bytes. */
function* charactersOf(encoding: string, firstLead: number, lastLead: number, firstTrail: number, lastTrail: number) {
  const decoder = new TextDecoder(encoding)
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= lastTrail; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (/^\p{Script=Han}$/u.test(character)) yield character
    }
  }
}
