import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SECOND_MS } from '../../src/lib/instant.ts'
import { parseInstant } from '../../src/lib/parse-instant.ts'
import { benchFile } from '../bench-folder.ts'

/*
 * Question: are dates read as feeds mean them, whatever the host's time zone?
 * Data: 72 dates of feedparser's own tests (46 valid though odd, 26 that must be refused).
 * Baseline: `new Date(text)`. Repeat under TZ=Asia/Tokyo, America/St_Johns and Pacific/Apia: our figures must not move.
 */

/** Dates read rightly out of those there are. */
export interface DatesScore {
  readonly valid: number
  readonly validTotal: number
  readonly refused: number
  readonly refusedTotal: number
}

export interface DatesBench {
  readonly ours: DatesScore
  readonly baseline: DatesScore
  readonly datesPerSecond: number
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchDates(): DatesBench | undefined {
  const file = benchFile('conformance/dates/dates.jsonl')
  if (!file) return undefined
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly input: string; readonly expected: string | null })
  const startedAt = performance.now()
  const rounds = 50
  for (let round = 0; round < rounds; round++) for (const { input } of cases) parseInstant(input)
  const seconds = (performance.now() - startedAt) / SECOND_MS
  const result = {
    ours: score(cases, (input) => parseInstant(input)),
    baseline: score(cases, (input) => dateOf(input)),
    datesPerSecond: Math.round((rounds * cases.length) / seconds),
  }
  console.log(`dates (TZ ${Intl.DateTimeFormat().resolvedOptions().timeZone}), ${result.datesPerSecond} a second`)
  console.log(`  auspex    ${words(result.ours)}`)
  console.log(`  new Date  ${words(result.baseline)}`)
  return result
}

function score(
  cases: readonly { readonly input: string; readonly expected: string | null }[],
  parse: (input: string) => number | undefined,
): DatesScore {
  let [valid, validTotal, refused, refusedTotal] = [0, 0, 0, 0]
  for (const { input, expected } of cases) {
    const instant = parse(input)
    if (expected === null) {
      refusedTotal++
      if (instant === undefined) refused++
    } else {
      validTotal++
      // The expectations are in whole seconds; one is of the year 99, which ISO 8601 writes with four digits.
      const wanted = Date.parse(expected.replace(/^(\d{2})-/, '00$1-'))
      if (instant !== undefined && Math.floor(instant / SECOND_MS) * SECOND_MS === wanted) valid++
    }
  }
  return { valid, validTotal, refused, refusedTotal }
}

function dateOf(input: string): number | undefined {
  const instant = new Date(input).getTime()
  return Number.isNaN(instant) ? undefined : instant
}

function words({ valid, validTotal, refused, refusedTotal }: DatesScore): string {
  return `${valid} of ${validTotal} valid, ${refused} of ${refusedTotal} refused`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchDates()
