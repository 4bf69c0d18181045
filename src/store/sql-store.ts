import { dayNumber } from '../lib/instant.ts'
import { canWrite } from './can-write.ts'
import { changedDrafts } from './changed-drafts.ts'
import { commitStories } from './commit-stories.ts'
import type { Engine } from './engine.ts'
import { countStories, listStories, publishedIds } from './list-stories.ts'
import { prune } from './prune.ts'
import type { StoryLookup } from './query-types.ts'
import { saveFeed } from './save-feed.ts'
import { searchStories } from './search-stories.ts'
import { healthOfSource, healthOfSources } from './source-health.ts'
import { sourceRecord } from './source-record.ts'
import { storeCounts } from './store-counts.ts'
import { storiesNow } from './stories-now.ts'
import { adminRecords } from './tables/admin.ts'
import { deliveryRecords } from './tables/deliveries.ts'
import { editionRecords } from './tables/editions.ts'
import { embeddingRecords } from './tables/embeddings.ts'
import { engineState, nextEpoch, snapshot } from './tables/engine-state.ts'
import { evidenceRecords } from './tables/evidence.ts'
import { feedStates, lastPollAt, lastReadAt, reservations } from './tables/feeds.ts'
import { itemHistory, revisionsAfter } from './tables/item-revisions.ts'
import { itemsById, itemsOfSource } from './tables/items.ts'
import { modelRecords } from './tables/model-answers.ts'
import { operatorRecords } from './tables/operator-acts.ts'
import { judgementRecords } from './tables/pair-judgements.ts'
import { bytesOfDay, polledDays } from './tables/poll-history.ts'
import { noteRankedUnder, rankedUnder } from './tables/ranked-under.ts'
import { readerReports } from './tables/reader-reports.ts'
import { savedRecords } from './tables/saved-records.ts'
import { allSources, saveSources, sourcesById } from './tables/sources.ts'
import { sourcesRevision } from './tables/sources-revision.ts'
import { setRank, storiesSince, storyById } from './tables/stories.ts'
import { events } from './tables/story-events.ts'
import { membersSince, membersWithItems, placesSince, storiesOfItems, storyOfItem } from './tables/story-members.ts'
import { retired } from './tables/story-redirects.ts'
import { streamRecords } from './tables/streams.ts'
import { subscriberRecords } from './tables/subscribers.ts'
import { translationRecords } from './tables/translations.ts'
import { webSubRecords } from './tables/web-sub.ts'
import { topNamed } from './top-named.ts'
import { reading, writing } from './transaction.ts'
import type { Store } from './types.ts'

/** Epoch that no lock ever has: a store that was refused the lock may not commit stories. */
const NOBODYS_EPOCH = -1

/** Implements the `Store` contract on one engine. */
export function sqlStore(engine: Engine): Store {
  const { db } = engine
  let epoch: number | undefined
  return {
    engine: engine.name,
    close: () => engine.close(),
    backup: (file) => engine.backup(file),
    prune: (before) => prune(engine, before),
    tryLockStories: async () => {
      const answer = await engine.tryLockStories()
      if (answer === 'taken') epoch = await nextEpoch(db)
      else if (answer === 'refused') epoch = NOBODYS_EPOCH
      return answer !== 'refused'
    },

    saveSources: (sources) => writing(db, (tx) => saveSources(tx, sources)),
    sources: () => allSources(db),
    sourcesById: (ids) => sourcesById(db, ids),
    sourcesRevision: () => sourcesRevision(db),
    feedStates: () => feedStates(db),
    reservations: (sourceIds) => reservations(db, sourceIds),
    saveFeed: (update) => saveFeed(engine, update),
    changedDrafts: (sourceId, drafts) => changedDrafts(db, sourceId, drafts),
    healthOfSources: (ids, now) => healthOfSources(db, ids, now),
    healthOfSource: (sourceId, now) => healthOfSource(db, sourceId, now),
    sourceRecord: (sourceId, now) => sourceRecord(db, sourceId, now),
    bytesToday: (now) => bytesOfDay(db, dayNumber(now)),

    revisionsAfter: (seq, limit) => revisionsAfter(db, seq, limit),
    items: (ids) => itemsById(db, ids),
    itemHistory: (itemId) => itemHistory(db, itemId),

    engineState: () =>
      reading(db, async (tx) => {
        const state = await engineState(tx)
        const kept = await snapshot(tx)
        return {
          cursor: state.cursor,
          ...(kept === undefined ? {} : { snapshot: kept.parts }),
          snapshotCursor: kept?.cursor ?? 0,
          lastStoryId: state.last_story_id,
        }
      }),
    membersSince: (updatedSince) => membersSince(db, updatedSince),
    placesSince: (updatedSince) => placesSince(db, updatedSince),
    storiesSince: (updatedSince) => storiesSince(db, updatedSince),
    commitStories: (commit) => commitStories(db, commit, epoch),
    saveRanks: (ranks) =>
      writing(db, async (tx) => {
        for (const rank of ranks) await setRank(tx, rank)
      }),
    rankedUnder: () => rankedUnder(db),
    noteRankedUnder: (mark) => writing(db, (tx) => noteRankedUnder(tx, mark)),

    canWrite: () => canWrite(db),
    listStories: (request) => listStories(db, request),
    publishedIds: (after, limit) => publishedIds(db, after, limit),
    countStories: (filter) => countStories(db, filter),
    story: (id) => reading(db, (tx) => lookUpStory(tx, id)),
    storiesNow: (ids) => storiesNow(db, ids),
    storyOfItem: (itemId) => storyOfItem(db, itemId),
    storiesOfItems: (itemIds) => storiesOfItems(db, itemIds),
    searchStories: (query, limit, after, filter) => searchStories(engine, query, limit, { after, filter }),
    events: (options) => events(db, options),
    topNamed: (since, limits) => topNamed(db, since, limits),
    itemsOfSource: (sourceId, limit) => itemsOfSource(db, sourceId, limit),
    counts: (now) => storeCounts(db, now),
    lastPollAt: () => lastPollAt(db),
    lastReadAt: () => lastReadAt(db),
    polledDays: () => polledDays(db),

    operator: operatorRecords(db),
    reports: readerReports(db),
    labels: judgementRecords(db),
    admin: adminRecords(db),
    editions: editionRecords(db),
    subscribers: subscriberRecords(db),
    deliveries: deliveryRecords(db),
    savedDecisions: savedRecords(db, 'saved_decisions'),
    savedSearches: savedRecords(db, 'saved_searches'),
    models: modelRecords(db),
    embeddings: embeddingRecords(db),
    translations: translationRecords(db),
    webSub: webSubRecords(db),
    streams: streamRecords(db),
    evidence: evidenceRecords(db),
  }
}

async function lookUpStory(tx: Parameters<typeof storyById>[0], id: number): Promise<StoryLookup> {
  // PostgreSQL would fail on a number that is no 64-bit integer.
  if (!Number.isSafeInteger(id)) return undefined
  const story = await storyById(tx, id)
  if (story === undefined) return retired(tx, id)
  return { type: 'story', story, members: await membersWithItems(tx, id) }
}
