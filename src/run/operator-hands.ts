import type { Gazetteer } from '../entity/types.ts'
import type { Source } from '../source/types.ts'
import type { ActAnswer, ActUndo, SourceRuling, StoryRulings, WrittenSource } from '../store/operator-types.ts'
import { ruledSource } from '../store/ruled-source.ts'
import type { NewStoryEvent } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import type { OnlineClusterer } from '../story/clusterer.ts'
import type { ClusterInput, Receipt } from '../story/types.ts'
import { ActRefusedError } from './act-refused-error.ts'
import type { Batch } from './batch.ts'
import type { DeskStories, DeskStory } from './desk-stories.ts'

export type EventData = NewStoryEvent['data']

/** The operations that an act may use; valid for one batch. */
export interface OperatorHands {
  readonly batch: Batch
  readonly gazetteer: Gazetteer
  readonly store: Store
  readonly clusterer: OnlineClusterer
  /** `load` follows merges. */
  readonly stories: Pick<DeskStories, 'load' | 'open' | 'put' | 'take'>
  inputs(story: DeskStory): Promise<readonly ClusterInput[]>
  merge(from: number, into: number, receipt: Receipt, more: EventData): Promise<void>
  /** Updates the publisher and evicts the stories with items of the source, so that they are reloaded. */
  reread(source: Source): void
  /** Removes the sources of an import from the operator's catalogue. @throws ActRefusedError */
  dropImported(written: readonly WrittenSource[]): Promise<void>
}

/** The result of an applied act. */
export interface Outcome extends Pick<ActAnswer, 'source' | 'switchedOff' | 'undoes'> {
  readonly answer?: string
  readonly undo?: ActUndo
}

export const BY_HAND: Receipt = {
  ...{ rule: 'operator', score: 1, threshold: 0 },
  ...{ sharedTerms: [], sharedEntities: [], sharedNumbers: [] },
}

/** Latest items of a source whose stories are told again when a ruling on it changes; older stories stay as they are. */
const RETOLD_ITEMS = 500

/** Loads a story, or the one that it was merged into. @throws ActRefusedError if it does not exist */
export async function storyOf(id: number, hands: OperatorHands): Promise<DeskStory> {
  const found = await hands.store.story(id)
  if (found?.type === 'gone')
    throw new ActRefusedError(`Story ${id} is gone: it was past its retention, or its sources took its items back.`)
  if (found === undefined) throw new ActRefusedError(`There is no story ${id}.`)
  return hands.stories.load(id)
}

/** Replaces a story's rulings. Undefined values are dropped; if none is left, the story has no rulings. */
export function setRulings(
  story: DeskStory,
  rulings: { readonly [Key in keyof StoryRulings]: StoryRulings[Key] | undefined },
): void {
  const kept = Object.fromEntries(Object.entries(rulings).filter(([, value]) => value !== undefined)) as StoryRulings
  story.rulings = Object.keys(kept).length > 0 ? kept : undefined
}

export function moveItem(
  id: number,
  from: DeskStory,
  into: DeskStory,
  { stories }: OperatorHands,
  receipt: Receipt = BY_HAND,
): void {
  stories.put(into, from.items.get(id)!, receipt, from.joinedAt.get(id)!)
  stories.take(from, id)
}

/** Fixes a story as the operator made it: the clusterer relearns its items and no longer merges or splits it. */
export async function hold(story: DeskStory, hands: OperatorHands): Promise<void> {
  hands.clusterer.rebase(story.id, await hands.inputs(story))
  hands.clusterer.fix(story.id)
  setRulings(story, { ...story.rulings, isFixed: true })
  hands.batch.touched.add(story.id)
}

/** Changes the ruling on a source. @throws ActRefusedError for an unknown source, and whatever `change` throws */
export async function ruleSource(
  sourceId: string,
  hands: OperatorHands,
  change: (ruling: SourceRuling) => { readonly [Key in keyof SourceRuling]: SourceRuling[Key] | undefined },
): Promise<{ readonly source: NonNullable<ActAnswer['source']>; readonly before: SourceRuling }> {
  const source = await hands.store.operator.catalogueSource(sourceId)
  if (source === undefined) throw new ActRefusedError(`There is no source ${JSON.stringify(sourceId)}.`)
  const before = (await hands.store.operator.sourceRulings()).get(sourceId) ?? {}
  const ruling = JSON.parse(JSON.stringify(change(before))) as SourceRuling
  hands.reread(ruledSource(source, ruling))
  for (const { storyId } of await hands.store.itemsOfSource(sourceId, RETOLD_ITEMS)) {
    if (storyId !== undefined) hands.batch.touched.add(storyId)
  }
  return { source: { id: sourceId, ruling }, before }
}
