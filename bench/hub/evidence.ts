import { readFileSync } from 'node:fs'
import { facetMatcher } from '../../src/hub/evidence/facet-matcher.ts'
import { findQuantities } from '../../src/hub/evidence/quantities.ts'
import { type EvidenceRules, readEvidence } from '../../src/hub/evidence/read-evidence.ts'
import type { EvidenceReading } from '../../src/hub/evidence/types.ts'
import { loadBeat } from '../../src/run/beat.ts'

/*
 * Question: is what the rules read out of a sentence what a person reads out of it: hub, facet, stance, status, quantity?
 * Data: `src/hub/evidence/evidence.cases.jsonl`, written for this project in five languages, a quarter of it hard negatives; the
 * even half was held out while the rules were written. Caveat: one hand wrote both sentences and rules.
 * Two facets that one sentence often carries together (`NEIGHBOURS`) are neither right nor wrong where the case names the other.
 * Run: npm run bench -- evidence [--misses]
 */

interface Expected {
  readonly hub: string
  readonly facet: string
  readonly stance: string
  readonly status: string
  /** `1300PFLOPS`, with `@2024-11` where the sentence says as of when. */
  readonly quantity?: string
}

interface Case {
  readonly id: number
  readonly lang: string
  readonly text: string
  readonly heldOut: boolean
  readonly expect: readonly Expected[]
}

export interface EvidenceScore {
  readonly set: string
  readonly sentences: number
  /** Of (hub, facet) pairs found, those expected; in 0–1, as all that follow. */
  readonly precision: number
  readonly recall: number
  readonly hubPrecision: number
  /** Of the pairs found and expected, those with the right one. */
  readonly stance: number
  readonly status: number
  /** Of those with a quantity expected. */
  readonly quantity: number
}

const CASES = new URL('../../src/hub/evidence/evidence.cases.jsonl', import.meta.url)
const DATACENTRES = 'infrastructure.datacentres-compute'
const NEIGHBOURS: readonly (readonly [string, string])[] = [
  [DATACENTRES, 'infrastructure.energy'],
  [DATACENTRES, 'infrastructure.resilience'],
  [DATACENTRES, 'technical.hardware'],
  [DATACENTRES, 'policy.funding-strategy'],
  ['policy.funding-strategy', 'talent.startups-hubs'],
  ['finance', 'policy.regulation'],
  ['crossborder', 'policy.regulation'],
  ['talent.research', 'talent.industry-academia'],
]

export function benchEvidence(): { readonly scores: readonly EvidenceScore[] } {
  const { gazetteer, atlas } = loadBeat()
  const rules: EvidenceRules = {
    gazetteer,
    findFacets: facetMatcher(atlas.facets.filter(({ isGuide }) => !isGuide)),
    isRegion: (hub) => atlas.hub(hub)?.isRegion === true,
  }
  const cases = readFileSync(CASES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
  const read = ({ text }: Case) =>
    readEvidence(text, gazetteer.findEntities(text), false, rules).map(({ reading }) => reading)
  const showsMisses = process.argv.includes('--misses')
  const score = (set: string, part: readonly Case[]) => scoreOf(set, part, read, showsMisses && set === 'written')
  const languages = [...new Set(cases.map(({ lang }) => lang))]
  const scores = [
    score(
      'written',
      cases.filter(({ heldOut }) => !heldOut),
    ),
    score(
      'held-out',
      cases.filter(({ heldOut }) => heldOut),
    ),
    ...languages.map((language) =>
      score(
        `all-${language}`,
        cases.filter(({ lang }) => lang === language),
      ),
    ),
  ]
  console.table(scores)
  return { scores }
}

function scoreOf(
  set: string,
  cases: readonly Case[],
  read: (each: Case) => readonly EvidenceReading[],
  showsMisses: boolean,
): EvidenceScore {
  const tally = {
    right: 0,
    wrong: 0,
    missed: 0,
    hubRight: 0,
    hubWrong: 0,
    stance: 0,
    status: 0,
    quantities: 0,
    quantity: 0,
  }
  for (const each of cases) {
    const found = read(each)
    const misses: string[] = []
    for (const reading of found) {
      if (each.expect.some(({ hub }) => hub === reading.hub)) tally.hubRight++
      else tally.hubWrong++
      const expected = each.expect.find(({ hub, facet }) => hub === reading.hub && facet === reading.facet)
      if (!expected) {
        if (each.expect.some((other) => other.hub === reading.hub && areNeighbours(other.facet, reading.facet)))
          continue
        tally.wrong++
        misses.push(`wrong: ${reading.hub} ${reading.facet}`)
        continue
      }
      tally.right++
      if (reading.stance === expected.stance) tally.stance++
      else misses.push(`stance ${reading.stance}, not ${expected.stance}`)
      if (reading.status === expected.status) tally.status++
      else misses.push(`status ${reading.status}, not ${expected.status}`)
      if (expected.quantity === undefined) continue
      tally.quantities++
      if (isQuantity(reading, expected.quantity)) tally.quantity++
      else misses.push(`quantity ${JSON.stringify(reading.quantity)}, not ${expected.quantity}`)
    }
    for (const { hub, facet } of each.expect) {
      if (found.some((reading) => reading.hub === hub && reading.facet === facet)) continue
      tally.missed++
      misses.push(`missed: ${hub} ${facet}`)
    }
    if (showsMisses && misses.length > 0) console.log(`${each.id} ${each.text}\n    ${misses.join('; ')}`)
  }
  return {
    set,
    sentences: cases.length,
    precision: tally.right / (tally.right + tally.wrong),
    recall: tally.right / (tally.right + tally.missed),
    hubPrecision: tally.hubRight / (tally.hubRight + tally.hubWrong),
    stance: tally.stance / tally.right,
    status: tally.status / tally.right,
    quantity: tally.quantities === 0 ? 1 : tally.quantity / tally.quantities,
  }
}

function areNeighbours(a: string, b: string): boolean {
  return NEIGHBOURS.some(([one, other]) => (one === a && other === b) || (one === b && other === a))
}

function isQuantity({ quantity }: EvidenceReading, expected: string): boolean {
  const [amount, asOf] = expected.split('@')
  const want = findQuantities(amount!)[0]
  const isAsOf = asOf === undefined || quantity?.asOf === asOf
  return want !== undefined && quantity?.value === want.value && quantity.unit === want.unit && isAsOf
}
