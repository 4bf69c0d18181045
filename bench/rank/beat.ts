import { compileScope, ON_BEAT } from '../../src/rank/beat-scope.ts'
import { loadBeatRules } from '../../src/run/beat-file.ts'
import { benchFile } from '../bench-folder.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { mentioningMember, readJsonLines } from './bench-lines.ts'

/*
 * Question: what does the gate of the beat let in, and what does it keep out?
 * Data: AI items (ai-days without the one labelled otherwise, two streams) should be on the beat; general English headlines
 * (og2021 of July 2021, uci of 2014) should not. Baseline: an entity filter, any entity of the gazetteer named.
 * Caveat: headlines stand alone here, without the text an item has; general news has a little AI in it.
 * Run: npx tsx bench/rank/beat.ts [--misses]
 */

const SETS = [
  ['clustering/ai-days.jsonl.gz', true],
  ['ai-streams/items-zh-hans.jsonl.gz', true],
  ['ai-streams/items-ko.jsonl.gz', true],
  ['clustering/og2021.jsonl.gz', false],
  ['clustering/uci.jsonl.gz', false],
] as const

interface Line {
  readonly lang?: string
  readonly title?: string
  readonly text?: string
  readonly body?: string
  readonly ai?: number
}

export interface BeatScore {
  readonly set: string
  readonly isAi: boolean
  readonly items: number
  readonly onBeat: number
  /** What naming any entity would let in. */
  readonly naming: number
  readonly misses: readonly string[]
}

/** @returns a score for each set that is there */
export function benchBeat(): readonly BeatScore[] {
  const gazetteer = shippedGazetteer()
  const scope = compileScope(loadBeatRules(), gazetteer)
  return SETS.flatMap(([name, isAi]) => {
    const file = benchFile(name)
    if (!file) return []
    const lines = readJsonLines<Line>(file).filter(({ ai, lang = 'en' }) => (isAi ? ai !== 0 : lang === 'en'))
    const items = lines.map(({ title = '', text, body, lang = 'en' }) => {
      const item = mentioningMember(1, { title, text: text ?? body ?? '', language: lang }, gazetteer)
      return { title, isOn: scope.relevance([item]) >= ON_BEAT, isNaming: item.item.mentions.length > 0 }
    })
    return {
      set: name.replace(/^.*\/(.*)\.jsonl\.gz$/, '$1'),
      isAi,
      items: items.length,
      onBeat: items.filter(({ isOn }) => isOn).length,
      naming: items.filter(({ isNaming }) => isNaming).length,
      misses: items.filter(({ isOn }) => isOn !== isAi).map(({ title }) => title),
    }
  })
}

if (process.argv[1] === import.meta.filename) {
  const scores = benchBeat()
  console.table(scores.map(({ misses: _, ...rest }) => rest))
  if (process.argv.includes('--misses')) for (const { misses } of scores) for (const miss of misses) console.log(miss)
}
