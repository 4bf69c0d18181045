/**
 * What the gate of the beat lets in and keeps out: share of AI items (ai-days, ai-streams) found on the beat, and of general English headlines (og2021, uci)
 * found on it. General news has some AI in it, so its share is an upper bound of what is wrong.
 * Run: `npx tsx bench/rank/beat.ts [folder of the data]`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseEntities } from '../../src/entity/entity-file.ts'
import { compileGazetteer } from '../../src/entity/gazetteer.ts'
import { beatRelevance, ON_BEAT } from '../../src/rank/beat-relevance.ts'
import { citedText } from '../../src/summary/check.ts'
import { member } from '../../src/summary/testing/member.ts'

const folder = process.argv[2] ?? '../shared/bench'
const sets = [
  ['ai-days', 'clustering/ai-days.jsonl.gz', true],
  ['items-zh-hans', 'ai-streams/items-zh-hans.jsonl.gz', true],
  ['items-ko', 'ai-streams/items-ko.jsonl.gz', true],
  ['og2021 (en)', 'clustering/og2021.jsonl.gz', false],
  ['uci', 'clustering/uci.jsonl.gz', false],
] as const
const entitiesFile = 'data/entities.jsonl'
const gazetteer = compileGazetteer(parseEntities(readFileSync(entitiesFile, 'utf8'), entitiesFile))

for (const [name, path, isAi] of sets) {
  const file = join(folder, path)
  if (!existsSync(file)) {
    console.log(`beat: skipped, no ${file}`)
    continue
  }
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { lang?: string; title?: string; text?: string; body?: string; ai?: number })
    .filter((line) => (isAi ? line.ai !== 0 : line.lang === undefined || line.lang.startsWith('en')))
  const on = lines.filter((line) => {
    const each = member(1, { title: line.title ?? '', text: line.text ?? line.body ?? '' })
    const mentions = gazetteer.findEntities(citedText(each.item), { language: line.lang ?? 'en' })
    return beatRelevance([{ ...each, item: { ...each.item, mentions } }], gazetteer) >= ON_BEAT
  })
  if (process.env.SHOW) {
    for (const line of lines) if (on.includes(line) !== isAi) console.log(`  ${line.title?.slice(0, 140)}`)
  }
  console.log(`${name.padEnd(14)} ${isAi ? 'AI' : 'general'}: ${on.length} of ${lines.length} on the beat`)
}
