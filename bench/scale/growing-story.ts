import { compileHubRules } from '../../src/hub/observe.ts'
import { fingerprint } from '../../src/item/fingerprint.ts'
import { DEFAULT_WEIGHTS } from '../../src/rank/weights.ts'
import { Batch } from '../../src/run/batch.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { DeskStories, type DeskStory } from '../../src/run/desk-stories.ts'
import { ItemReader } from '../../src/run/item-reader.ts'
import { Teller } from '../../src/run/teller.ts'
import { openStore } from '../../src/store/open-store.ts'
import { sampleReceipt } from '../../src/store/testing/samples.ts'
import { storyItem } from '../../src/story/testing/story-item.ts'
import { random, word } from './made-world.ts'

/*
 * Question: what does telling cost of a story that grows, told again with every ten items that join?
 * Data: made reports of one event, a third of their words their own, by 700 owners.
 * Run: npx tsx bench/scale/growing-story.ts [items]
 */

const NOW = Date.UTC(2026, 10, 23)
const JOINING = 10
const OWNERS = 700
const OWN_WORDS = 0.33
const SENTENCES = 6
const SENTENCE_WORDS = 14

const items = Number(process.argv[2] ?? 1_500)
const { scope, gazetteer, atlas } = loadBeat()
const store = await openStore({ file: ':memory:' })
const stories = new DeskStories(store, new ItemReader(store, gazetteer))
const hubRules = compileHubRules(gazetteer, atlas)
const teller = new Teller({ store, stories, scope, gazetteer, hubRules, weights: DEFAULT_WEIGHTS })
const event = random(1)
const shared = Array.from({ length: SENTENCES + 1 }, () => Array.from({ length: SENTENCE_WORDS }, () => word(event)))
const [members, receipts, joinedAt] = [new Map(), new Map(), new Map()]
const story: DeskStory = { id: 1, items: members, receipts, joinedAt }
let ms = 0
for (let id = 1; id <= items; id++) {
  members.set(id, report(id))
  receipts.set(id, sampleReceipt)
  joinedAt.set(id, NOW)
  if (id % JOINING > 0) continue
  const before = process.cpuUsage()
  await teller.tell(story, new Batch(NOW))
  const { user, system } = process.cpuUsage(before)
  ms += (user + system) / 1_000
  if (id % (items / 5) === 0) console.log(`${id} items: ${Math.round(ms)} ms of processor time`)
}
await store.close()

function report(id: number) {
  const own = random(id * 31)
  const sentences = shared.map((words) => {
    const said = words.map((each) => (own() < OWN_WORDS ? word(own) : each)).join(' ')
    return `${said[0]!.toUpperCase()}${said.slice(1)}`
  })
  const title = `OpenAI AI model ${sentences[0]}`
  const text = sentences
    .slice(1)
    .map((sentence) => `${sentence}.`)
    .join(' ')
  const sourceId = `owner-${id % OWNERS}`
  const mentions = [...gazetteer.findEntities(`${title}\n${text}`)]
  const publisher = { sourceId, family: sourceId }
  return {
    ...storyItem({ id, title, text, publishedAt: NOW + id, publisher }),
    mentions,
    fingerprint: fingerprint(title, text),
  }
}
