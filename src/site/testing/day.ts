import { shippedAtlas } from '../../hub/testing/shipped-atlas.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../../lib/instant.ts'
import { rankStory } from '../../rank/rank.ts'
import type { Tier } from '../../source/types.ts'
import { openStore } from '../../store/open-store.ts'
import type { StoredMember } from '../../store/story-types.ts'
import { sampleDraft, sampleUpdate } from '../../store/testing/samples.ts'
import type { Store } from '../../store/types.ts'
import type { Coverage, Receipt } from '../../story/types.ts'
import type { SummarySentence } from '../../summary/types.ts'
import type { PipelineStatus, SiteDeps } from '../deps.ts'
import { SAMPLE_GAZETTEER, SOURCES, sourceOf } from './sample-sources.ts'
import { type SampleMember, type SampleStory, sampleStories } from './sample-stories.ts'

/** 2026-11-22T05:44:00Z */
export const NOON: Instant = Date.UTC(2026, 10, 22, 5, 44)

/** Stores a story as the story step would, with items, members, receipts, coverage, rank and events. */
export async function addStory(store: Store, sample: SampleStory, now: Instant = NOON): Promise<readonly number[]> {
  const itemIds: number[] = []
  for (const [index, member] of sample.members.entries()) {
    const draft = sampleDraft(member.source, `${sample.id}-${index}`, {
      title: member.title,
      text: member.text ?? member.title,
      language: sourceOf(member.source).language,
      publishedAt: now - member.ageHours * HOUR_MS,
      fetchedAt: now - member.ageHours * HOUR_MS + 2 * MINUTE_MS,
      contentHash: `${sample.id}-${index}-${member.title}`,
      authors: [],
      ...member.more,
    })
    const { inserted } = await store.saveFeed(
      sampleUpdate(member.source, [{ ...draft, mentions: [] }], {
        lastAttemptAt: now - 40_000,
        lastSuccessAt: now - 40_000,
      }),
    )
    itemIds.push(inserted[0]!)
  }
  const coverage = coverageOf(sample, itemIds, now)
  const first = sample.members[0]!
  const rankInput = {
    independent: coverage.independent,
    familiesByTier: coverage.familiesByTier,
    hasPrimaryDocument: coverage.familiesByTier[0] > 0,
    kind: sample.kind,
    tellingNames: (sample.entityIds ?? []).length,
    earlierStories: 0,
    firstPublishedAt: coverage.firstPublishedAt,
    lastReportAt: coverage.lastReportAt,
  }
  const explanation = rankStory(rankInput, now)
  const at = now - Math.min(...sample.members.map(({ ageHours }) => ageHours)) * HOUR_MS
  const sentence = ([member, text]: readonly [number, string]): SummarySentence => ({
    text,
    language: sourceOf(sample.members[member]!.source).language,
    citations: [{ itemId: itemIds[member]!, start: 0, end: text.length, quote: text }],
  })
  await store.commitStories({
    cursor: (await store.engineState()).cursor + itemIds.length,
    stories: [
      {
        id: sample.id,
        headline: {
          text: first.title,
          language: sourceOf(first.source).language,
          itemId: itemIds[0]!,
        },
        kind: sample.kind,
        state: sample.state ?? 'published',
        score: explanation.value,
        explanation,
        rankedAt: now,
        rankInput,
        leadFamily: sourceOf(first.source).family,
        coverage,
        summary: {
          method: 'extractive',
          sentences: (sample.sentences ?? []).map(sentence),
          impact: sample.impact && sentence(sample.impact),
          droppedCount: sample.droppedCount ?? 0,
        },
        entityIds: sample.entityIds ?? [],
        hubs: sample.hubs ?? [],
        isCommunity: sample.isCommunity ?? false,
        createdAt: coverage.firstPublishedAt,
        updatedAt: at,
      },
    ],
    members: sample.members.map((member, index) => storedMember(sample, member, index, itemIds, now)),
    merges: [],
    events: [
      { storyId: sample.id, type: 'created', at, data: { itemId: itemIds[0]! } },
      ...itemIds.slice(1).map((itemId) => ({ storyId: sample.id, type: 'joined' as const, at, data: { itemId } })),
      ...(sample.events ?? []).map((event) => ({ ...event, storyId: sample.id })),
    ],
  })
  return itemIds
}

function storedMember(
  sample: SampleStory,
  member: SampleMember,
  index: number,
  itemIds: readonly number[],
  now: Instant,
): StoredMember {
  const role = member.role ?? 'report'
  const receipt: Receipt = {
    rule: index === 0 ? 'opened' : role === 'copy' ? 'copy' : role === 'echo' ? 'link' : 'content',
    score: index === 0 ? 0.12 : 0.71,
    threshold: 0.28,
    sharedTerms: index === 0 ? [] : ['contracted', 'supply', 'racks'],
    sharedEntities: index === 0 ? [] : (sample.entityIds ?? []),
    sharedNumbers: index === 0 ? [] : ['410', '120'],
    gapHours: index === 0 ? undefined : 15.63,
    nearestItemId: index === 0 ? undefined : itemIds[0],
    runnerUp: index === 1 ? { storyId: 2, score: 0.19 } : undefined,
  }
  return {
    storyId: sample.id,
    itemId: itemIds[index]!,
    role,
    of: role === 'report' ? undefined : itemIds[0],
    tier: member.tier ?? sourceOf(member.source).tier,
    receipt,
    joinedAt: now - member.ageHours * HOUR_MS,
  }
}

function coverageOf(sample: SampleStory, itemIds: readonly number[], now: Instant): Coverage {
  const families = new Map<string, Tier>()
  const count = { report: 0, copy: 0, echo: 0, mention: 0 }
  for (const member of sample.members) {
    const { family, countsAsIndependent, tier } = sourceOf(member.source)
    count[member.role ?? 'report'] += 1
    if ((member.role ?? 'report') === 'report' && countsAsIndependent) {
      const own = member.tier ?? tier
      families.set(family, Math.min(own, families.get(family) ?? 4) as Tier)
    }
  }
  const familiesByTier: [number, number, number, number] = [0, 0, 0, 0]
  for (const tier of families.values()) familiesByTier[tier - 1]! += 1
  const ages = sample.members.map(({ ageHours }) => ageHours)
  const best = familiesByTier.findIndex((each) => each > 0)
  return {
    independent: families.size,
    reports: count.report,
    copies: count.copy,
    echoes: count.echo,
    mentions: count.mention,
    bestTier: (best < 0 ? 4 : best + 1) as Tier,
    familiesByTier,
    languages: [...new Set(sample.members.map((member) => sourceOf(member.source).language))],
    originalItemId: itemIds[0]!,
    firstPublishedAt: now - Math.max(...ages) * HOUR_MS,
    lastReportAt: now - Math.min(...ages) * HOUR_MS,
  }
}

async function seedDay(store: Store): Promise<void> {
  await store.saveSources(SOURCES)
  for (const story of sampleStories(NOON)) await addStory(store, story)
}

export const RUNNING: PipelineStatus = {
  polling: 'running',
  startedAt: NOON - 5 * HOUR_MS,
  feedsTried: SOURCES.length,
  feedsTotal: SOURCES.length,
  version: '0.1.0',
}

/** Returns the dependencies of a site. The sample day is written to its store, a new one in memory by default, unless `isEmpty`. */
export async function sampleDeps(more: Partial<SiteDeps> = {}, isEmpty = false): Promise<SiteDeps> {
  const store = more.store ?? (await openStore({ file: ':memory:' }))
  if (!isEmpty) await seedDay(store)
  return {
    store,
    gazetteer: SAMPLE_GAZETTEER,
    atlas: shippedAtlas(),
    now: () => NOON,
    settings: { title: 'Auspex', timeZone: 'Asia/Hong_Kong', windowHours: 24, defaultLanguage: 'en' },
    status: () => RUNNING,
    ...more,
  }
}
