import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { COHERENCE_FLOOR, coherence } from './coherence.ts'
import { gazetteer } from './testing/cluster-input.ts'
import { storyItem } from './testing/story-item.ts'

type Draft = readonly [title: string, text?: string, language?: string]

function items(drafts: readonly Draft[]) {
  return drafts.map(([title, text = '', language = 'en'], index) =>
    storyItem({ id: index + 1, title, text, language, mentions: gazetteer.findEntities(`${title}\n${text}`) }),
  )
}

const POWER: readonly Draft[] = [
  [
    'NV Energy to stop supplying power to Lake Tahoe as data centers need it',
    'Liberty Utilities must find another supplier for 49,000 customers.',
  ],
  [
    'Lake Tahoe must find new electricity as Nevada utility serves AI data centers',
    'NV Energy will end its contract with Liberty Utilities in 2027.',
  ],
  ['Tahoe residents ask regulators to halt NV Energy cut-off', 'Liberty Utilities says 49,000 homes are affected.'],
]
const MAIL: readonly Draft[] = [
  [
    'Gmail users worry that Gemini reads their private mail',
    'The assistant in Gmail summarises private messages unless users turn Gemini off.',
  ],
  ['How to switch off Gemini in Gmail', 'Privacy advocates want the Gmail assistant off by default.'],
  ['Keep your newsletter out of the spam folder', 'DMARC and SPF decide whether bulk senders are delivered.'],
  ['Deliverability drops for bulk senders', 'Newsletter senders without DMARC see bounces and spam folders.'],
]
const MIXED: readonly Draft[] = [
  ['Anthropic says the United States must stay ahead of China in the AI race', 'The lab wrote about export controls.'],
  ["India's CBI launches an AI tool that checks whether a notice is genuine", 'It wants to stop digital arrest scams.'],
  ['Google brings back People cards with AI', 'Searchers may edit a card about themselves.'],
  ['Readers prefer poetry written by AI, study finds', 'Participants rated machine verse higher.'],
  ['Search for missing divers turns to a model of sea currents', 'Rescue teams fed drift data into it.'],
]

describe('coherence', () => {
  it('publishes one event told three times', () => {
    expect(coherence(items(POWER))).toBe(1)
  })

  it('A6 #1: holds back five items that share nothing but AI', () => {
    expect(coherence(items(MIXED))).toBeLessThan(COHERENCE_FLOOR)
  })

  it('A6 #2: holds back two subjects in one', () => {
    expect(coherence(items(MAIL))).toBe(0.5)
    expect(coherence(items([...POWER, ...MAIL]))).toBeLessThan(COHERENCE_FLOOR)
  })

  it('publishes one event across languages by what it names', () => {
    const told = items([
      ['TSMC to spend $56 billion on plants in Arizona', 'Chairman C.C. Wei spoke in Phoenix.'],
      ['台積電將斥資560億美元在亞利桑那州增建晶圓廠', '董事長魏哲家表示。', 'zh-Hant'],
      ['TSMC, 애리조나 신규 공장에 560억 달러 투자', '', 'ko'],
    ])
    expect(coherence(told)).toBe(1)
  })

  it('is 1 for one item and keeps a doubtful pair', () => {
    expect(coherence(items([['One report']]))).toBe(1)
    const pair = coherence(items([['Robots begin a marathon'], ['Machines run the Beijing marathon']]))
    expect(pair).toBeGreaterThanOrEqual(COHERENCE_FLOOR)
    expect(coherence(items([['Robots begin running'], ['Court stops merger']]))).toBeLessThan(COHERENCE_FLOOR)
  })

  it('does not depend on the order of the items', () => {
    const all = items([...POWER, ...MAIL, ...MIXED])
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (some) => {
        const value = coherence(some)
        expect(coherence([...some].sort((a, b) => b.id - a.id))).toBe(value)
        expect(value > 0 && value <= 1).toBe(true)
      }),
    )
  })

  it('judges a story of thousands at once', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => POWER[index % POWER.length]!)
    const startedAt = cpuMs()
    expect(coherence(items(many))).toBe(1)
    expect(cpuMs() - startedAt).toBeLessThan(15_000)
  })
})

it('takes items for linked whose meaning joined them, whatever their words', () => {
  const told = items([
    ['Robot finishes a marathon in Leipzig'],
    ['Автомат победил бегунов', '', 'ru'],
    ['Ein Automat schlägt alle Läufer', '', 'de'],
  ])
  const joined = [
    [1, 2],
    [3, 1],
    [3, 99],
  ] as const
  expect(coherence(told)).toBeLessThan(COHERENCE_FLOOR)
  expect(coherence(told, joined)).toBe(1)
  expect(coherence([...told].reverse(), joined)).toBe(1)
})
