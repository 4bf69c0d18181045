import { readFileSync } from 'node:fs'
import { readClaims } from '../../src/hub/claims/read-claims.ts'
import type { ClaimReading } from '../../src/hub/claims/types.ts'
import { loadBeat } from '../../src/run/beat.ts'

/*
 * Question: are claims about hubs found, and is the verdict the one that the figures give? A false accusation is worse than
 * silence, so that the precision of `contradicted` and `impossible` has a floor of its own.
 * Data: `src/hub/claims/claims.cases.jsonl`, written for this project in four languages, a fifth of it sentences with numbers or
 * comparisons that claim nothing of a hub; the even half was held out while the rules were written. Caveat: one hand wrote both.
 * Run: npm run bench -- claims [--misses]
 */

interface Case {
  readonly id: string
  readonly lang: string
  readonly text: string
  readonly heldOut: boolean
  readonly expect: readonly Pick<ClaimReading, 'hub' | 'indicator' | 'verdict'>[]
}

export interface ClaimScore {
  readonly set: string
  readonly sentences: number
  /** Of claims found, those expected with hub, indicator and verdict; in 0–1. */
  readonly precision: number
  readonly recall: number
  /** Claims called contradicted or impossible, and the share of those that are. */
  readonly accused: number
  readonly accusedPrecision: number
}

const CASES = new URL('../../src/hub/claims/claims.cases.jsonl', import.meta.url)
const ACCUSATIONS: ReadonlySet<string> = new Set(['contradicted', 'impossible'])
const keyOf = ({ hub, indicator, verdict }: Case['expect'][number]) => `${hub} ${indicator} ${verdict}`

export function benchClaims(): { readonly scores: readonly ClaimScore[] } {
  const rules = loadBeat()
  const cases = readFileSync(CASES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
  const read = ({ text }: Case) =>
    readClaims(text, rules.gazetteer.findEntities(text), [], rules).map(({ reading }) => keyOf(reading))
  const showsMisses = process.argv.includes('--misses')
  const scores = [
    scoreOf(
      'written',
      cases.filter(({ heldOut }) => !heldOut),
      read,
      showsMisses,
    ),
    scoreOf(
      'held-out',
      cases.filter(({ heldOut }) => heldOut),
      read,
      false,
    ),
    ...[...new Set(cases.map(({ lang }) => lang))].map((language) =>
      scoreOf(
        `all-${language}`,
        cases.filter(({ lang }) => lang === language),
        read,
        false,
      ),
    ),
  ]
  console.table(scores)
  return { scores }
}

function scoreOf(
  set: string,
  cases: readonly Case[],
  read: (each: Case) => readonly string[],
  showsMisses: boolean,
): ClaimScore {
  let right = 0
  let found = 0
  let expected = 0
  let accused = 0
  let accusedRightly = 0
  for (const each of cases) {
    const want = each.expect.map(keyOf)
    const got = read(each)
    expected += want.length
    found += got.length
    for (const claim of got) {
      const isRight = want.includes(claim)
      if (isRight) right++
      if (!ACCUSATIONS.has(claim.split(' ')[2]!)) continue
      accused++
      if (isRight) accusedRightly++
    }
    const misses = [...got.filter((claim) => !want.includes(claim)), ...want.filter((claim) => !got.includes(claim))]
    if (showsMisses && misses.length > 0) console.log(`${each.id} ${each.text}\n    ${misses.join('; ')}`)
  }
  return {
    set,
    sentences: cases.length,
    precision: right / found,
    recall: right / expected,
    accused,
    accusedPrecision: accused === 0 ? 1 : accusedRightly / accused,
  }
}
