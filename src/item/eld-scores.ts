import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

interface Detector {
  detect(text: string): { readonly language: string; getScores(): Record<string, number> }
}

let detector: Detector | undefined

/**
 * How well a text fits each of the 60 languages that eld knows, best first, each in (0, 1); empty for a text without
 * letters. ISO 639-1 codes, Norwegian as `nb`. The n-grams (1.6 MB; the larger sets score .3 points more on sentences and
 * load in over a second) are read at the first call, which takes about 150 ms: that is why they are required here and not
 * imported above.
 */
export function eldScores(text: string): readonly (readonly [language: string, score: number])[] {
  detector ??= loadDetector()
  const scores = Object.entries(detector.detect(text).getScores())
  return scores.map(([language, score]) => [language === 'no' ? 'nb' : language, score] as const).sort(byScore)
}

function byScore(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1]
}

/** The package exports `import` only; Node ≥ 20.19 requires ES modules, given their file. */
function loadDetector(): Detector {
  const file = fileURLToPath(import.meta.resolve('eld/small'))
  return (createRequire(import.meta.url)(file) as { readonly eld: Detector }).eld
}
