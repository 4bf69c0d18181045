import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BENCH_FOLDER } from '../bench-folder.ts'
import { bootstrapF1, type LabelledItem, scoreClusters } from './score-clusters.ts'

/** `aab xxy` → items of gold a, a, b found in x, x, y. */
function labelled(gold: string, found: string, languages = ''): readonly LabelledItem[] {
  return [...gold].map((story, index) => ({ gold: story, found: found[index]!, language: languages[index] }))
}

describe('scoreClusters', () => {
  it('is 1 throughout for the same partition under other names', () => {
    const { b3, pair, nmi, ari, found, gold } = scoreClusters(labelled('aabbc', 'yyxxz'))
    expect([...b3, ...pair]).toEqual([1, 1, 1, 1, 1, 1])
    expect([nmi, ari]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)])
    expect([found, gold]).toEqual([3, 3])
  })

  it('agrees with a case worked by hand', () => {
    // Gold {1,2,3} {4}; found {1,2} {3,4}. B-cubed P: 1, 1, 1/2, 1/2; R: 2/3, 2/3, 1/3, 1.
    const { b3, pair, ari } = scoreClusters(labelled('aaab', 'xxyy'))
    expect(b3[0]).toBeCloseTo(3 / 4, 12)
    expect(b3[1]).toBeCloseTo(2 / 3, 12)
    expect(b3[2]).toBeCloseTo(12 / 17, 12)
    // Pairs together: gold 12 13 23, found 12 34; both 12. Expected of chance: 2 × 3 / 6 = 1.
    expect(pair).toEqual([1 / 2, 1 / 3, 2 / 5])
    expect(ari).toBeCloseTo(0, 12)
  })

  it('gives mutual information by the geometric mean', () => {
    // Gold entropy ln 2; found entropy of 3:1 is .5623; information .2158.
    const { nmi } = scoreClusters(labelled('aabb', 'xxxy'))
    expect(nmi).toBeCloseTo(0.215762 / Math.sqrt(0.693147 * 0.562335), 5)
  })

  it('counts pairs in different languages apart', () => {
    // Gold pairs across languages: 1–3, 2–3; found: 1–3, 1–4.
    const items = labelled('aaab', 'xyxx', 'eezz')
    expect(scoreClusters(items).crossPair).toEqual([1 / 2, 1 / 2, 1 / 2])
  })

  it.each([
    ['singletons', 'abcd', 1, 0.5],
    ['one story', 'xxxx', 0.5, 1],
  ])('knows the trivial system of %s', (_, found, precision, recall) => {
    const { b3 } = scoreClusters(labelled('aabb', found))
    expect([b3[0], b3[1]]).toEqual([precision, recall])
  })

  it('does not mind numbers as labels, nor labels that look alike together', () => {
    const items = [
      { gold: 'a', found: 1 },
      { gold: 'a\n1', found: 11 },
    ]
    expect(scoreClusters(items).b3).toEqual([1, 1, 1])
  })
})

describe('bootstrapF1', () => {
  it('holds the score, repeats itself, and has no width for a perfect system', () => {
    const items = labelled('aaabbbccdde', 'xxyyyzzzuuv')
    const [low, high] = bootstrapF1(items)
    const { b3 } = scoreClusters(items)
    expect(low).toBeLessThanOrEqual(b3[2])
    expect(high).toBeGreaterThanOrEqual(b3[2])
    expect(bootstrapF1(items)).toEqual([low, high])
    expect(bootstrapF1(labelled('aabb', 'xxyy'))).toEqual([1, 1])
  })
})

const CHECK = path.join(BENCH_FOLDER, 'clustering/og2021.scorer-check.json')

// The data are not part of the repository: where they are absent there is nothing to compare with, and no such test.
if (existsSync(CHECK)) describe('against values of another scorer (og2021)', compareWithAnotherScorer)

function compareWithAnotherScorer(): void {
  const expected = existsSync(CHECK)
    ? (JSON.parse(readFileSync(CHECK, 'utf8')) as Record<
        string,
        { b3: number[]; pair: number[]; nmi_geom?: number; ari?: number }
      >)
    : {}
  const systems: Readonly<Record<string, (index: number, date: string) => string>> = {
    singletons: (index) => String(index),
    one_cluster: () => 'all',
    one_per_utc_day: (_, date) => date.slice(0, 10),
  }

  it.each(Object.keys(systems))('reproduces %s to 1e-6', (name) => {
    const file = path.join(BENCH_FOLDER, 'clustering/og2021.jsonl.gz')
    const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
    const items = lines.map((line, index) => {
      const { story, date } = JSON.parse(line) as { story: string; date: string }
      return { gold: story, found: systems[name]!(index, date) }
    })
    const scores = scoreClusters(items)
    const check = expected[`og2021/dev/${name}`]!
    for (const [index, value] of check.b3.entries())
      expect(Math.abs(scores.b3[index]! - value)).toBeLessThanOrEqual(1e-6)
    for (const [index, value] of check.pair.entries())
      expect(Math.abs(scores.pair[index]! - value)).toBeLessThanOrEqual(1e-6)
    if (check.nmi_geom !== undefined) expect(Math.abs(scores.nmi - check.nmi_geom)).toBeLessThanOrEqual(1e-6)
    if (check.ari !== undefined) expect(Math.abs(scores.ari - check.ari)).toBeLessThanOrEqual(1e-6)
  })
}
