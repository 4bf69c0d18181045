/**
 * What the gate of the beat lets in and keeps out, by words alone (titles have no mentions here, so names count for
 * nothing): share of AI items (ai-days, ai-streams) found on the beat, and of general English headlines (og2021, uci)
 * found on it. General news has some AI in it, so its share is an upper bound of what is wrong.
 * Run: `npx tsx bench/rank/beat.ts [folder of the data]`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beatRelevance, ON_BEAT } from '../../src/rank/beat-relevance.ts'
import { member } from '../../src/summary/testing/member.ts'

const folder = process.argv[2] ?? '../shared/bench'
const sets = [
  ['ai-days', 'clustering/ai-days.jsonl.gz', true],
  ['items-zh-hans', 'ai-streams/items-zh-hans.jsonl.gz', true],
  ['items-ko', 'ai-streams/items-ko.jsonl.gz', true],
  ['og2021 (en)', 'clustering/og2021.jsonl.gz', false],
  ['uci', 'clustering/uci.jsonl.gz', false],
] as const
const gazetteer = { entity: () => undefined }

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
  const on = lines.filter(
    (line) =>
      beatRelevance([member(1, { title: line.title ?? '', text: line.text ?? line.body ?? '' })], gazetteer) >= ON_BEAT,
  )
  console.log(`${name.padEnd(14)} ${isAi ? 'AI' : 'general'}: ${on.length} of ${lines.length} on the beat`)
}
