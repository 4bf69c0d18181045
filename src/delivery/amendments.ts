import { CORRECTION_KINDS, type CorrectionKind, type EditionAmendment } from '../brief/edition.ts'
import type { Instant } from '../lib/instant.ts'
import { languageAmong } from '../lib/language-among.ts'
import type { StoryEvent } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'

/** Events read for an edition's stories, of which there are at most 37. */
const MOST_EVENTS = 400

/**
 * Returns corrections of stories within a period: the latest of each kind for each story, oldest first. A merge counts for the
 * story that was merged away, a split for the one that lost items.
 */
export async function amendmentsOf(
  store: Pick<Store, 'events' | 'storiesNow'>,
  storyIds: readonly number[],
  { since, until }: { readonly since: Instant; readonly until?: Instant },
): Promise<readonly EditionAmendment[]> {
  if (storyIds.length === 0) return []
  const events = await store.events({
    ...{ storyIds, types: CORRECTION_KINDS, since, until },
    ...{ newestFirst: true, limit: MOST_EVENTS },
  })
  const found = new Map<string, EditionAmendment>()
  for (const event of events) {
    const key = `${event.storyId} ${event.type}`
    const isOwn = (event.type !== 'merged' && event.type !== 'split') || Number(event.data.from) === event.storyId
    if (isOwn && !found.has(key)) found.set(key, await amendment(store, event))
  }
  return [...found.values()].reverse()
}

/** Converts an event of one of the `CORRECTION_KINDS` to an amendment with its story's current headline. */
export async function amendment(
  store: Pick<Store, 'storiesNow'>,
  { storyId, type, at, data }: StoryEvent,
): Promise<EditionAmendment> {
  const story = (await store.storiesNow([storyId])).get(storyId)
  const sentence = data.sentence === undefined ? undefined : String(data.sentence)
  return {
    storyId,
    headline: story?.headline.text ?? '',
    ...(story && { headlineLanguage: story.headline.language }),
    what: type as CorrectionKind,
    reason: String(data.reason ?? data.title ?? ''),
    ...(sentence !== undefined && {
      sentence,
      sentenceLanguage: languageAmong(sentence, story?.coverage.languages ?? []),
    }),
    at,
    ...(data.into !== undefined && { into: Number(data.into) }),
  }
}
