import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../entity/testing/shipped.ts'
import { citedText } from './check/evidence.ts'
import { checkSummary } from './check.ts'
import { summariseStory } from './extractive.ts'
import { type MemberDraft, member } from './testing/member.ts'

const gazetteer = shippedGazetteer()
const names = { Halden: 'halden', Johor: 'johor', Kulai: 'kulai' }
const filing = member(1, {
  tier: 1,
  title: 'Halden Compute Bhd: proposed issue of shares',
  text:
    'Halden Compute has closed a $410 million round led by two pension funds. The board met on Friday. ' +
    'Halden Compute will build two halls in Kulai, with first racks in August 2027.',
  names,
})
const ledger = member(2, {
  title: 'Pension funds back Halden’s Johor halls with $410m',
  text:
    'SINGAPORE (Straits Wire) — Two pension funds led the $410 million round of Halden Compute, people with knowledge of it said. ' +
    'It is the largest in Johor this year. The deal could lower the price of computing in the region, analysts said. Read more: Sign up for our newsletter.',
  names,
})
const daily = member(3, {
  title: 'Halden confirms 150 megawatts for Kulai halls',
  text: 'A spokesman for Halden said “we have 150 megawatts in hand” for the halls in Kulai. But will it be enough?',
  names,
})
const toot = member(4, {
  role: 'echo',
  of: 2,
  tier: 4,
  title: 'Wow',
  text: 'Halden Compute has closed a $410 million round led by two pension funds in Johor and Kulai.',
  names,
})
const copied = member(5, { role: 'copy', of: 2, title: ledger.item.title, text: ledger.item.text, names })
const story = [filing, ledger, daily, toot, copied]

describe('summariseStory', () => {
  test('takes central sentences of different owners and cites the others that say the same', () => {
    const summary = summariseStory(story)
    expect(summary.sentences.map(({ text, citations }) => [text, citations.map(({ itemId }) => itemId)])).toEqual([
      ['Halden Compute has closed a $410 million round led by two pension funds.', [1, 2]],
      ['A spokesman for Halden said “we have 150 megawatts in hand” for the halls in Kulai.', [3]],
    ])
    expect(summary.impact?.text).toBe('The deal could lower the price of computing in the region, analysts said.')
    expect(summary).toMatchObject({ method: 'extractive', droppedCount: 0 })
  })

  test('prefers what a report says to what a commentator reckons', () => {
    const maker = member(1, {
      tier: 1,
      title: 'Halden H4, a rack of six boards',
      text: 'H4 draws 90 kilowatts, is cooled by liquid alone and fits racks that stand today.',
    })
    const paper = member(2, {
      title: 'Halden bets on boards that are scarce',
      text: 'The H4 that Halden presented needs six boards that nobody else can make this year.',
    })
    const notes = (text: string) => member(3, { tier: 3, title: 'H4 arithmetic', text })
    const citedWith = (text: string) =>
      summariseStory([maker, paper, notes(text)], { maxSentences: 2 }).sentences.map(
        ({ citations }) => citations[0]!.itemId,
      )
    expect(citedWith('Six boards at $1,900 make $11,400 in an H4 rack that sells for $45,000.')).toContain(3)
    expect(
      citedWith('Six boards at perhaps $1,900 make $11,400 in an H4 rack that may sell for $45,000.'),
    ).not.toContain(3)
  })

  test('under the headline of a retraction stands nothing that it takes back', () => {
    const paper = member(1, {
      tier: 1,
      title: 'RETRACTED: Halden binds better',
      text: 'This paper has been retracted by its authors. After publication they found that 61% of the Halden tests had leaked.',
    })
    const report = member(2, {
      title: 'Halden binds better',
      text: 'A model of Halden binds 91% of all samples, a paper says.',
    })
    const texts = summariseStory([paper, report], {
      headlineItemId: 1,
      isWithdrawn: (title) => title.startsWith('RETRACTED'),
    }).sentences.map(({ text }) => text)
    expect(texts[0]).toBe('This paper has been retracted by its authors.')
    expect(texts.join(' ')).not.toContain('91%')
  })

  test('where another owner tells it, “we” does not tell it first; alone it does', () => {
    const own = member(1, {
      tier: 1,
      title: 'Halden withdraws two questions of its test',
      text: 'Two of the 400 questions in our Halden test were posted on a forum. Halden withdraws both of them at once.',
    })
    const other = member(2, {
      text: 'Halden found two of its own questions on a forum and withdrew a ranking over it.',
    })
    const first = (...members: Parameters<typeof summariseStory>[0]) =>
      summariseStory(members, { headlineItemId: 1 }).sentences[0]!.text
    expect(first(own)).toContain('in our Halden test')
    expect(first(own, other)).toContain('Halden found')
  })

  test('A6 #10: every sentence cites, and every citation is verbatim', () => {
    const { sentences, impact } = summariseStory(story)
    for (const sentence of [...sentences, impact!]) {
      expect(sentence.citations.length).toBeGreaterThan(0)
      for (const { itemId, start, end, quote } of sentence.citations) {
        const cited = story.find(({ item }) => item.id === itemId)!
        expect(citedText(cited.item).slice(start, end)).toBe(quote)
      }
      expect(sentence.text).toBe(sentence.citations[0]!.quote)
    }
  })

  test('begins with the sentence of the headline’s report that says what the headline says', () => {
    const headed = (headlineItemId?: number) => summariseStory(story, { headlineItemId }).sentences[0]!
    expect(headed().citations[0]!.itemId).not.toBe(3)
    expect(headed(3).text).toContain('150 megawatts')
    expect(headed(3).citations[0]!.itemId).toBe(3)
    const aside = { ...daily, item: { ...daily.item, title: 'Markets in brief: shares, bonds and other matters' } }
    const { sentences } = summariseStory([filing, ledger, aside], { headlineItemId: 3 })
    expect(sentences[0]!.citations[0]!.itemId).not.toBe(3)
  })

  test('leaves the dateline out', () => {
    expect(summariseStory([ledger]).sentences[0]!.text).toMatch(/^Two pension funds led/)
  })

  test('never reads echoes, copies or mentions where there is a report', () => {
    const { sentences } = summariseStory([daily, toot, { ...copied, role: 'mention' }, copied])
    expect(sentences.flatMap(({ citations }) => citations.map(({ itemId }) => itemId))).toEqual([3])
  })

  test('says one sentence of the only post of a story without a report', () => {
    const { sentences, impact } = summariseStory([toot])
    expect(sentences.map(({ text }) => text)).toEqual([toot.item.text])
    expect(impact).toBeUndefined()
  })

  test('takes at most two sentences of one owner', () => {
    const text =
      'Halden opened a hall in Kulai. Workers laid a cable to Johor. Pension funds paid for racks. Rain fell in Kulai.'
    expect(summariseStory([member(1, { text, names })]).sentences.length).toBe(2)
    const sisters = [1, 2].map((id) =>
      member(id, { text: text.replaceAll('Halden', `Halden ${id}`), family: 'one', names }),
    )
    expect(summariseStory(sisters).sentences.length).toBeLessThanOrEqual(2)
  })

  test('does not repeat itself', () => {
    const same = [1, 2, 3].map((id) =>
      member(id, { text: `Halden Compute raised $410 million ${'again '.repeat(id)}on Friday.`, names }),
    )
    const { sentences } = summariseStory(same)
    expect(sentences).toHaveLength(1)
    expect(sentences[0]!.citations).toHaveLength(3)
  })

  test.each([
    [
      'ko',
      '할덴이 쿨라이에 데이터센터 공사를 시작했다. 1단계는 내년 8월 문을 연다.',
      '쿨라이 데이터센터의 공사가 할덴의 손에서 시작됐다. 주민들은 물 사용량을 공개하라고 요구했다.',
    ],
    [
      'zh-Hans',
      'Halden在居林开建Kulai数据中心。首期明年八月投入使用。',
      '居林Kulai数据中心由Halden开建。居民要求公开用水量。',
    ],
  ])('says nothing twice in %s, where words are joined to what they do', (language, first, second) => {
    const reports = [member(1, { tier: 1, text: first, language }), member(2, { text: second, language })]
    const said = summariseStory(reports).sentences.map(({ text }) => text)
    expect(said.filter((text) => first.startsWith(text) || second.startsWith(text))).toHaveLength(1)
  })

  test('an impact that the sentences say already makes way for the next', () => {
    const reports = [
      member(1, {
        tier: 1,
        text: 'Halden Compute will build 12 halls in Kulai, Johor, that draw 150 megawatts. The first opens in August.',
        names,
      }),
      member(2, {
        text: 'The load of Kulai would have to be 150 megawatts higher for 12 buildings. Residents fear that water could run short.',
        names,
      }),
    ]
    expect(summariseStory(reports).impact?.text).toBe('Residents fear that water could run short.')
  })

  test('cites nobody whose number differs', () => {
    const a = member(1, { tier: 1, text: 'Halden Compute secured 120 megawatts for its halls in Kulai.', names })
    const b = member(2, { text: 'Halden Compute secured 150 megawatts for its halls in Kulai.', names })
    expect(summariseStory([a, b]).sentences[0]!.citations.map(({ itemId }) => itemId)).toEqual([1])
  })

  test.each([1, 2, 3, 4])('keeps to %i sentences', (maxSentences) => {
    const text = [
      'Halden opened a hall in Kulai.',
      'Workers laid a cable to Johor city.',
      'Two funds paid for all racks.',
    ]
    const reports = [0, 1, 2, 3, 4, 5].map((id) =>
      member(id + 1, { text: `${text[id % 3]} Guests number ${id * 17} drank tea in hall ${id}.`, names }),
    )
    expect(summariseStory(reports, { maxSentences }).sentences.length).toBeLessThanOrEqual(maxSentences)
  })

  test('is in one language: that of most reports, or the one asked for', () => {
    const chinese = member(6, {
      language: 'zh-Hans',
      title: '海登融资',
      text: '海登算科周五完成四亿一千万美元融资，由两家养老基金领投。',
    })
    expect(summariseStory([...story, chinese]).sentences.every(({ language }) => language === 'en')).toBe(true)
    const asked = summariseStory([...story, chinese], { language: 'zh-Hans' })
    expect(asked.sentences.map(({ text }) => text)).toEqual([chinese.item.text])
  })

  test('takes the next language where the first has no usable sentence', () => {
    const teaser = member(1, { tier: 1, text: 'Will it pay? Read more.' })
    const chinese = member(2, {
      tier: 3,
      language: 'zh-Hans',
      text: '海登算科周五完成四亿一千万美元融资，由两家基金领投。',
    })
    expect(summariseStory([teaser, chinese]).sentences[0]!.language).toBe('zh-Hans')
  })

  describe('with nothing but titles', () => {
    const titles = [
      member(1, { title: 'Halden raises $410 million' }),
      member(2, { title: 'Funds back Halden’s halls', text: 'Read more…' }),
    ]

    test('says a title that is not the headline', () => {
      const { sentences } = summariseStory(titles, { headlineItemId: 1 })
      expect(sentences).toEqual([
        {
          text: 'Funds back Halden’s halls',
          language: 'en',
          citations: [{ itemId: 2, start: 0, end: 25, quote: 'Funds back Halden’s halls' }],
        },
      ])
    })

    test.each([
      ['of a neighbouring event', 'Introducing Veles Opal 4.6', 'Building a compiler with a team of Veles agents'],
      ['that is a name and a version', 'Quill 1.3.10', 'Quill Next 1.3.107'],
    ])('says no title %s', (_, headline, other) => {
      const two = [member(1, { title: headline }), member(2, { title: other })]
      expect(summariseStory(two, { headlineItemId: 1 }).sentences).toEqual([])
    })

    test('says nothing twice', () => {
      expect(summariseStory(titles.slice(0, 1), { headlineItemId: 1 }).sentences).toEqual([])
      expect(summariseStory(titles.slice(0, 1)).sentences).toEqual([])
    })
  })

  test('of no members is empty', () => {
    expect(summariseStory([])).toEqual({ method: 'extractive', sentences: [], droppedCount: 0 })
  })

  const drafts: fc.Arbitrary<MemberDraft[]> = fc.array(
    fc.record({
      role: fc.constantFrom('report', 'report', 'copy', 'echo', 'mention'),
      tier: fc.constantFrom(1, 2, 3, 4),
      family: fc.constantFrom('a', 'b', 'c', 'd'),
      language: fc.constantFrom('en', 'en', 'zh-Hans'),
      title: fc.constantFrom('Halden raises', 'Funds back “Halden” in Johor'),
      text: fc
        .array(
          fc.constantFrom(
            'Halden Compute raised $410 million on Friday from two funds.',
            'Halden Compute said that 120 megawatts are in hand in Kulai.',
            'Officials in Johor expect the halls to open in August 2027.',
            'The halls could help to lower the price of computing in Johor.',
            '海登算科周五完成四亿一千万美元融资，由两家基金领投。',
            'It is big.',
            'Why?',
            '“We have it,” a spokesman of Halden said on Friday in Johor.',
          ),
          { maxLength: 6 },
        )
        .map((sentences) => sentences.join(' ')),
    }),
    { maxLength: 9 },
  ) as fc.Arbitrary<MemberDraft[]>

  test('invariants: verbatim, one language, distinct, checked, in any order of members, inputs untouched', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        const members = list.map((draft, index) => member(index + 1, { ...draft, names }))
        const before = JSON.stringify(members)
        const summary = summariseStory(members)
        expect(JSON.stringify(members)).toBe(before)
        expect(summariseStory([...members].reverse())).toEqual(summary)
        expect(summary.sentences.length).toBeLessThanOrEqual(4)
        expect(summary.droppedCount).toBe(0)
        const all = [...summary.sentences, ...(summary.impact ? [summary.impact] : [])]
        expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
        expect(new Set(all.map(({ language }) => language)).size).toBeLessThanOrEqual(1)
        const { dropped } = checkSummary(
          summary,
          members.map(({ item }) => item),
          { gazetteer },
        )
        expect(dropped).toEqual([])
        const roles = new Map(members.map(({ item, role }) => [item.id, role]))
        const cited = all.flatMap(({ citations }) => citations.map(({ itemId }) => roles.get(itemId)))
        if (members.some(({ role }) => role === 'report')) expect(cited.every((role) => role === 'report')).toBe(true)
      }),
    )
  })

  test('says of a large story the same whether it was told once or with each report', () => {
    const told = (each: number) =>
      `Halden Compute raised $${400 + (each % 9)} million on ${each % 2 ? 'Friday' : 'Monday'} from funds of group ${each}. ` +
      `Officials in Johor expect hall ${each % 11} to open in August 2027.`
    const members = Array.from({ length: 90 }, (_, index) => {
      // A late primary source is among the reports that are read, a late reporter is not.
      const tier = index === 75 ? 1 : 2
      return member(index + 1, { title: `Halden raises $410 million, group ${index}`, text: told(index), names, tier })
    })
    const summaries = new Set<string>()
    for (let size = 55; size <= members.length; size++) {
      const some = members.slice(0, size)
      const again = some.map((each) => ({ ...each, item: { ...each.item } }))
      const summary = summariseStory(some, { headlineItemId: 1 })
      expect(summary).toEqual(summariseStory(again, { headlineItemId: 1 }))
      summaries.add(JSON.stringify(summary))
    }
    expect(summaries.size).toBeGreaterThan(1)
    expect(summariseStory(members, { headlineItemId: 1, isWithdrawn: () => true })).toEqual(
      summariseStory(
        members.map((each) => ({ ...each, item: { ...each.item } })),
        { headlineItemId: 1, isWithdrawn: () => true },
      ),
    )
  })
})
