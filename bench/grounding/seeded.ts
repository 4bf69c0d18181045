import { loadBeat } from '../../src/run/beat.ts'
import { checkAgainst } from '../../src/summary/align/check-against.ts'
import { checkSentence } from '../../src/summary/check/check-sentence.ts'
import { sayFailure } from '../../src/summary/check/failure.ts'
import { checkContext } from './check-context.ts'
import { SEEDED_ERRORS, type SeededError, type SeededSentence, seededSentences } from './seeded-sentences.ts'

/*
 * Question: does the check of published sentences catch what a model gets wrong, and let true sentences pass?
 * Data, method, figures: README.md beside this file.
 * Run: npx tsx bench/run.ts seeded; with the sentences it gets wrong: npx tsx bench/grounding/seeded.ts
 */

/** Shares, 0–1. */
export interface SeededScore {
  readonly caught: number
  readonly caughtOf: Readonly<Partial<Record<SeededError, number>>>
  readonly trueRefused: number
}
export interface SeededBench {
  readonly sentences: { readonly true: number; readonly false: number }
  /** Rules were mended on these. */
  readonly written: SeededScore
  readonly heldOut: SeededScore
  readonly languages: Readonly<Record<string, { readonly caught: number; readonly trueRefused: number }>>
  /** Balanced accuracy of `auspex check`, 0–1, by language; sentences whose source is in another language are left out. */
  readonly uncited: Readonly<Record<string, number>>
}

type Checked = SeededSentence & { readonly isCaught: boolean; readonly failures: readonly string[] }

/** What `checkAgainst` says where the source is a document and nothing is cited. */
function uncited(): Readonly<Record<string, number>> {
  const context = checkContext()
  const judged = seededSentences()
    .filter(({ language, source }) => language.slice(0, 2) === source.language.slice(0, 2))
    .map((each) => ({ ...each, isSupported: checkAgainst(each.text, [each.source.quote], context).supported }))
  const languages = [...new Set(judged.map(({ language }) => language))]
  const share = (rows: typeof judged, wanted: boolean) =>
    rows.filter(({ isSupported }) => isSupported === wanted).length / Math.max(1, rows.length)
  return Object.fromEntries(
    languages.map((language) => {
      const rows = judged.filter((each) => each.language === language)
      const [truths, falsehoods] = [rows.filter(isTrue), rows.filter((each) => !isTrue(each))]
      return [language, (share(truths, true) + share(falsehoods, false)) / 2]
    }),
  )
}

export function benchSeeded(): SeededBench {
  const checked = checkSeeded()
  const languages = [...new Set(checked.map(({ language }) => language))]
  return {
    sentences: { true: checked.filter(isTrue).length, false: checked.filter((each) => !isTrue(each)).length },
    written: scoreOf(checked.filter(({ isHeldOut }) => !isHeldOut)),
    heldOut: scoreOf(checked.filter(({ isHeldOut }) => isHeldOut)),
    languages: Object.fromEntries(
      languages.map((language) => {
        const { caught, trueRefused } = scoreOf(checked.filter((each) => each.language === language))
        return [language, { caught, trueRefused }]
      }),
    ),
    uncited: uncited(),
  }
}

function checkSeeded(): readonly Checked[] {
  const { gazetteer } = loadBeat()
  return seededSentences().map((each) => {
    const { supported, failures } = checkSentence(each, [each.source], { gazetteer })
    return { ...each, isCaught: !supported, failures: failures.map(sayFailure) }
  })
}

const isTrue = ({ error }: SeededSentence): boolean => error === undefined

function scoreOf(checked: readonly Checked[]): SeededScore {
  const refused = (rows: readonly Checked[]) =>
    rows.filter(({ isCaught }) => isCaught).length / Math.max(1, rows.length)
  const falseOnes = checked.filter((each) => !isTrue(each))
  return {
    caught: refused(falseOnes),
    caughtOf: Object.fromEntries(
      SEEDED_ERRORS.map((error) => [error, refused(falseOnes.filter((each) => each.error === error))]),
    ),
    trueRefused: refused(checked.filter(isTrue)),
  }
}

/** Only of the half that rules are written on: who reads the other half has no held-out half any more. */
if (process.argv[1] === import.meta.filename) {
  for (const { isHeldOut, isCaught, error, language, text, source, failures } of checkSeeded()) {
    if (isHeldOut || isCaught === (error !== undefined)) continue
    console.log(
      `${error === undefined ? 'REFUSED' : `MISSED ${error}`} ${language} ${text}\n   ${source.quote}\n   ${failures.join('; ')}`,
    )
  }
  console.log(JSON.stringify(benchSeeded(), undefined, 1))
}
