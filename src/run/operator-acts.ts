import type { Gazetteer } from '../entity/types.ts'
import type { Source } from '../source/types.ts'
import type { ActAnswer, OperatorAct, SourceRuling, StoredAct, StoryRulings } from '../store/operator-types.ts'
import { ruledSource } from '../store/ruled-source.ts'
import type { NewStoryEvent } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import type { OnlineClusterer } from '../story/clusterer.ts'
import type { ClusterInput, Receipt } from '../story/types.ts'
import { sayFailure } from '../summary/check/failure.ts'
import { everySummary } from '../summary/summaries-in.ts'
import type { Batch } from './batch.ts'
import type { DeskStories, DeskStory } from './desk-stories.ts'
import { correctedSummary } from './rulings.ts'

export type EventData = NewStoryEvent['data']

/** What an act may do with stories; the desk lends it for the length of one batch. */
export interface OperatorHands {
  readonly batch: Batch
  readonly gazetteer: Gazetteer
  readonly store: Store
  readonly clusterer: OnlineClusterer
  /** Follows merges. */
  readonly stories: Pick<DeskStories, 'load' | 'open' | 'put' | 'take'>
  inputs(story: DeskStory): Promise<readonly ClusterInput[]>
  merge(from: number, into: number, receipt: Receipt, more: EventData): Promise<void>
  /** Forgets what is in memory of a source's items, so that they are read again as the source is now. */
  reread(source: Source): void
}

/** An act cannot be done; the message says why, in words for the operator. */
class ActRefusedError extends Error {
  override readonly name = 'ActRefusedError'
}

const BY_HAND: Receipt = {
  ...{ rule: 'operator', score: 1, threshold: 0 },
  ...{ sharedTerms: [], sharedEntities: [], sharedNumbers: [] },
}

/** Stories of a source that are told again when its standing changes; older ones are history. */
const RETOLD_ITEMS = 500

/**
 * Does what an operator asked for, in the memory of the desk and the clusterer. An act that cannot be done changes nothing.
 *
 * @returns the answer, to be stored with the changes
 */
export async function applyAct(asked: StoredAct, hands: OperatorHands): Promise<ActAnswer> {
  const { id } = asked
  const { at } = hands.batch
  try {
    return { id, state: 'applied', answer: '', at, ...(await apply(asked, hands)) }
  } catch (error) {
    if (error instanceof ActRefusedError) return { id, state: 'refused', answer: error.message, at }
    throw error
  }
}

type Outcome = Pick<ActAnswer, 'source'> & { readonly answer?: string }

function apply({ id, act, reason }: StoredAct, hands: OperatorHands): Promise<Outcome> {
  const data = { act: id, reason }
  switch (act.type) {
    case 'headline':
      return rule(act.storyId, hands, (story, rulings) => {
        hands.batch.log(story.id, 'corrected', data)
        return { ...rulings, headline: act.text }
      })
    case 'sentence':
      return rule(act.storyId, hands, (story, rulings) => {
        const sentences = correctedSentences(act, story, rulings, hands.gazetteer)
        hands.batch.log(story.id, 'corrected', { ...data, sentence: act.sentence })
        return { ...rulings, sentences }
      })
    case 'retract':
      return rule(act.storyId, hands, (story, rulings) => {
        hands.batch.log(story.id, 'retracted', data)
        return { ...rulings, retracted: reason }
      })
    case 'reinstate':
      return rule(act.storyId, hands, (story, rulings) => {
        if (rulings.retracted === undefined) throw new ActRefusedError(`Story ${story.id} is not retracted.`)
        hands.batch.log(story.id, 'reinstated', data)
        return { ...rulings, retracted: undefined }
      })
    case 'pin':
    case 'unpin':
      return rule(act.storyId, hands, (story, rulings) => {
        hands.batch.log(story.id, act.type === 'pin' ? 'pinned' : 'unpinned', data)
        return { ...rulings, pinned: act.type === 'pin' ? reason : undefined }
      })
    case 'merge':
      return merge(act, data, hands)
    case 'split':
      return split(act, data, hands)
    case 'move':
      return move(act, data, hands)
    case 'block':
    case 'unblock':
      return ruleSource(act.sourceId, hands, (ruling) => ({
        ...ruling,
        blocked: act.type === 'block' ? reason : undefined,
      }))
    case 'tier':
      return ruleSource(act.sourceId, hands, (ruling) => ({ ...ruling, tier: { tier: act.tier, reason } }))
  }
}

/** @throws ActRefusedError for a story that is not there */
async function storyOf(id: number, hands: OperatorHands): Promise<DeskStory> {
  const found = await hands.store.story(id)
  if (found?.type === 'gone')
    throw new ActRefusedError(`Story ${id} is gone: it was past its retention, or its sources took its items back.`)
  if (found === undefined) throw new ActRefusedError(`There is no story ${id}.`)
  return hands.stories.load(id)
}

async function rule(
  storyId: number,
  hands: OperatorHands,
  change: (
    story: DeskStory,
    rulings: StoryRulings,
  ) => { readonly [Key in keyof StoryRulings]: StoryRulings[Key] | undefined },
): Promise<Outcome> {
  const story = await storyOf(storyId, hands)
  setRulings(story, change(story, story.rulings ?? {}))
  hands.batch.touched.add(story.id)
  return {}
}

function setRulings(
  story: DeskStory,
  rulings: { readonly [Key in keyof StoryRulings]: StoryRulings[Key] | undefined },
): void {
  const kept = Object.fromEntries(Object.entries(rulings).filter(([, value]) => value !== undefined)) as StoryRulings
  story.rulings = Object.keys(kept).length > 0 ? kept : undefined
}

/** @throws ActRefusedError for a sentence that is not there, and for a text that its citations do not support */
function correctedSentences(
  { sentence, text }: Extract<OperatorAct, { type: 'sentence' }>,
  story: DeskStory,
  rulings: StoryRulings,
  gazetteer: Gazetteer,
): NonNullable<StoryRulings['sentences']> {
  const { summary } = story.record!
  const published = everySummary(summary).flatMap(({ sentences, impact }) => [
    ...sentences,
    ...(impact ? [impact] : []),
  ])
  if (!published.some((each) => each.text === sentence)) {
    throw new ActRefusedError('The summary does not have this sentence any more; look at the story again.')
  }
  if (text !== undefined && everySummary(summary).some(({ impact }) => impact?.text === sentence)) {
    throw new ActRefusedError('The impact can be struck, not rewritten.')
  }
  const earlier = rulings.sentences ?? []
  // A correction of a correction goes back to what the engine has.
  const from = earlier.find((each) => each.to === sentence)?.from ?? sentence
  const corrected = { sentences: [{ from: sentence, to: text }] }
  const { dropped } = correctedSummary(summary, corrected, [...story.items.values()], { gazetteer })
  const failures =
    text === undefined ? [] : dropped.flatMap((each) => (each.sentence.text === text ? each.failures : []))
  if (failures.length > 0) {
    const why = failures.map(sayFailure).join('; ')
    throw new ActRefusedError(
      `The items that the sentence cites do not support the new text: ${why}. Strike it instead.`,
    )
  }
  return [...earlier.filter((each) => each.from !== from), { from, ...(text === undefined ? {} : { to: text }) }]
}

async function merge(
  act: Extract<OperatorAct, { type: 'merge' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const [from, into] = [await storyOf(act.storyId, hands), await storyOf(act.into, hands)]
  if (from.id === into.id) throw new ActRefusedError(`${act.storyId} and ${act.into} are one story already.`)
  await hands.merge(from.id, into.id, BY_HAND, data)
  hands.clusterer.rebase(from.id, [])
  hands.clusterer.rebase(into.id, await hands.inputs(into))
  return {}
}

async function split(
  act: Extract<OperatorAct, { type: 'split' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const from = await storyOf(act.storyId, hands)
  const itemIds = [...new Set(act.itemIds)].sort((a, b) => a - b)
  const foreign = itemIds.find((id) => !from.items.has(id))
  if (foreign !== undefined) throw new ActRefusedError(`Item ${foreign} is not in story ${from.id}.`)
  if (itemIds.length === 0) throw new ActRefusedError('Name the items that make the new story.')
  if (itemIds.length === from.items.size) throw new ActRefusedError('At least one item must stay in the story.')
  // The number is the clusterer's to give; the items follow once the old story is without them.
  const into = hands.stories.open(hands.clusterer.rebase(undefined, []))
  for (const id of itemIds) moveItem(id, from, into, hands)
  await hold(from, hands)
  await hold(into, hands)
  const change = { ...data, from: from.id, into: into.id, items: itemIds.join(' ') }
  hands.batch.log(from.id, 'split', change)
  hands.batch.log(into.id, 'split', change)
  return { answer: String(into.id) }
}

async function move(
  act: Extract<OperatorAct, { type: 'move' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const { itemId } = act
  const fromId = await hands.store.storyOfItem(itemId)
  if (fromId === undefined) throw new ActRefusedError(`There is no item ${itemId}, or it is in no story yet.`)
  const [from, into] = [await hands.stories.load(fromId), await storyOf(act.into, hands)]
  if (from.id === into.id) throw new ActRefusedError(`Item ${itemId} is in story ${into.id} already.`)
  if (from.items.size === 1) {
    throw new ActRefusedError(`It is the only item of story ${from.id}; merge that story into ${into.id} instead.`)
  }
  moveItem(itemId, from, into, hands)
  await hold(from, hands)
  await hold(into, hands)
  hands.batch.log(from.id, 'left', { ...data, itemId, into: into.id })
  hands.batch.log(into.id, 'joined', { ...data, itemId, from: from.id })
  return {}
}

function moveItem(id: number, from: DeskStory, into: DeskStory, { stories }: OperatorHands): void {
  stories.put(into, from.items.get(id)!, BY_HAND, from.joinedAt.get(id)!)
  stories.take(from, id)
}

/** The story is what the operator made of it: the clusterer learns its items anew and merges it with no other. */
async function hold(story: DeskStory, hands: OperatorHands): Promise<void> {
  hands.clusterer.rebase(story.id, await hands.inputs(story))
  hands.clusterer.fix(story.id)
  setRulings(story, { ...story.rulings, isFixed: true })
  hands.batch.touched.add(story.id)
}

async function ruleSource(
  sourceId: string,
  hands: OperatorHands,
  change: (ruling: SourceRuling) => { readonly [Key in keyof SourceRuling]: SourceRuling[Key] | undefined },
): Promise<Outcome> {
  const source = await hands.store.operator.catalogueSource(sourceId)
  if (source === undefined) throw new ActRefusedError(`There is no source ${JSON.stringify(sourceId)}.`)
  const before = (await hands.store.operator.sourceRulings()).get(sourceId) ?? {}
  const ruling = JSON.parse(JSON.stringify(change(before))) as SourceRuling
  hands.reread(ruledSource(source, ruling))
  for (const { storyId } of await hands.store.itemsOfSource(sourceId, RETOLD_ITEMS)) {
    if (storyId !== undefined) hands.batch.touched.add(storyId)
  }
  return { source: { id: sourceId, ruling } }
}
