import type { ActUndo } from '../store/operator-types.ts'
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

/** Maximum number of merge events searched for the ids that led to a story; more than any story has. */
const MERGES_READ = 1_000

/**
 * Undoes an act by restoring what it changed. What was changed again since must be undone first. The stories involved stay fixed, as after
 * any act that moves items by hand.
 *
 * @param undone number of the act
 * @throws ActRefusedError if it cannot be undone
 */
export async function undoAct(undone: number, data: EventData, hands: OperatorHands): Promise<Outcome> {
  const act = await hands.store.operator.act(undone)
  if (act === undefined) throw new ActRefusedError(`There is no act ${undone}.`)
  if (act.act.type === 'undo') throw new ActRefusedError('What was undone is done again by asking for it again.')
  if (act.state !== 'applied') throw new ActRefusedError(`Act ${undone} was not applied; there is nothing to undo.`)
  if (act.undoneBy !== undefined) throw new ActRefusedError(`Act ${undone} was undone by act ${act.undoneBy}.`)
  if (act.undo === undefined) {
    throw new ActRefusedError(`Act ${undone} is of an older version, which kept nothing to undo it by.`)
  }
  const outcome = await reverse(act.undo, { ...data, undoes: undone }, hands)
  return { ...outcome, undoes: undone }
}

function reverse(undo: ActUndo, data: EventData, hands: OperatorHands): Promise<Outcome> {
  switch (undo.type) {
    case 'ruling':
      return reverseRuling(undo, data, hands)
    case 'sentence':
      return reverseSentence(undo, data, hands)
    case 'merge':
      return reverseMerge(undo, data, hands)
    case 'split':
      return reverseSplit(undo, data, hands)
    case 'move':
      return reverseMove(undo, data, hands)
    case 'source':
      return reverseSource(undo, hands)
    case 'import':
      return reverseImport(undo, hands)
  }
}

/** @throws ActRefusedError for a story that is gone or was merged into another since */
async function sameStory(id: number, hands: OperatorHands): Promise<DeskStory> {
  const story = await storyOf(id, hands)
  if (story.id !== id)
    throw new ActRefusedError(`Story ${id} was merged into story ${story.id} since; undo that first.`)
  return story
}

function refuseChanged(now: unknown, after: unknown, what: string): void {
  if (JSON.stringify(now ?? null) !== JSON.stringify(after ?? null)) {
    throw new ActRefusedError(`${what} was changed again since; undo that first.`)
  }
}

/** Event types logged when a ruling is restored, and when none is left. */
const RULED = {
  headline: ['corrected', 'corrected'],
  retracted: ['retracted', 'reinstated'],
  pinned: ['pinned', 'unpinned'],
} as const

async function reverseRuling(
  { storyId, key, before, after }: Extract<ActUndo, { type: 'ruling' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const story = await sameStory(storyId, hands)
  refuseChanged(story.rulings?.[key], after, `This of story ${storyId}`)
  setRulings(story, { ...story.rulings, [key]: before })
  hands.batch.log(storyId, RULED[key][before === undefined ? 1 : 0], data)
  hands.batch.touched.add(storyId)
  return {}
}

async function reverseSentence(
  { storyId, before, after }: Extract<ActUndo, { type: 'sentence' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const story = await sameStory(storyId, hands)
  const sentences = story.rulings?.sentences ?? []
  refuseChanged(
    sentences.find(({ from }) => from === after.from),
    after,
    'The sentence',
  )
  const others = sentences.filter(({ from }) => from !== after.from)
  const kept = before === undefined ? others : [...others, before]
  setRulings(story, { ...story.rulings, sentences: kept.length === 0 ? undefined : kept })
  hands.batch.log(storyId, 'corrected', { ...data, ...(after.to === undefined ? {} : { sentence: after.to }) })
  hands.batch.touched.add(storyId)
  return {}
}

/** Revives the merged story under its own id with those of its items that are still there; items that joined since stay. */
async function reverseMerge(
  { from, into, itemIds, rulings }: Extract<ActUndo, { type: 'merge' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const survivor = await storyOf(into, hands)
  const found = await hands.store.story(from)
  if (found?.type !== 'moved' || found.into !== survivor.id) {
    throw new ActRefusedError(`Story ${from} does not lead to story ${survivor.id} any more.`)
  }
  const leaving = itemIds.filter((id) => survivor.items.has(id))
  if (leaving.length === 0) throw new ActRefusedError(`None of the items of story ${from} is in story ${survivor.id}.`)
  if (leaving.length === survivor.items.size) {
    throw new ActRefusedError(`Story ${survivor.id} has no item left but those of story ${from}; it stays one story.`)
  }
  hands.batch.revivals.push({ id: from, ledHere: await ledTo(from, survivor.id, hands) })
  const revived = hands.stories.open(from)
  for (const id of leaving) moveItem(id, survivor, revived, hands, survivor.receipts.get(id))
  setRulings(revived, rulings ?? {})
  await hold(survivor, hands)
  await hold(revived, hands)
  const change = { ...data, from: survivor.id, into: from, items: leaving.join(' ') }
  hands.batch.log(survivor.id, 'split', change)
  hands.batch.log(from, 'split', change)
  return { answer: String(from) }
}

/** @returns the ids of stories merged into `id` before, which now lead to `survivor` */
async function ledTo(id: number, survivor: number, hands: OperatorHands): Promise<readonly number[]> {
  const merges = await hands.store.events({ storyIds: [id], types: ['merged'], limit: MERGES_READ })
  const led: number[] = []
  for (const { data } of merges) {
    const from = Number(data.from)
    if (data.into !== id || led.includes(from)) continue
    const found = await hands.store.story(from)
    if (found?.type === 'moved' && found.into === survivor) led.push(from, ...(await ledTo(from, survivor, hands)))
  }
  return led
}

/** Merges the new story back into the old one, with all items that it has by now. */
async function reverseSplit(
  { from, into }: Extract<ActUndo, { type: 'split' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const apart = await sameStory(into, hands)
  const whole = await storyOf(from, hands)
  if (whole.id === apart.id) throw new ActRefusedError(`${from} and ${into} are one story already.`)
  await hands.merge(apart.id, whole.id, BY_HAND, data)
  hands.clusterer.rebase(apart.id, [])
  await hold(whole, hands)
  return { answer: String(whole.id) }
}

async function reverseMove(
  { itemId, from, into }: Extract<ActUndo, { type: 'move' }>,
  data: EventData,
  hands: OperatorHands,
): Promise<Outcome> {
  const [before, now] = [await storyOf(from, hands), await storyOf(into, hands)]
  if (!now.items.has(itemId)) throw new ActRefusedError(`Item ${itemId} is not in story ${now.id} any more.`)
  if (before.id === now.id) throw new ActRefusedError(`${from} and ${into} are one story by now.`)
  if (now.items.size === 1) {
    throw new ActRefusedError(
      `It is the only item of story ${now.id} by now; merge that story into ${before.id} instead.`,
    )
  }
  moveItem(itemId, now, before, hands)
  await hold(now, hands)
  await hold(before, hands)
  hands.batch.log(now.id, 'left', { ...data, itemId, into: before.id })
  hands.batch.log(before.id, 'joined', { ...data, itemId, from: now.id })
  return {}
}

async function reverseSource(
  { sourceId, key, before, after }: Extract<ActUndo, { type: 'source' }>,
  hands: OperatorHands,
): Promise<Outcome> {
  const { source } = await ruleSource(sourceId, hands, (ruling) => {
    refuseChanged(ruling[key], after, `This of source ${JSON.stringify(sourceId)}`)
    return { ...ruling, [key]: before }
  })
  return { source }
}

/** Removes the imported sources: they are no longer polled, but what they published stays. */
async function reverseImport(
  { written }: Extract<ActUndo, { type: 'import' }>,
  hands: OperatorHands,
): Promise<Outcome> {
  await hands.dropImported(written)
  return { switchedOff: written.map(({ id }) => id) }
}
