import { tellCloseLanguages } from './close-languages.ts'
import { eldScores } from './eld-scores.ts'
import { countHanMarks } from './han-script.ts'
import { indonesianOrMalay } from './indonesian-or-malay.ts'
import { countScripts, type Script } from './script-counts.ts'

/** Enough to tell; more only costs time (eld itself reads 1,000). */
const SAMPLE_LENGTH = 1_500

/** Scripts that in our time write one language, or one far more than others. */
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
 * The language of a text in BCP 47: `en`, `ja`, `ko`, `zh-Hant`, `zh-Hans`, `yue` (only for written Cantonese), …;
 * `und` where nothing tells it. Addresses, handles and hashtags are not read. Deterministic.
 *
 * @param hint what the feed or the source says (BCP 47; `mul` and `und` say nothing): decides where the text leaves it open
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

/** The part of a declared language that text can bear out: `en-US` → `en`, `zh-TW` → `zh-Hant`; undefined for none. */
export function expectedLanguage(declared: string | undefined): string | undefined {
  const tag = declared?.trim().toLowerCase().replaceAll('_', '-')
  if (tag === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,5}$/.test(tag)) return undefined
  const [primary = ''] = tag.split('-')
  if (primary === 'mul' || primary === 'und' || primary === 'zxx') return undefined
  if (primary === 'zh' || primary === 'cmn')
    return /-(?:hant|tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : /-(?:hans|cn|sg|my)\b/.test(tag) ? 'zh-Hans' : 'zh'
  return primary === 'no' ? 'nb' : primary === 'iw' ? 'he' : primary === 'in' ? 'id' : primary
}

function readableSample(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  if (!/[@#＃]|https?:|www\./.test(sample)) return sample
  return sample.replace(/https?:\/\/\S{1,2000}|www\.\S{1,2000}|\S{1,64}@\S{1,253}|[@#＃][\p{L}\p{N}_.]{1,100}/gu, ' ')
}

/**
 * A Han, kana or Hangul character says about as much as three Latin letters, and names of products stay Latin:
 * `Anthropic 发布 Claude Sonnet 4.6` is Chinese. What makes a text English is its small words.
 */
function isCjk(sample: string, scripts: ReadonlyMap<Script, number>, expected: string | undefined): boolean {
  const cjk = (scripts.get('Hani') ?? 0) + (scripts.get('Kana') ?? 0) + (scripts.get('Hang') ?? 0)
  if (cjk === 0) return false
  let others = 0
  for (const [script, count] of scripts)
    if (script !== 'Hani' && script !== 'Kana' && script !== 'Hang') others += count
  if (cjk * 3 >= others) return true
  // A word of Chinese in a Hebrew or Russian sentence.
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
  // Korean headlines still write 美, 中, 日 for countries; the letters between are Hangul.
  if (hangul > 0 && hangul * 2 >= han + kana) return 'ko'
  // Chinese shop and product names borrow a の; a Japanese sentence has more kana than that.
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
  // No telling character: most Chinese text is simplified.
  return 'zh-Hans'
}

/** Latin, Cyrillic, Arabic and Devanagari write many languages. */
function alphabetLanguage(sample: string, script: Script, letters: number, expected: string | undefined): string {
  const scores = eldScores(sample)
  const best = scores[0]
  if (best === undefined || letters < 3) return expected ?? 'und'
  // eld has one set of n-grams for both, and calls it Malay.
  const usual = expected === 'id' || expected === 'ms' ? 'ms' : expected
  const hinted = scores.find(([language]) => language === usual)
  if (hinted && hinted[1] >= best[1] * hintWeight(letters)) return refined(hinted[0], sample, expected)
  // A name or two in Latin letters tells nothing about a feed in another script.
  if (script === 'Latn' && letters < 12 && hinted === undefined) return expected ?? 'und'
  return refined(tellCloseLanguages(scores, sample), sample, expected)
}

/** How near to the best score the hinted language must come: the shorter the text, the less it says by itself. */
function hintWeight(letters: number): number {
  return letters < 25 ? 0.6 : letters < 60 ? 0.85 : 0.95
}

function refined(language: string, sample: string, expected: string | undefined): string {
  return language === 'ms' ? indonesianOrMalay(sample, expected) : language
}
