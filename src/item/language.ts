import { expectedLanguage } from '../lib/expected-language.ts'
import { tellCloseLanguages } from './close-languages.ts'
import { eldScores } from './eld-scores.ts'
import { countHanMarks } from './han-script.ts'
import { indonesianOrMalay } from './indonesian-or-malay.ts'
import { countScripts, type Script } from './script-counts.ts'

/** Characters that are read; more only costs time (eld itself reads 1,000). */
const SAMPLE_LENGTH = 1_500

/** Scripts that are used today for one language, or for one far more than for others. */
const LANGUAGE_OF_SCRIPT = new Map<Script, string>([
  ['Grek', 'el'],
  ['Hebr', 'he'],
  ['Beng', 'bn'],
  ['Guru', 'pa'],
  ['Gujr', 'gu'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Sinh', 'si'],
  ['Thai', 'th'],
  ['Laoo', 'lo'],
  ['Mymr', 'my'],
  ['Geor', 'ka'],
  ['Armn', 'hy'],
  ['Ethi', 'am'],
  ['Khmr', 'km'],
])

/**
 * Detects the language of a text as a BCP 47 tag: `en`, `ja`, `ko`, `zh-Hant`, `zh-Hans`, `yue` (only for written Cantonese), …;
 * `und` if it can't be determined. Addresses, handles and hashtags are ignored. Deterministic.
 *
 * @param hint language that the feed or source declares (BCP 47; `mul` and `und` are ignored); decides ambiguous texts
 * @example
 * detectLanguage('香港人工智能發展', 'zh-HK') // 'zh-Hant'
 */
export function detectLanguage(text: string, hint?: string): string {
  const expected = expectedLanguage(hint)
  const sample = readableSample(text)
  const scripts = countScripts(sample)
  if (scripts.size === 0) return expected ?? 'und'
  if (isCjk(sample, scripts, expected)) return cjkLanguage(sample, scripts, expected)
  const [script] = [...scripts].reduce((most, next) => (next[1] > most[1] ? next : most))
  return LANGUAGE_OF_SCRIPT.get(script) ?? alphabetLanguage(sample, script, scripts.get(script)!, expected)
}

function readableSample(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  if (!/[@#＃]|https?:|www\./.test(sample)) return sample
  return sample.replace(/https?:\/\/\S{1,2000}|www\.\S{1,2000}|\S{1,64}@\S{1,253}|[@#＃][\p{L}\p{N}_.]{1,100}/gu, ' ')
}

/**
 * Whether a text is Chinese, Japanese or Korean. A Han, kana or Hangul character counts as three letters, and product names stay Latin:
 * `Anthropic 发布 Claude Sonnet 4.6` is Chinese. What makes a text English is its words in lower case.
 */
function isCjk(sample: string, scripts: ReadonlyMap<Script, number>, expected: string | undefined): boolean {
  const cjk = (scripts.get('Hani') ?? 0) + (scripts.get('Kana') ?? 0) + (scripts.get('Hang') ?? 0)
  if (cjk === 0) return false
  let others = 0
  for (const [script, count] of scripts)
    if (script !== 'Hani' && script !== 'Kana' && script !== 'Hang') others += count
  if (cjk * 3 >= others) return true
  // A Chinese word in a Hebrew or Russian sentence.
  if ((scripts.get('Latn') ?? 0) * 2 < others) return false
  const isExpected = expected !== undefined && /^(?:zh|ja|ko|yue)/.test(expected)
  const smallWords = sample.match(SMALL_WORD)?.length ?? 0
  return isExpected ? smallWords <= cjk + 1 : cjk >= 2 && smallWords < cjk
}

const SMALL_WORD = /(?<![\p{L}\p{N}'’_-])[a-z]{2,20}(?![\p{L}\p{N}_-])/gu

function cjkLanguage(sample: string, scripts: ReadonlyMap<Script, number>, expected: string | undefined): string {
  const han = scripts.get('Hani') ?? 0
  const kana = scripts.get('Kana') ?? 0
  const hangul = scripts.get('Hang') ?? 0
  // Korean headlines still write 美, 中, 日 for countries; their other letters are Hangul.
  if (hangul > 0 && hangul * 2 >= han + kana) return 'ko'
  // Chinese shop and product names borrow の; a Japanese sentence has more kana than that.
  if (kana > 0 && (kana * 12 >= han || expected === 'ja') && !(kana <= 2 && han >= 6 && expected !== 'ja')) return 'ja'
  return hanLanguage(sample, han, expected)
}

function hanLanguage(sample: string, han: number, expected: string | undefined): string {
  const { simplified, shared, traditional, japanese, cantonese, mandarin } = countHanMarks(
    sample.replaceAll('其他', ''),
  )
  const notJapanese = simplified - shared
  if (expected === 'ja' && notJapanese <= japanese) return 'ja'
  if (expected === 'ko' && simplified === 0 && han < 12) return 'ko'
  if (japanese > notJapanese && japanese * 3 >= traditional && expected?.startsWith('zh') !== true) return 'ja'
  if (cantonese > mandarin && cantonese * 40 >= han) return 'yue'
  if (simplified !== traditional) return simplified > traditional ? 'zh-Hans' : 'zh-Hant'
  if (expected === 'zh-Hant' || expected === 'yue') return 'zh-Hant'
  // Without a region-specific character: most Chinese text is simplified.
  return 'zh-Hans'
}

/** Detects the language of a text in a script of many languages: Latin, Cyrillic, Arabic or Devanagari. */
function alphabetLanguage(sample: string, script: Script, letters: number, expected: string | undefined): string {
  const scores = eldScores(sample)
  const best = scores[0]
  if (best === undefined || letters < 3) return expected ?? 'und'
  // eld has one set of n-grams for Indonesian and Malay, and calls it Malay.
  const usual = expected === 'id' || expected === 'ms' ? 'ms' : expected
  const hinted = scores.find(([language]) => language === usual)
  if (hinted && hinted[1] >= best[1] * hintWeight(letters)) return refined(hinted[0], sample, expected)
  // A name or two in Latin letters says nothing about the language of the feed.
  if (script === 'Latn' && letters < 12 && hinted === undefined) return expected ?? 'und'
  return refined(tellCloseLanguages(scores, sample), sample, expected)
}

/** Returns the share of the best score that the hinted language must reach; lower for short texts, which say less themselves. */
function hintWeight(letters: number): number {
  return letters < 25 ? 0.6 : letters < 60 ? 0.85 : 0.95
}

function refined(language: string, sample: string, expected: string | undefined): string {
  return language === 'ms' ? indonesianOrMalay(sample, expected) : language
}
