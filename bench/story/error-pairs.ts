import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createClusterer } from '../../src/story/clusterer.ts'
import { Grouping } from '../../src/story/grouping.ts'
import type { Receipt } from '../../src/story/types.ts'
import { BENCH_FOLDER } from '../bench-folder.ts'
import { CLUSTERING_SETS, type ClusteringSet, type GoldLine, inputOf, readSet } from '../clustering/clustering.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { seededRandom } from '../scorer/score-clusters.ts'

/*
 * Prints pairs of items to be read by a person: `npx tsx bench/story/error-pairs.ts ai-days --pairs 30 --seed 1`. `errors.md` has what was
 * found by reading them. An item is drawn by what it costs B-cubed, then one of the items that cost it: strangers of its story (false
 * merges), or members of its event that stand elsewhere (missed). Pairs drawn evenly would all come from the largest stories.
 */

/** Two items that should not be together, or should be and are not; the later one second. */
export interface ErrorPair {
  readonly earlier: number
  readonly later: number
}

/** What was decided: gold story, and the story found, by place of the item. */
export interface Labels {
  readonly gold: readonly string[]
  readonly found: readonly number[]
}

/**
 * Draws pairs wrongly together and pairs wrongly apart, each pair once. The same seed gives the same pairs.
 *
 * @returns fewer than `count` of a sort where there are not so many
 */
export function sampleErrors(
  { gold, found }: Labels,
  count: number,
  seed: number,
): { readonly falseMerges: readonly ErrorPair[]; readonly missed: readonly ErrorPair[] } {
  const byFound = placesBy(found)
  const byGold = placesBy(gold)
  const strangers = (place: number) => byFound.get(found[place]!)!.filter((other) => gold[other] !== gold[place])
  const missing = (place: number) => byGold.get(gold[place]!)!.filter((other) => found[other] !== found[place])
  const draw = (
    groups: ReadonlyMap<unknown, readonly number[]>,
    key: (place: number) => unknown,
    of: typeof strangers,
  ) =>
    drawPairs(gold.length, count, seededRandom(seed), of, (place) => of(place).length / groups.get(key(place))!.length)
  return {
    falseMerges: draw(byFound, (place) => found[place], strangers),
    missed: draw(byGold, (place) => gold[place], missing),
  }
}

function drawPairs(
  places: number,
  count: number,
  random: () => number,
  partnersOf: (place: number) => readonly number[],
  costOf: (place: number) => number,
): readonly ErrorPair[] {
  const upTo: number[] = []
  let total = 0
  for (let place = 0; place < places; place++) {
    total += costOf(place)
    upTo.push(total)
  }
  const pairs = new Map<string, ErrorPair>()
  for (let tries = 0; total > 0 && tries < count * 50 && pairs.size < count; tries++) {
    const wanted = random() * total
    const place = upTo.findIndex((sum) => sum > wanted)
    const partners = partnersOf(place)
    const partner = partners[Math.floor(random() * partners.length)]!
    const pair = { earlier: Math.min(place, partner), later: Math.max(place, partner) }
    pairs.set(`${pair.earlier} ${pair.later}`, pair)
  }
  return [...pairs.values()]
}

function placesBy<T>(labels: readonly T[]): ReadonlyMap<T, readonly number[]> {
  const places = new Map<T, number[]>()
  for (const [place, label] of labels.entries()) {
    const known = places.get(label)
    if (known === undefined) places.set(label, [place])
    else known.push(place)
  }
  return places
}

const SHOWN_LETTERS = 320

function printErrors(set: ClusteringSet, count: number, seed: number): void {
  const lines = readSet(join(BENCH_FOLDER, 'clustering'), set)
  const gazetteer = shippedGazetteer()
  const clusterer = createClusterer({ entityOf: (id) => gazetteer.entity(id) })
  const grouping = new Grouping()
  const receipts: (Receipt & { readonly storyId: number })[] = []
  const merges = new Map<number, Receipt>()
  for (const [place, line] of lines.entries()) {
    const changes = clusterer.assign(inputOf(line, place, gazetteer))
    grouping.note(changes)
    receipts.push({ ...changes[0]!.receipt, storyId: changes[0]!.storyId })
    for (const change of changes) if (change.type === 'merged') merges.set(change.fromStoryId, change.receipt)
  }
  const found = lines.map((_, place) => grouping.storyOf(place)!)
  const { falseMerges, missed } = sampleErrors({ gold: lines.map(({ story }) => story), found }, count, seed)
  const sizes = new Map<number, number>()
  for (const story of found) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  const show = (place: number) => {
    const { rule, score, threshold, sharedTerms, storyId, runnerUp } = receipts[place]!
    const { title, text = '', lang, date = '', publisher = '' } = lines[place] as GoldLine
    const merged = merges.get(storyId)
    const by = `${rule} ${score}/${threshold} story ${storyId}→${found[place]} of ${sizes.get(found[place]!)}`
    const how = merged === undefined ? '' : ` merged ${merged.score} by ${merged.sharedTerms.join(', ')}`
    console.log(
      `  ${place} [${lang} ${date.slice(0, 16)} ${publisher.slice(0, 40)}] {${lines[place]!.story}} ${by}${how}`,
    )
    console.log(`    ${`${title} | ${text}`.slice(0, SHOWN_LETTERS).replaceAll('\n', ' ')}`)
    console.log(`    shared: ${sharedTerms.join(', ')}; next ${runnerUp?.score ?? '-'}`)
  }
  for (const [sort, pairs] of [
    ['TOGETHER, SHOULD NOT BE', falseMerges],
    ['APART, SHOULD BE TOGETHER', missed],
  ] as const) {
    for (const [number, { earlier, later }] of pairs.entries()) {
      console.log(`${sort} ${number + 1}`)
      show(earlier)
      show(later)
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pairs: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } },
  })
  const set = CLUSTERING_SETS.find((name) => name === positionals[0])
  if (set === undefined) console.error(`Which set? One of ${CLUSTERING_SETS.join(', ')}.`)
  else printErrors(set, Number(values.pairs), Number(values.seed))
}
