import { readFileSync } from 'node:fs'
import { loadBeat } from '../../src/run/beat.ts'
import { compareFigures } from '../../src/summary/facts/compare-figures.ts'
import { member } from '../../src/summary/testing/member.ts'

/*
 * Question: are the figures that a story sets side by side those that its reports give for the same thing?
 * Data: stories.tsv beside this file; 41 invented stories, labelled when written, traps (figures of different things) among them.
 * Run: npx tsx bench/run.ts facts; what is wrong, too: npx tsx bench/facts/facts.ts
 */

/** Shares, 0–1. */
export interface FactsBench {
  readonly stories: number
  readonly agreements: { readonly precision: number; readonly recall: number }
  readonly differences: { readonly precision: number; readonly recall: number }
}

interface LabelledStory {
  readonly language: string
  readonly expected: readonly string[]
  readonly reports: readonly string[]
}

const DIFFER = ' ≠ '

export function benchFacts(tellWrong: (line: string) => void = () => {}): FactsBench {
  const { gazetteer } = loadBeat()
  const stories = labelledStories()
  const shown = stories.map(({ language, reports, expected }) => {
    const members = reports.map((text, index) => {
      const each = member(index + 1, { title: 'News', text, language })
      return { ...each, item: { ...each.item, mentions: gazetteer.findEntities(`News\n${text}`) } }
    })
    const found = compareFigures(members).map(({ values }) => values.map((value) => value.text).join(DIFFER))
    for (const each of found) if (!expected.includes(each)) tellWrong(`WRONG ${each}: ${reports.join(' / ')}`)
    for (const each of expected) if (!found.includes(each)) tellWrong(`MISSED ${each}: ${reports.join(' / ')}`)
    return { found, expected }
  })
  const score = (isDifference: boolean) => {
    const those = (list: readonly string[]) => list.filter((each) => each.includes(DIFFER) === isDifference)
    const right = shown.flatMap(({ found, expected }) => those(found).filter((each) => expected.includes(each))).length
    return {
      precision: right / Math.max(1, shown.flatMap(({ found }) => those(found)).length),
      recall: right / Math.max(1, shown.flatMap(({ expected }) => those(expected)).length),
    }
  }
  return { stories: stories.length, agreements: score(false), differences: score(true) }
}

function labelledStories(): readonly LabelledStory[] {
  const lines = readFileSync(new URL('stories.tsv', import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [language, expected, ...reports] = line.split('\t')
      return { language: language!, expected: expected === '-' ? [] : expected!.split('; '), reports }
    })
}

if (process.argv[1] === import.meta.filename) console.log(benchFacts(console.log))
