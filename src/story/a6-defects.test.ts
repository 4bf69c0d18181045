import { describe, expect, it } from 'vitest'
import { createClusterer } from './clusterer.ts'
import { BACKGROUND } from './testing/background.ts'
import { clusterInput, gazetteer, type InputDraft } from './testing/cluster-input.ts'

type Draft = readonly [title: string, draft?: InputDraft]

/** Runs a day of other news and then the items; returns the story of each, after merges, by order of appearance: A, B, … */
function labels(items: readonly Draft[]): string {
  const clusterer = createClusterer({ entityOf: (id) => gazetteer.entity(id) })
  let id = 0
  for (const [title, draft] of BACKGROUND) clusterer.assign(clusterInput(++id, title, { hours: id / 20, ...draft }))
  const first = id + 1
  for (const [title, draft] of items)
    clusterer.assign(clusterInput(++id, title, { hours: 4 + (id - first) / 4, ...draft }))
  // Stories are looked at for merges every so many items: more of the same day set it off.
  for (const [title, draft] of BACKGROUND) clusterer.assign(clusterInput(++id, title, { hours: 12, ...draft }))
  const stories = clusterer.stories()
  const names = new Map<number, string>()
  return items
    .map((_, index) => {
      const { storyId } = stories.find(({ itemIds }) => itemIds.includes(first + index))!
      if (!names.has(storyId)) names.set(storyId, String.fromCharCode(65 + names.size))
      return names.get(storyId)
    })
    .join('')
}

/** As they are, backwards, and each once in front. */
function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  return [[...items].reverse(), ...items.map((_, start) => [...items.slice(start), ...items.slice(0, start)])]
}

describe('defects seen at PulseAugur (A6)', () => {
  it('1 (its 33679): unrelated items that only share AI and a large company are no story, in any order', () => {
    const items: Draft[] = [
      [
        'Anthropic says the United States must stay ahead of China in the AI race',
        { text: 'The lab published an essay on export controls, compute and national security.' },
      ],
      [
        "India's CBI launches an AI tool that lets citizens check whether a notice is genuine",
        { text: 'The agency wants to stop digital arrest scams with a chatbot that verifies notices.' },
      ],
      [
        'Google brings back People cards with AI to help find the right person',
        { text: 'The search company lets users edit a card about themselves.' },
      ],
      [
        'Readers prefer poetry written by AI to that of famous poets, study finds',
        { text: 'Participants rated machine-made verse higher for rhythm and beauty.' },
      ],
      [
        'Search for missing divers turns to an AI model of sea currents',
        { text: 'Rescue teams off the coast fed drift data into a neural network.' },
      ],
    ]
    for (const order of orders(items)) expect(labels(order)).toBe('ABCDE')
  })

  it('2 (its 5252): the privacy of mail under an assistant and the delivery of mail are two subjects, in any order', () => {
    const items: Draft[] = [
      [
        'Gmail users worry that Gemini reads their private mail',
        { text: 'A new setting lets the assistant summarise messages; privacy advocates want it off by default.' },
      ],
      [
        'How to keep your newsletter out of the spam folder in 2026',
        { text: 'Authentication with SPF, DKIM and DMARC decides whether bulk email is delivered.' },
      ],
      [
        'Gemini in Gmail: how to switch off the setting that worries privacy advocates',
        { text: 'The assistant summarises private messages unless users turn it off.' },
      ],
      [
        'Email deliverability drops as mailbox providers tighten rules for bulk senders',
        { text: 'Senders without DMARC see more bounces, a survey of marketers says.' },
      ],
    ]
    expect(labels(items)).toMatch(/^(?:ABAB|ABAC|ABCB|ABCD)$/)
    for (const order of orders(items)) {
      const stories = labels(order)
      const storyOf = (item: Draft) => stories[order.indexOf(item)]
      const [privacy, delivery] = [0, 1].map((first) => new Set([storyOf(items[first]!), storyOf(items[first + 2]!)]))
      expect([...privacy!].filter((story) => delivery!.has(story))).toEqual([])
    }
  })

  it('3: a power cut-off reported twice, an hour apart, is one story', () => {
    const items: Draft[] = [
      [
        'NV Energy to stop supplying power to Lake Tahoe as data centers need it',
        {
          text: 'The Nevada utility told Liberty Utilities that 49,000 customers around Lake Tahoe must find another supplier by May 2027.',
        },
      ],
      [
        'Lake Tahoe must find new electricity: Nevada utility diverts power to AI data centers',
        {
          text: 'NV Energy will end its contract with Liberty Utilities, which serves 49,000 homes on the California side of the lake.',
          hours: 5,
        },
      ],
    ]
    expect(labels(items)).toBe('AA')
  })

  it('4, 5: an op-ed and the toot of it through a re-publisher are one story', () => {
    const items: Draft[] = [
      [
        'For Hong Kong to succeed in AI, energy cannot be an afterthought',
        {
          text: 'The contest for artificial intelligence is a contest for electricity. Hong Kong has little land and less power, while Huizhou and Jiangmen in the Greater Bay Area have both. The AI Supercomputing Centre at Cyberport is only a beginning.',
          url: 'https://www.scmp.example/opinion/hong-kong-opinion/article/1/hong-kong-ai-energy',
        },
      ],
      [
        'Opinion | For Hong Kong to succeed in AI, energy cannot be an afterthought',
        {
          text: 'Opinion | For Hong Kong to succeed in AI, energy cannot be an afterthought https://www.republisher.example/2126643/ #AI #AISupercomputingCentre #Apple #Beijing #China #Cyberport #DayaBay #Energy #GreaterBayArea #Guizhou #Hangzhou #HongKong #HuaweiTechnologies #Nvidia',
          form: 'post',
          pointsTo: 'https://www.republisher.example/2126643/',
          links: ['https://www.republisher.example/2126643/'],
        },
      ],
    ]
    expect(labels(items)).toBe('AA')
  })
})

describe('hard cases', () => {
  it('keeps two events of one company on one day apart', () => {
    const items: Draft[] = [
      [
        'Nvidia to build a research centre in Taipei with 4,000 engineers',
        { text: 'Nvidia will lease land in the Beitou-Shilin science park, the city government said.' },
      ],
      [
        'Nvidia faces antitrust complaint in Brazil over graphics card bundles',
        { text: "Brazil's competition agency opened a case after resellers complained." },
      ],
      [
        'Taipei signs land deal for Nvidia research centre',
        { text: 'The Beitou-Shilin site will house 4,000 engineers, the mayor said.' },
      ],
      [
        'Brazilian regulator opens Nvidia bundling case',
        { text: 'The antitrust complaint concerns graphics cards sold with other products by resellers.' },
      ],
    ]
    expect(labels(items)).toBe('ABAB')
  })

  it('makes one event in five languages one story', () => {
    const items: Draft[] = [
      [
        'TSMC to spend $56 billion on new chip plants in Arizona',
        {
          text: 'Taiwan Semiconductor Manufacturing Co will build three more fabs in Phoenix, its chairman C.C. Wei said, raising its outlay to $56 billion.',
        },
      ],
      [
        '台積電將斥資560億美元在亞利桑那州增建晶圓廠',
        { language: 'zh-Hant', text: '台積電董事長魏哲家表示,將在鳳凰城再興建三座晶圓廠,投資額提高至560億美元。' },
      ],
      [
        '台积电将投资560亿美元在亚利桑那州扩建晶圆厂',
        { language: 'zh-Hans', text: '台积电董事长魏哲家称,将在凤凰城再建三座晶圆厂,投资额增至560亿美元。' },
      ],
      [
        'TSMC、アリゾナ州の新工場に560億ドル投資',
        {
          language: 'ja',
          text: '台湾積体電路製造(TSMC)の魏哲家会長は、フェニックスに3つの工場を追加し、投資額を560億ドルに引き上げると述べた。',
        },
      ],
      [
        'TSMC, 애리조나 신규 공장에 560억 달러 투자',
        {
          language: 'ko',
          text: 'TSMC 웨이저자 회장은 피닉스에 공장 3곳을 추가로 짓고 투자액을 560억 달러로 늘린다고 밝혔다.',
        },
      ],
    ]
    expect(labels(items)).toBe('AAAAA')
  })

  it('merges nothing for a digest that names ten events', () => {
    const digest =
      'OpenAI buys a browser start-up. TSMC adds fabs in Arizona. Samsung ships HBM4. Mistral raises money. Seoul passes an AI law. Brazil opens a case against Nvidia. Tokyo plans a data centre tax. A court stops a chatbot. Tahoe loses its power. A robot runs a marathon.'
    const items: Draft[] = [
      ['TSMC adds three fabs in Arizona', { text: 'The chip maker will spend more in Phoenix.' }],
      ['Brazil opens antitrust case against Nvidia', { text: 'Resellers had complained about bundles.' }],
      ['Morning briefing: ten things in AI today', { text: digest, form: 'digest' }],
      ['Humanoid robot runs a marathon in Beijing', { text: 'It took four hours and two batteries.' }],
      ['Mistral raises money from a sovereign fund', { text: 'The Paris lab is now worth more.' }],
    ]
    expect(labels(items)).toBe('ABCDE')
  })

  it('keeps two models of one lab in one week apart', () => {
    const items: Draft[] = [
      [
        'DeepSeek releases V4, an open model with 1 trillion parameters',
        { text: 'DeepSeek V4 tops open leaderboards in coding and mathematics.' },
      ],
      [
        'DeepSeek-OCR 3 reads scanned documents in 100 languages',
        { text: 'The 3-billion-parameter model compresses pages into vision tokens.', hours: 30 },
      ],
      [
        'Open model DeepSeek V4 leads coding leaderboards',
        { text: 'With 1 trillion parameters it is the largest open release so far.', hours: 31 },
      ],
      [
        'DeepSeek opens OCR model that compresses pages into vision tokens',
        { text: 'DeepSeek-OCR 3 handles scanned documents in 100 languages.', hours: 32 },
      ],
    ]
    expect(labels(items)).toBe('ABAB')
  })

  it('keeps the quarters of two companies apart', () => {
    const items: Draft[] = [
      [
        'AMD third-quarter revenue rises 36% to $9.2 billion on AI chip demand',
        { text: 'AMD beat estimates as data center sales grew, chief executive Lisa Su said.' },
      ],
      [
        'Qualcomm third-quarter revenue rises 10% to $11.3 billion on AI phone demand',
        { text: 'Qualcomm beat estimates as handset sales grew, chief executive Cristiano Amon said.' },
      ],
      [
        'AMD beats estimates with $9.2 billion in sales as data centers buy AI chips',
        { text: 'Lisa Su expects further growth.' },
      ],
      [
        'Qualcomm beats estimates with $11.3 billion in sales as phones gain AI',
        { text: 'Cristiano Amon expects further growth.' },
      ],
    ]
    expect(labels(items)).toBe('ABAB')
  })

  it('puts a wire under six headlines into one story', () => {
    const body =
      'SEOUL (Example Wire) - Samsung Electronics said on Monday it had begun mass production of HBM4 memory for AI accelerators, two months ahead of schedule, and would supply a first customer in December. The company did not name the customer. Analysts expect high-bandwidth memory to make up a third of its chip profit next year.'
    const headlines = [
      'Samsung begins mass production of HBM4 two months early',
      'Samsung starts making HBM4 ahead of schedule',
      'Chip giant starts next-generation memory early',
      'HBM4: Samsung moves up mass production',
      'Seoul chipmaker ships first new AI memory in December',
      'Memory for AI: an early start in Korea',
    ]
    expect(labels(headlines.map((title) => [title, { text: body }]))).toBe('AAAAAA')
  })
})
