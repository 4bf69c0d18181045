import type { Entity, Gazetteer } from '../../entity/types.ts'
import { shippedAtlas } from '../../hub/testing/shipped-atlas.ts'
import type { NewItem } from '../../item/types.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../../lib/instant.ts'
import { rankStory } from '../../rank/rank.ts'
import type { Source, Tier } from '../../source/types.ts'
import { openStore } from '../../store/open-store.ts'
import type { NewStoryEvent, StoredMember, StoryRecord } from '../../store/story-types.ts'
import { sampleDraft, sampleSource, sampleUpdate } from '../../store/testing/samples.ts'
import type { Store } from '../../store/types.ts'
import type { Coverage, Receipt, Role, StoryKind } from '../../story/types.ts'
import type { SummarySentence } from '../../summary/types.ts'
import type { PipelineStatus, SiteDeps } from '../deps.ts'

/** 2026-11-22T05:44:00Z */
export const NOON: Instant = Date.UTC(2026, 10, 22, 5, 44)

const SOURCES: readonly Source[] = [
  source('kl-filings', 'Kuala Lumpur Exchange filings', 1, 'the issuer’s own filings, as lodged', {
    type: 'government',
  }),
  source('northlight', 'Northlight Research', 1, 'the maker about itself', { type: 'lab' }),
  source('straits-ledger', 'The Straits Ledger', 2, 'a newsroom that signs and corrects'),
  source(
    'kawan',
    'Kawan Business Daily (Persatuan Penerbit Akhbar Perniagaan Selatan — Meja Teknologi)',
    2,
    'employs reporters and publishes corrections',
    { language: 'ms', family: 'selatan' },
  ),
  source('harbour-post', 'Harbour Post', 2, 'a newsroom; much agency copy'),
  source('heung-kong', '香江財經', 2, '設有採訪部，刊登更正', { language: 'zh-Hant' }),
  source('denki', '電機新報', 2, '記者を置き、訂正を載せる', { language: 'ja', country: 'JP' }),
  source('morning-stack', 'Morning Stack letter', 3, 'a newsletter of links', {
    type: 'newsletter',
    countsAsIndependent: false,
  }),
  source('pearl-opinion', 'Pearl River Review', 2, 'a newsroom; its opinion pages are commentary'),
  source('data-halls', '@datahalls@social.example', 4, 'an open community', { type: 'community', kind: 'mastodon' }),
]

const NAMES: Readonly<Record<string, readonly [Entity['type'], Readonly<Record<string, readonly string[]>>, string?]>> =
  {
    'halden-compute': ['company', { en: ['Halden Compute', 'Halden'] }],
    johor: ['place', { en: ['Johor'], 'zh-Hant': ['柔佛'], ja: ['ジョホール'] }, 'johor'],
    'hong-kong': ['place', { en: ['Hong Kong'], 'zh-Hant': ['香港'], 'zh-Hans': ['香港'], ja: ['香港'] }, 'hong-kong'],
    gba: ['place', { en: ['Greater Bay Area'], 'zh-Hant': ['大灣區'] }],
    northlight: ['lab', { en: ['Northlight'] }],
    'northlight-speech': ['model', { en: ['Northlight Speech 30B'] }],
  }

/** A gazetteer over a handful of names; finds nothing, since the samples carry their mentions. */
const SAMPLE_GAZETTEER: Gazetteer = {
  entity: (id) => entityOf(id),
  entities: () => Object.keys(NAMES).map((id) => entityOf(id)!),
  lineage: (id) => [id, ...(entityOf(id)?.parent ? [entityOf(id)!.parent!] : [])],
  displayName: (id, language) => entityOf(id)?.names[language]?.[0] ?? entityOf(id)?.names.en?.[0] ?? id,
  findEntities: () => [],
}

function entityOf(id: string): Entity | undefined {
  const row = Object.hasOwn(NAMES, id) ? NAMES[id] : undefined
  if (!row) return undefined
  return {
    id,
    type: row[0],
    names: row[1],
    hub: row[2],
    parent: id === 'northlight-speech' ? 'northlight' : undefined,
    hashtags: [],
    ambiguous: [],
    context: [],
    caseSensitive: [],
    except: [],
    isVersioned: false,
    salience: 3,
  }
}

function source(id: string, name: string, tier: Tier, tierReason: string, more: Partial<Source> = {}): Source {
  return sampleSource(id, { name, tier, tierReason, ...more })
}

interface SampleMember {
  readonly source: string
  readonly title: string
  readonly text?: string
  readonly role?: Role
  readonly ageHours: number
  readonly tier?: Tier
  readonly more?: Partial<NewItem>
}

export interface SampleStory {
  readonly id: number
  readonly kind: StoryKind
  readonly members: readonly SampleMember[]
  readonly entityIds?: readonly string[]
  readonly hubs?: readonly string[]
  /** Index of the member and its sentence. */
  readonly sentences?: readonly (readonly [number, string])[]
  readonly impact?: readonly [number, string]
  readonly droppedCount?: number
  readonly state?: StoryRecord['state']
  readonly isCommunity?: boolean
  readonly events?: readonly Omit<NewStoryEvent, 'storyId'>[]
}

/** Stores a story as the story step would: items, members with receipts, coverage, rank, events. */
export async function addStory(store: Store, sample: SampleStory, now: Instant = NOON): Promise<readonly number[]> {
  const itemIds: number[] = []
  for (const [index, member] of sample.members.entries()) {
    const draft = sampleDraft(member.source, `${sample.id}-${index}`, {
      title: member.title,
      text: member.text ?? member.title,
      language: SOURCES.find(({ id }) => id === member.source)?.language ?? 'en',
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
    language: SOURCES.find(({ id }) => id === sample.members[member]!.source)?.language ?? 'en',
    citations: [{ itemId: itemIds[member]!, start: 0, end: text.length, quote: text }],
  })
  await store.commitStories({
    cursor: (await store.engineState()).cursor + itemIds.length,
    stories: [
      {
        id: sample.id,
        headline: {
          text: first.title,
          language: SOURCES.find(({ id }) => id === first.source)?.language ?? 'en',
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

function sourceOf(id: string): Source {
  return SOURCES.find((each) => each.id === id)!
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

const HALDEN: SampleStory = {
  id: 1,
  kind: 'funding',
  members: [
    {
      source: 'kl-filings',
      title: 'Halden Compute Bhd: Proposed issue of preference shares of US$410 million',
      text: 'Contracted supply of 120 MW at the Kulai intake, first energisation in the third quarter of 2027. The issue is led by two pension funds.',
      ageHours: 18,
      more: { related: [{ kind: 'pdf', url: 'https://filings.example/halden.pdf' }] },
    },
    {
      source: 'straits-ledger',
      title: 'Pension funds back Halden’s Johor halls with US$410m',
      text: 'Two pension funds led the US$410 million round, people with knowledge of the terms said.',
      ageHours: 4,
      more: { authors: ['P. Raman'] },
    },
    {
      source: 'kawan',
      title: 'Halden sahkan 150 megawatt untuk pusat data Kulai',
      text: 'Jurucakap berkata syarikat mempunyai 150 megawatt di tangan.',
      ageHours: 2,
    },
    {
      source: 'harbour-post',
      title: 'Pension funds back Halden’s Johor halls with US$410m',
      role: 'copy',
      ageHours: 3.5,
    },
    {
      source: 'data-halls',
      title: 'Halden raises $410m for Johor https://straitsledger.example/a',
      role: 'echo',
      ageHours: 3.8,
      more: { form: 'post', hashtags: ['DataCentres', 'Johor'], points: 12, comments: 3 },
    },
    { source: 'morning-stack', title: 'Ten things before coffee', role: 'mention', ageHours: 3 },
  ],
  entityIds: ['halden-compute', 'johor'],
  hubs: ['johor'],
  sentences: [
    [1, 'Two pension funds led the US$410 million round, people with knowledge of the terms said.'],
    [0, 'Contracted supply of 120 MW at the Kulai intake, first energisation in the third quarter of 2027.'],
  ],
  impact: [0, 'The issue is led by two pension funds.'],
  droppedCount: 1,
  events: [
    {
      type: 'headline',
      at: NOON - 2 * HOUR_MS,
      data: {
        from: 'Halden Compute raises US$410 million to build 150 MW in Johor',
        to: 'Halden Compute raises US$410 million to build in Johor; reports disagree on the power',
      },
    },
    { type: 'kind', at: NOON - 2 * HOUR_MS, data: { from: 'infrastructure', to: 'funding' } },
  ],
}

const OTHERS: readonly SampleStory[] = [
  {
    id: 2,
    kind: 'release',
    members: [
      {
        source: 'northlight',
        title: 'Northlight publishes the weights of a 30-billion-parameter speech model under an open licence',
        text: 'The model transcribes 61 languages and fits in 24 GB. The licence allows commercial use; the training data are described but not released.',
        ageHours: 3,
      },
      { source: 'straits-ledger', title: 'Northlight opens its speech model', ageHours: 2.5 },
      { source: 'denki', title: 'ノースライト、300億パラメータの音声モデルを公開 商用利用も可', ageHours: 2 },
      ...Array.from({ length: 30 }, (_, i) => ({
        source: 'data-halls',
        title: `So it is out: weights, 30B, open licence (${i})`,
        role: 'echo' as const,
        ageHours: 2 + i / 60,
      })),
    ],
    entityIds: ['northlight', 'northlight-speech'],
    sentences: [
      [0, 'The model transcribes 61 languages and fits in 24 GB.'],
      [0, 'The licence allows commercial use; the training data are described but not released.'],
    ],
  },
  {
    id: 3,
    kind: 'policy',
    members: [
      {
        source: 'heung-kong',
        title: '三地監管機構議定統一的嚴重 AI 事故申報表',
        text: '明年三月起，營運者只須申報一次並勾選收件機構。門檻仍由各地自訂。',
        ageHours: 5,
      },
      { source: 'denki', title: '三規制当局、重大AI事故の報告様式を統一へ', ageHours: 4.5 },
    ],
    hubs: ['hong-kong'],
    entityIds: ['hong-kong'],
    sentences: [[0, '明年三月起，營運者只須申報一次並勾選收件機構。']],
  },
  {
    id: 4,
    kind: 'opinion',
    members: [
      {
        source: 'pearl-opinion',
        title: 'For a harbour city to succeed in AI, power cannot come last',
        text: 'Compute is sold by the rack, but it is bought by the megawatt. The delta next door has the megawatts.',
        ageHours: 14,
        tier: 3,
        more: { authors: ['Lin Yao', 'Mei Zhou'] },
      },
      {
        source: 'data-halls',
        title: 'Opinion | For a harbour city to succeed in AI, power cannot come last',
        role: 'echo',
        ageHours: 13.8,
        more: { form: 'post', hashtags: ['AI', 'GreaterBayArea', 'HongKong'] },
      },
    ],
    hubs: ['hong-kong'],
    entityIds: ['hong-kong', 'gba'],
    sentences: [[0, 'Compute is sold by the rack, but it is bought by the megawatt.']],
  },
  {
    id: 5,
    kind: 'research',
    members: [
      {
        source: 'denki',
        title: '長文脈における4ビットKVキャッシュ量子化の精度劣化と、その抑制手法に関する大規模実証評価',
        text: '七つの公開モデルで測定した。コードは公開されている。',
        ageHours: 9,
      },
    ],
    sentences: [[0, '七つの公開モデルで測定した。']],
  },
  {
    id: 6,
    kind: 'incident',
    members: [
      {
        source: 'harbour-post',
        title: 'Voice assistant outage across four countries traced to an expired signing key',
        ageHours: 6,
      },
    ],
  },
  {
    id: 7,
    kind: 'tool',
    members: [
      {
        source: 'data-halls',
        title: 'I made a log viewer for model calls',
        ageHours: 7,
        more: { form: 'post', points: 240, comments: 31 },
      },
    ],
    isCommunity: true,
  },
  {
    id: 8,
    kind: 'other',
    state: 'held',
    members: [
      { source: 'harbour-post', title: 'Six unrelated things that happened', ageHours: 8 },
      { source: 'straits-ledger', title: 'Diary', ageHours: 7.5 },
    ],
  },
  {
    id: 9,
    kind: 'other',
    state: 'off-beat',
    members: [{ source: 'harbour-post', title: 'Ferry timetable changes for the holiday', ageHours: 5 }],
  },
]

async function seedDay(store: Store): Promise<void> {
  await store.saveSources(SOURCES)
  for (const story of [HALDEN, ...OTHERS]) await addStory(store, story)
}

export const RUNNING: PipelineStatus = {
  polling: 'running',
  startedAt: NOON - 5 * HOUR_MS,
  feedsTried: SOURCES.length,
  feedsTotal: SOURCES.length,
  version: '0.1.0',
}

/** What the site needs, over a store of its own that has the sample day unless `isEmpty`. */
export async function sampleDeps(more: Partial<SiteDeps> = {}, isEmpty = false): Promise<SiteDeps> {
  const store = await openStore({ file: ':memory:' })
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
