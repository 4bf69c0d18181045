import type { NewItem } from '../../item/types.ts'
import { HOUR_MS, type Instant } from '../../lib/instant.ts'
import type { Tier } from '../../source/types.ts'
import type { NewStoryEvent, StoryRecord } from '../../store/story-types.ts'
import type { Role, StoryKind } from '../../story/types.ts'

export interface SampleMember {
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
  /** Pairs of a member's index and the sentence that cites it. */
  readonly sentences?: readonly (readonly [number, string])[]
  readonly impact?: readonly [number, string]
  readonly droppedCount?: number
  readonly state?: StoryRecord['state']
  readonly isCommunity?: boolean
  readonly events?: readonly Omit<NewStoryEvent, 'storyId'>[]
}

/** Stories of the sample day: reports, copies, echoes and a mention in several languages; some held or off the beat. */
export const sampleStories = (noon: Instant): readonly SampleStory[] => [halden(noon), ...OTHERS]

const halden = (noon: Instant): SampleStory => ({
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
      at: noon - 2 * HOUR_MS,
      data: {
        from: 'Halden Compute raises US$410 million to build 150 MW in Johor',
        to: 'Halden Compute raises US$410 million to build in Johor; reports disagree on the power',
      },
    },
    { type: 'kind', at: noon - 2 * HOUR_MS, data: { from: 'infrastructure', to: 'funding' } },
  ],
})

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
