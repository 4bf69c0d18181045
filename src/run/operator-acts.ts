import type { ActAnswer, OperatorAct, SourceRuling, StoredAct, StoryRulings } from '../store/operator-types.ts'
import { sayFailure } from '../summary/check/failure.ts'
import { everySummary } from '../summary/summaries-in.ts'
import { ActRefusedError } from './act-refused-error.ts'
import type { DeskStory } from './desk-stories.ts'
import {
  BY_HAND,
  type EventData,
  hold,
  moveItem,
  type OperatorHands,
  type Outcome,
  ruleSource,
  setRulings,
  storyOf,
} from './operator-hands.ts'
import { correctedSummary } from './rulings.ts'
import { undoAct } from './undo-acts.ts'

/**
 * Applies an operator's act to the desk and the clusterer in memory. A refused act changes nothing.
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

function apply({ id, act, reason }: StoredAct, hands: OperatorHands): Promise<Outcome> {
  const data = { act: id, reason }
  switch (act.type) {
    case 'headline':
      return rule(act.storyId, 'headline', act.text, hands, (story) => hands.batch.log(story.id, 'corrected', data))
    case 'sentence':
      return correct(act, data, hands)
    case 'retract':
      return rule(act.storyId, 'retracted', reason, hands, (story) => hands.batch.log(story.id, 'retracted', data))
    case 'reinstate':
      return rule(act.storyId, 'retracted', undefined, hands, (story, before) => {
        if (before === undefined) throw new ActRefusedError(`Story ${story.id} is not retracted.`)
        hands.batch.log(story.id, 'reinstated', data)
      })
    case 'pin':
    case 'unpin':
      return rule(act.storyId, 'pinned', act.type === 'pin' ? reason : undefined, hands, (story) =>
        hands.batch.log(story.id, act.type === 'pin' ? 'pinned' : 'unpinned', data),
      )
    case 'merge':
      return merge(act, data, hands)
    case 'split':
      return split(act, data, hands)
    case 'move':
      return move(act, data, hands)
    case 'block':
    case 'unblock':
      return judge(act.sourceId, 'blocked', act.type === 'block' ? reason : undefined, hands)
    case 'tier':
      return judge(act.sourceId, 'tier', { tier: act.tier, reason }, hands)
    case 'import':
      throw new ActRefusedError('A list of feeds is taken in at /admin/sources, or by "auspex sources import".')
    case 'undo':
      return undoAct(act.act, data, hands)
  }
}

/** Sets one ruling of a story. @param note logs the change, or throws ActRefusedError to refuse it */
async function rule<Key extends 'headline' | 'retracted' | 'pinned'>(
  storyId: number,
  key: Key,
  after: StoryRulings[Key],
  hands: OperatorHands,
  note: (story: DeskStory, before: StoryRulings[Key]) => void,
): Promise<Outcome> {
  const story = await storyOf(storyId, hands)
  const before = story.rulings?.[key]
  note(story, before)
  setRulings(story, { ...story.rulings, [key]: after })
  hands.batch.touched.add(story.id)
  return { undo: { type: 'ruling', storyId: story.id, key, before, after } }
}

async function correct(
  act: Extract<OperatorAct, { type: 'sentence' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const story = await storyOf(act.storyId, hands)
  const earlier = story.rulings?.sentences ?? []
  const after = correctionOf(act, story, earlier, hands)
  hands.batch.log(story.id, 'corrected', { ...data, sentence: act.sentence })
  setRulings(story, {
    ...story.rulings,
    sentences: [...earlier.filter(({ from }) => from !== after.from), after],
  })
  hands.batch.touched.add(story.id)
  const before = earlier.find(({ from }) => from === after.from)
  return { undo: { type: 'sentence', storyId: story.id, before, after } }
}

/** @throws ActRefusedError for a sentence that is no longer published, a rewritten impact, and a text that its citations do not support */
function correctionOf(
  { sentence, text }: Extract<OperatorAct, { type: 'sentence' }>,
  story: DeskStory,
  earlier: NonNullable<StoryRulings['sentences']>,
  { gazetteer }: OperatorHands,
): NonNullable<StoryRulings['sentences']>[number] {
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
  // A correction of a correction refers to the engine's original sentence.
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
  return { from, ...(text === undefined ? {} : { to: text }) }
}

async function merge(
  act: Extract<OperatorAct, { type: 'merge' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const [from, into] = [await storyOf(act.storyId, hands), await storyOf(act.into, hands)]
  if (from.id === into.id) throw new ActRefusedError(`${act.storyId} and ${act.into} are one story already.`)
  const { id, rulings } = from
  const itemIds = [...from.items.keys()]
  await hands.merge(id, into.id, BY_HAND, data)
  hands.clusterer.rebase(id, [])
  hands.clusterer.rebase(into.id, await hands.inputs(into))
  return { undo: { type: 'merge', from: id, into: into.id, itemIds, ...(rulings && { rulings }) } }
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
  // The clusterer assigns the number; the items are moved below, once the new story is open.
  const into = hands.stories.open(hands.clusterer.rebase(undefined, []))
  for (const id of itemIds) moveItem(id, from, into, hands)
  await hold(from, hands)
  await hold(into, hands)
  const change = { ...data, from: from.id, into: into.id, items: itemIds.join(' ') }
  hands.batch.log(from.id, 'split', change)
  hands.batch.log(into.id, 'split', change)
  return { answer: String(into.id), undo: { type: 'split', from: from.id, into: into.id } }
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
  return { undo: { type: 'move', itemId, from: from.id, into: into.id } }
}

/** Sets one ruling on a source: whether it is blocked, or its tier. */
async function judge<Key extends keyof SourceRuling>(
  sourceId: string,
  key: Key,
  after: SourceRuling[Key],
  hands: OperatorHands,
): Promise<Outcome> {
  const { source, before } = await ruleSource(sourceId, hands, (ruling) => ({ ...ruling, [key]: after }))
  return { source, undo: { type: 'source', sourceId, key, before: before[key], after } }
}
