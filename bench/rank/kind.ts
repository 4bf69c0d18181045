import { decideKind } from '../../src/rank/kind.ts'
import { kindReason } from '../../src/rank/kind-reason.ts'
import { STORY_KINDS, type StoryKind } from '../../src/story/types.ts'
import { benchFile } from '../bench-folder.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { mentioningMember, readJsonLines } from './bench-lines.ts'

/*
 * Question: do the rules name a story's kind as two people did?
 * Data: the 226 stories of ai-days, grouped by the gold.
 * Baseline: always the commonest kind.
 * Caveat: two thirds of the items are recaps of timelines and forums; nearly all gold opinions are single comments by users,
 * which stand on the pulse page here. The set is small and served to find gross errors, not to tune on.
 * Run: npx tsx bench/rank/kind.ts [--misses]
 */

interface Line {
  readonly lang: string
  readonly title: string
  readonly story: string
  readonly kind: string
  readonly kindAgreed: boolean
}

export interface KindBench {
  readonly stories: number
  /** Share of stories, in 0–1. */
  readonly accuracy: number
  /** Of those where both people agreed on every item. */
  readonly accuracyWhereAgreed: number
  readonly accuracyOfCommonest: number
  readonly kinds: readonly {
    readonly kind: StoryKind
    readonly gold: number
    readonly found: number
    readonly right: number
  }[]
  readonly misses: readonly string[]
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchKind(): KindBench | undefined {
  const file = benchFile('clustering/ai-days.jsonl.gz')
  if (!file) return undefined
  const gazetteer = shippedGazetteer()
  const stories = new Map<string, Line[]>()
  for (const line of readJsonLines<Line>(file)) stories.set(line.story, [...(stories.get(line.story) ?? []), line])
  const pairs = [...stories.values()].map((lines) => {
    const members = lines.map(({ title, lang }, index) => {
      // Recaps put headline and body into one title, parted by a colon.
      const colon = title.indexOf(': ')
      const cut = colon > 0 && colon < 160 ? colon : title.length
      const draft = { title: title.slice(0, cut), text: title.slice(cut + 2), language: lang, sourceType: 'newsletter' }
      return mentioningMember(index + 1, draft, gazetteer)
    })
    const [{ kind, title }] = lines as [Line]
    const gold: StoryKind = STORY_KINDS.find((each) => each === kind) ?? 'other'
    const typeOf = (id: string) => gazetteer.entity(id)?.type
    const decision = decideKind(members, typeOf)
    return {
      gold,
      found: decision.kind,
      because: kindReason(decision, typeOf),
      title,
      agreed: lines.every((line) => line.kindAgreed),
    }
  })
  const accuracyOf = (list: typeof pairs) => list.filter(({ gold, found }) => gold === found).length / list.length
  const kinds = STORY_KINDS.map((kind) => ({
    kind,
    gold: pairs.filter(({ gold }) => gold === kind).length,
    found: pairs.filter(({ found }) => found === kind).length,
    right: pairs.filter(({ gold, found }) => gold === kind && found === kind).length,
  }))
  return {
    stories: pairs.length,
    accuracy: accuracyOf(pairs),
    accuracyWhereAgreed: accuracyOf(pairs.filter(({ agreed }) => agreed)),
    accuracyOfCommonest: Math.max(...kinds.map(({ gold }) => gold)) / pairs.length,
    kinds,
    misses: pairs
      .filter(({ gold, found }) => gold !== found)
      .map(({ gold, found, because, title }) => `${gold} → ${found} [${because.params.words}] ${title.slice(0, 120)}`),
  }
}

if (process.argv[1] === import.meta.filename) {
  const bench = benchKind()
  if (bench) {
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`
    console.log(`${bench.stories} stories; always the commonest kind ${percent(bench.accuracyOfCommonest)}`)
    console.log(`right ${percent(bench.accuracy)}; where both agreed ${percent(bench.accuracyWhereAgreed)}`)
    console.table(bench.kinds)
    if (process.argv.includes('--misses')) for (const miss of bench.misses) console.log(miss)
  }
}
