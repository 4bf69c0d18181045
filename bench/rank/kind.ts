/**
 * How often the rules name a story's kind as two people did: stories of ai-days, grouped by the gold.
 * `business` and `people` are no kinds of ours and count as `other`. Beside it: always the commonest kind.
 * Run: `npx tsx bench/rank/kind.ts [folder of the data]`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseEntities } from '../../src/entity/entity-file.ts'
import { compileGazetteer } from '../../src/entity/gazetteer.ts'
import { storyKind } from '../../src/rank/kind.ts'
import { STORY_KINDS, type StoryKind } from '../../src/story/types.ts'
import { citedText } from '../../src/summary/check.ts'
import { member } from '../../src/summary/testing/member.ts'

interface Line {
  readonly id: string
  readonly lang: string
  readonly title: string
  readonly story: string
  readonly kind: string
  readonly kindAgreed: boolean
}

const entitiesFile = 'data/entities.jsonl'
const gazetteer = compileGazetteer(parseEntities(readFileSync(entitiesFile, 'utf8'), entitiesFile))
const folder = process.argv[2] ?? '../shared/bench'
const file = join(folder, 'clustering/ai-days.jsonl.gz')
if (existsSync(file)) report(readLines(file))
else console.log(`kind: skipped, no ${file}`)

function readLines(path: string): readonly Line[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

function report(lines: readonly Line[]): void {
  const stories = new Map<string, Line[]>()
  for (const line of lines) stories.set(line.story, [...(stories.get(line.story) ?? []), line])
  const pairs = [...stories.values()].map((items) => {
    const members = items.map((line, index) => {
      // Recaps put headline and body into one title, parted by a colon.
      const colon = line.title.indexOf(': ')
      const cut = colon > 0 && colon < 160 ? colon : line.title.length
      const each = member(index + 1, {
        title: line.title.slice(0, cut),
        text: line.title.slice(cut + 2),
        language: line.lang,
      })
      const mentions = gazetteer.findEntities(citedText(each.item), { language: line.lang })
      return { ...each, item: { ...each.item, mentions } }
    })
    const gold = items[0]!.kind
    return {
      gold: (STORY_KINDS as readonly string[]).includes(gold) ? (gold as StoryKind) : ('other' as const),
      found: storyKind(members, (id) => gazetteer.entity(id)?.type),
      agreed: items.every((line) => line.kindAgreed),
      title: items[0]!.title,
    }
  })
  const share = (list: readonly boolean[]) => (list.filter(Boolean).length / Math.max(1, list.length)).toFixed(3)
  const sizes = STORY_KINDS.map((kind) => [kind, pairs.filter((pair) => pair.gold === kind).length] as const)
  const [commonest] = [...sizes].sort((a, b) => b[1] - a[1])
  console.log(`stories ${pairs.length}; always “${commonest![0]}” ${(commonest![1] / pairs.length).toFixed(3)}`)
  console.log(`accuracy ${share(pairs.map((pair) => pair.gold === pair.found.kind))}`)
  console.log(
    `where both annotators agreed ${share(pairs.filter((p) => p.agreed).map((p) => p.gold === p.found.kind))}`,
  )
  for (const [kind, size] of sizes) {
    const found = pairs.filter((pair) => pair.found.kind === kind)
    const right = found.filter((pair) => pair.gold === kind).length
    console.log(
      `${kind.padEnd(15)} gold ${String(size).padStart(3)}  found ${String(found.length).padStart(3)}  right ${right}`,
    )
  }
  if (process.env.SHOW) {
    for (const p of pairs) {
      if (p.gold !== p.found.kind) {
        console.log(`${p.gold} → ${p.found.kind} [${p.found.because.params.words}] ${p.title.slice(0, 120)}`)
      }
    }
  }
}
