import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { PackedNgrams } from './packed-ngrams.ts'

interface Detector {
  detect(text: string): { readonly language: string; getScores(): Record<string, number> }
}

/** eld ends after 380 bytes of these, but first takes the punctuation out of all it is given. */
const READ_LENGTH = 500

let detector: Detector | undefined

/**
 * How well a text fits each of the 60 languages that eld knows, best first, each in (0, 1); empty for a text without
 * letters. ISO 639-1 codes, Norwegian as `nb`. The n-grams (1.6 MB of source; the larger sets score .3 points more on
 * sentences) are read at the first call, which takes about 150 ms.
 */
export function eldScores(text: string): readonly (readonly [language: string, score: number])[] {
  detector ??= loadDetector()
  const scores = Object.entries(detector.detect(text.slice(0, READ_LENGTH)).getScores())
  return scores.map(([language, score]) => [language === 'no' ? 'nb' : language, score] as const).sort(byScore)
}

function byScore(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1]
}

/**
 * eld's own detector over n-grams that we keep: as the objects that its module is made of they take 47 MB and, while V8
 * reads them, 60 MB more; packed they take 5.5. A test holds both ways against each other.
 */
function loadDetector(): Detector {
  const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.resolve('eld')))
  // The package exports `import` only; Node ≥ 20.19 requires ES modules, given their file.
  const { createEld } = createRequire(import.meta.url)(fileOf('../languageDetector.js')) as {
    readonly createEld: () => { readonly instance: Detector; readonly loadData: (data: EldData) => void }
  }
  const { instance, loadData } = createEld()
  const { languages, ngrams } = PackedNgrams.read(readFileSync(fileOf('../ngrams/small.js'), 'utf8'))
  loadData({ type: 'S60', languages, ngrams: ngrams.asRecord() })
  return instance
}

interface EldData {
  readonly type: string
  readonly languages: Readonly<Record<string, string>>
  readonly ngrams: Readonly<Record<string, Readonly<Record<number, number>> | undefined>>
}
