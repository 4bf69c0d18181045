import { ActAnsweredError } from './errors/act-answered-error.ts'
import { StoryCommitError } from './errors/story-commit-error.ts'
import { StoryLockLostError } from './errors/story-lock-lost-error.ts'
import type { Db, Tx } from './schema.ts'
import type { Revival, StoryCommit, StoryEvent } from './story-types.ts'
import { lockEngineState, saveSnapshot, setEngineState } from './tables/engine-state.ts'
import { deleteEvidence, replaceEvidence } from './tables/evidence.ts'
import { closeAnswer } from './tables/model-answers.ts'
import { answerAct } from './tables/operator-acts.ts'
import { deleteStories, publishedAmong, saveStories, setRevision, storyRevisions } from './tables/stories.ts'
import { countEvents, insertEvents, redactEvents } from './tables/story-events.ts'
import { deleteFacets, replaceFacets } from './tables/story-facets.ts'
import { deleteMembers, moveMembers, replaceMembers } from './tables/story-members.ts'
import { redirectStory, retired, retiredAmong, retireStories, reviveStory } from './tables/story-redirects.ts'
import { deleteTranslations } from './tables/translations.ts'
import { writing } from './transaction.ts'

/**
 * Stores everything that one batch of the story step changed, or nothing.
 *
 * @param epoch epoch of the caller's lock; undefined if it never asked for the lock
 * @returns the events with their sequence numbers
 * @throws StoryLockLostError if another clusterer holds the lock
 * @throws StoryCommitError if a story's number is retired, a merge has no valid target, or a revived number was not merged
 * @throws ActAnsweredError if the operator's act was already answered
 */
export async function commitStories(db: Db, commit: StoryCommit, epoch?: number): Promise<readonly StoryEvent[]> {
  return writing(db, async (tx) => {
    const before = await lockEngineState(tx)
    if (epoch !== undefined && epoch !== before.epoch) throw new StoryLockLostError()
    for (const revival of commit.revivals ?? []) await revive(tx, revival)
    await refuseRetired(tx, commit)
    if (commit.act && !(await answerAct(tx, commit.act))) throw new ActAnsweredError(commit.act.id)
    if (commit.modelAnswer) await closeAnswer(tx, commit.modelAnswer.id, commit.modelAnswer.state)
    const events = commit.events.map((event, index) => ({ ...event, seq: before.last_event_seq + 1 + index }))
    const changed = changedStories(commit)
    const publishedBefore = await publishedAmong(tx, changed)
    await saveStoriesWithRevisions(tx, commit)
    if (commit.members.length > 0) await replaceMembers(tx, commit.members)
    await replaceFacets(tx, commit.stories)
    await replaceEvidence(tx, commit.observations ?? [])
    for (const { from, into } of commit.merges) await mergeStory(tx, from, into)
    if (commit.emptied !== undefined) await removeEmptied(tx, commit.emptied)
    await insertEvents(tx, events)
    if (commit.redactions !== undefined) {
      await redactEvents(tx, commit.redactions)
      await deleteTranslations(tx, [...commit.stories.map(({ id }) => id), ...(commit.emptied ?? [])])
    }
    await setEngineState(tx, {
      cursor: commit.cursor,
      lastStoryId: Math.max(before.last_story_id, highestNumber(commit)),
      lastEventSeq: before.last_event_seq + events.length,
      publishedStories: before.published_stories + (await publishedAmong(tx, changed)) - publishedBefore,
    })
    if (commit.engineSnapshot !== undefined) await saveSnapshot(tx, commit.cursor, commit.engineSnapshot)
    return events
  })
}

async function revive(tx: Tx, { id, ledHere }: Revival): Promise<void> {
  if (!(await reviveStory(tx, id, ledHere))) throw new StoryCommitError(id, 'it was not merged into another story')
}

async function refuseRetired(tx: Tx, commit: StoryCommit): Promise<void> {
  const ids = new Set([...commit.stories.map((story) => story.id), ...commit.members.map((member) => member.storyId)])
  const [first] = await retiredAmong(tx, [...ids])
  if (first !== undefined) throw new StoryCommitError(first, 'its number is retired and is never given again')
}

/** Saves the stories. A revision is the previous one plus the story's events in this batch, at least 1. */
async function saveStoriesWithRevisions(tx: Tx, commit: StoryCommit): Promise<void> {
  const eventCounts = new Map<number, number>()
  for (const { storyId } of commit.events) eventCounts.set(storyId, (eventCounts.get(storyId) ?? 0) + 1)
  const saved = new Set(commit.stories.map((story) => story.id))
  const before = new Map(await storyRevisions(tx, [...new Set([...saved, ...eventCounts.keys()])]))
  // A merge deletes a story's row but not its events, so a revived story's revision is counted from them.
  for (const { id } of commit.revivals ?? []) before.set(id, await countEvents(tx, id))
  const after = (id: number) => Math.max(1, (before.get(id) ?? 0) + (eventCounts.get(id) ?? 0))
  await saveStories(
    tx,
    commit.stories.map((story) => ({ ...story, revision: after(story.id) })),
  )
  for (const id of eventCounts.keys()) {
    if (before.has(id) && !saved.has(id)) await setRevision(tx, id, after(id))
  }
}

async function removeEmptied(tx: Tx, ids: readonly number[]): Promise<void> {
  await deleteMembers(tx, ids)
  await deleteFacets(tx, ids)
  await deleteEvidence(tx, ids)
  await deleteStories(tx, ids)
  await retireStories(tx, ids)
}

async function mergeStory(tx: Tx, from: number, into: number): Promise<void> {
  const target = await survivor(tx, from, into)
  if (target === from) throw new StoryCommitError(from, `it cannot merge into itself`)
  const earlier = await retired(tx, from)
  if (earlier !== undefined) throw new StoryCommitError(from, 'it was merged or removed before')
  await moveMembers(tx, from, target)
  await deleteFacets(tx, [from])
  // The same batch rewrites the survivor with all members, and with them its evidence.
  await deleteEvidence(tx, [from])
  await deleteTranslations(tx, [from])
  await deleteStories(tx, [from])
  await redirectStory(tx, from, target)
}

/** Returns the story that `into` now stands for: itself, or the one it was merged into. */
async function survivor(tx: Tx, from: number, into: number): Promise<number> {
  const moved = await retired(tx, into)
  if (moved?.type === 'gone') throw new StoryCommitError(from, `it cannot merge into ${into}, which was removed`)
  const target = moved?.into ?? into
  if (!(await storyRevisions(tx, [target])).has(target)) {
    throw new StoryCommitError(from, `it cannot merge into ${into}, which is not there`)
  }
  return target
}

/** Returns the stories that this commit may publish or unpublish. */
function changedStories({ stories, merges, emptied = [] }: StoryCommit): readonly number[] {
  return [...new Set([...stories.map(({ id }) => id), ...merges.map(({ from }) => from), ...emptied])]
}

function highestNumber(commit: StoryCommit): number {
  return Math.max(
    0,
    ...commit.stories.map((story) => story.id),
    ...commit.merges.flatMap(({ from, into }) => [from, into]),
    ...commit.events.map((event) => event.storyId),
  )
}
