import type { NewItem } from '../../item/types.ts'
import type { Explanation } from '../../rank/types.ts'
import type { FeedState, Source } from '../../source/types.ts'
import type { Receipt } from '../../story/types.ts'
import type { FeedUpdate } from '../feed-types.ts'
import type { ItemDraft } from '../item-types.ts'
import type { NewStoryEvent, StoredMember, StoryCommit } from '../story-types.ts'

/** 2026-03-02T08:00:00Z */
export const T0 = Date.UTC(2026, 2, 2, 8)

export function sampleSource(id: string, more: Partial<Source> = {}): Source {
  return {
    id,
    name: `The ${id}`,
    homepage: `https://${id}.example/`,
    kind: 'rss',
    feeds: [{ url: `https://${id}.example/feed` }],
    language: 'en',
    country: 'HK',
    family: id,
    type: 'press',
    tier: 2,
    tierReason: 'reports on its own',
    topics: [],
    hubs: [],
    isEnabled: true,
    isMirror: false,
    countsAsIndependent: true,
    ...more,
  }
}

export function sampleState(sourceId: string, more: Partial<FeedState> = {}): FeedState {
  return {
    feedUrl: `https://${sourceId}.example/feed`,
    sourceId,
    etag: '"1"',
    nextPollAt: T0 + 300_000,
    intervalMs: 300_000,
    lastAttemptAt: T0,
    lastSuccessAt: T0,
    failuresInARow: 0,
    lastStatus: 200,
    latencyMs: 12.5,
    ...more,
  }
}

/** @param key determines the address, the title and the hash, so a changed `title` needs a changed `contentHash` */
export function sampleDraft(sourceId: string, key: string, more: Partial<NewItem> = {}): ItemDraft {
  return {
    item: {
      sourceId,
      feedUrl: `https://${sourceId}.example/feed`,
      key,
      url: `https://${sourceId}.example/${key}`,
      title: `Report ${key}`,
      text: `What ${sourceId} says about ${key}.`,
      html: `<p>What ${sourceId} says about ${key}.</p>`,
      authors: ['A. Writer'],
      language: 'en',
      publishedAt: T0 - 60_000,
      fetchedAt: T0,
      form: 'article',
      hashtags: [],
      links: ['https://elsewhere.example/'],
      categories: ['chips'],
      fingerprint: [1, 4_294_967_295, 7],
      contentHash: `hash of ${key}`,
      ...more,
    },
    mentions: [{ entityId: 'acme', start: 0, end: 6 }],
  }
}

export function sampleUpdate(
  sourceId: string,
  drafts: readonly ItemDraft[],
  more: Partial<FeedState> = {},
): FeedUpdate {
  return { state: sampleState(sourceId, more), drafts }
}

export const sampleReceipt: Receipt = {
  rule: 'content',
  score: 0.625,
  threshold: 0.5,
  sharedTerms: ['chips'],
  sharedEntities: ['acme'],
  sharedNumbers: [],
}

export function sampleExplanation(value: number): Explanation {
  const reason = { key: 'score', params: { families: 1 } }
  return { id: 'score', value, max: 100, reason, parts: [{ id: 'authority', value, max: 25, reason, parts: [] }] }
}

type NewStory = StoryCommit['stories'][number]

export function sampleStory(id: number, itemId: number, more: Partial<NewStory> = {}): NewStory {
  return {
    id,
    leadFamily: 'a',
    headline: { text: `Story ${id}`, language: 'en', itemId },
    kind: 'release',
    state: 'published',
    score: 50,
    explanation: sampleExplanation(50),
    rankInput: {
      independent: 1,
      familiesByTier: [0, 1, 0, 0],
      hasPrimaryDocument: false,
      kind: 'release',
      tellingNames: 1,
      earlierStories: 0,
      firstPublishedAt: T0,
      lastReportAt: T0,
    },
    rankedAt: T0,
    coverage: sampleCoverage(itemId),
    summary: { method: 'extractive', sentences: [], droppedCount: 0 },
    entityIds: ['acme'],
    hubs: ['hong-kong'],
    isCommunity: false,
    createdAt: T0,
    updatedAt: T0,
    ...more,
  }
}

export function sampleCoverage(itemId: number, more: Partial<NewStory['coverage']> = {}): NewStory['coverage'] {
  return {
    independent: 1,
    reports: 1,
    copies: 0,
    echoes: 0,
    mentions: 0,
    bestTier: 2,
    familiesByTier: [0, 1, 0, 0],
    languages: ['en'],
    originalItemId: itemId,
    firstPublishedAt: T0,
    lastReportAt: T0,
    ...more,
  }
}

export function sampleMember(storyId: number, itemId: number, more: Partial<StoredMember> = {}): StoredMember {
  return { storyId, itemId, role: 'report', tier: 2, receipt: sampleReceipt, joinedAt: T0, ...more }
}

export function createdEvent(storyId: number, itemId: number): NewStoryEvent {
  return { storyId, type: 'created', at: T0, data: { itemId } }
}

export function sampleCommit(more: Partial<StoryCommit>): StoryCommit {
  return { cursor: 0, stories: [], members: [], merges: [], events: [], ...more }
}
