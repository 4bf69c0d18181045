import { describe, expect, test } from 'vitest'
import { editMark } from '../../item/edit-mark.ts'
import { assessCoverage } from '../../story/coverage.ts'
import type { Member } from '../../story/types.ts'
import { citedText } from '../check/evidence.ts'
import { type MemberDraft, member } from '../testing/member.ts'
import { storyFacts } from './story-facts.ts'

const isWithdrawn = (title: string) => editMark(title) === 'retraction'

function factsOf(...drafts: readonly MemberDraft[]) {
  const members = drafts.map((draft, index) => member(index + 1, draft))
  return { members, facts: storyFacts(members, coverageOf(members), isWithdrawn) }
}

function coverageOf(members: readonly Member[]) {
  const items = members.map(({ item }) => item)
  return assessCoverage(items, new Map(members.map(({ item, receipt }) => [item.id, receipt]))).coverage
}

const valuesOf = ({ facts }: ReturnType<typeof factsOf>) =>
  facts.figures.map(({ values }) => values.map(({ text, independent }) => `${text} × ${independent}`).join(' | '))

describe('storyFacts', () => {
  test('sets differing figures for one thing side by side', () => {
    const found = factsOf(
      { text: 'Corvid Systems is in talks to raise money at a valuation of $40 billion, three people say.' },
      { text: 'Corvid Systems wants to raise $3.5 billion at a valuation of $30 billion, a term sheet shows.' },
      { text: 'Corvid is to raise money at a valuation of 40 billion dollars in a round of $3.5 billion.' },
    )
    expect(valuesOf(found)).toEqual(['$40 billion × 2 | $30 billion × 1', '$3.5 billion × 2'])
    expect(found.facts.claim).toBe('disputed')
  })

  test('says what a figure is a figure of, in the words that its reports share', () => {
    const found = factsOf(
      { text: 'Heron 2 scores 71.4% on SWE-bench Verified in our own runs, with 38.2% on ARC-AGI-2.' },
      { text: 'The model scored 71.4% on SWE-bench Verified, its maker says.' },
      { text: 'In a replication it reaches 68.9% on SWE-bench Verified.' },
    )
    expect(found.facts.figures[0]).toMatchObject({
      values: [{ text: '71.4%' }, { text: '68.9%' }],
      of: [{ text: 'SWE-bench Verified', language: 'en', itemId: 1 }],
    })
    const japanese = factsOf(
      { text: '昨年度の粗利益率は14%に減った。', language: 'ja' },
      { text: '会社の粗利益率は14%にとどまった。', language: 'ja' },
      { text: 'The margin fell to 14% in the year.' },
    )
    expect(japanese.facts.figures[0]!.of).toEqual([{ text: '粗利益率', language: 'ja', itemId: 1 }])
  })

  test('says nothing of what a figure is of where its reports share no word', () => {
    const found = factsOf({ text: 'Prices climbed by 14% there.' }, { text: 'Another 14% was lost to delays.' })
    expect(found.facts.figures[0]!.of).toBeUndefined()
  })

  test('sets accounts side by side where half of the reports that name both weigh them', () => {
    const found = factsOf(
      { text: 'Corvid Systems is in talks to raise money at a valuation of $40 billion, three people say.' },
      { text: 'Corvid wants to raise money at a valuation of $30 billion. Other reports have named $40 billion.' },
      { text: 'Accounts differ on Corvid: one put the valuation at $30 bln, another at $40 bln.' },
      { text: 'Corvid: at $30 billion the investors pay 73 times, at $40 billion 98 times.' },
    )
    expect(valuesOf(found)).toEqual(['$40 billion × 4 | $30 billion × 3'])
  })

  test('sets figures side by side across languages where a report says that both are of one thing', () => {
    const found = factsOf(
      { text: '惠州算力园获批150兆瓦专用供电线路，明年三季度通电。', language: 'zh-Hans' },
      { text: 'Huizhou grants the park a line of 120 MW. A second report put the line at 150 MW.' },
      { text: 'One figure is 120 MW, what has been approved. The higher is 150 MW.' },
    )
    expect(valuesOf(found)).toEqual(['150兆瓦 × 3 | 120 MW × 2'])
  })

  test('reads what stands below 万 as part of the number', () => {
    const found = factsOf(
      { text: '過去の地震4万1000件で検証した。', language: 'ja' },
      { text: '4万1,000件の地震で試した。', language: 'ja' },
      { text: '지진 4만 1000건으로 시험했다.', language: 'ko' },
      { text: '지진 4만1000건으로 시험한 결과다.', language: 'ko' },
    )
    expect(valuesOf(found)).toEqual(['4万1000件 × 2', '4만 1000건 × 2'])
  })

  test('cites of each language the earliest report, whatever came between', () => {
    const english = { text: 'Tests on 800 MW of load show it.' }
    const found = factsOf(
      ...[english, english, english, english, english],
      { text: '测试用了800 MW的负荷。', language: 'zh-Hans' },
      { text: '부하 800 MW로 시험했다.', language: 'ko' },
    )
    const [figure] = found.facts.figures
    expect(figure!.values[0]!.independent).toBe(7)
    expect(figure!.values[0]!.citations.map(({ itemId }) => itemId)).toEqual([1, 2, 3, 6, 7])
  })

  test('shows days without the stop, counts with their word, and no spans of time', () => {
    const found = factsOf(
      { text: 'In the past twelve months it grew. The launch of Kestrel is on 3 March.' },
      { text: 'It grew in the past twelve months. The launch of Kestrel is on March 3.' },
    )
    expect(valuesOf(found)).toEqual(['3 March × 2'])
    const counts = factsOf(
      { text: '试验有1.2万名病人参加。', language: 'zh-Hans' },
      { text: '共有12000名患者参加试验。', language: 'zh-Hans' },
    )
    expect(valuesOf(counts)).toEqual(['1.2万名 × 2'])
  })

  test.each<[string, readonly MemberDraft[]]>([
    [
      'different things of one report',
      [
        { text: 'Halden raised $410 million. Its revenue was $90 million.' },
        { text: 'Halden had revenue of $90 million and raised $410 million.' },
      ],
    ],
    [
      'different units',
      [
        { text: 'The halls of Halden in Kulai draw 150 megawatts of power.' },
        { text: 'The halls of Halden in Kulai cost 150 million dollars of money.' },
      ],
    ],
    [
      'one value written in two ways',
      [
        { text: 'Halden raised $1.2 billion from two funds in its second round.' },
        { text: 'Halden raised 1,200 million dollars from two funds in its second round.' },
      ],
    ],
    [
      'figures far apart',
      [
        { text: 'Halden raised $2 million from two funds in its seed round.' },
        { text: 'Halden raised $410 million from two funds in its second round.' },
      ],
    ],
  ])('sees no difference in %s', (_what, drafts) => {
    const { facts } = factsOf(...drafts)
    expect(facts.figures.filter(({ values }) => values.length > 1)).toEqual([])
    expect(facts.claim).toBe('confirmed')
  })

  test('agrees across languages, and on days', () => {
    const found = factsOf(
      { text: 'Halden will open the hall on 3 December 2026 with 150 megawatts.' },
      { text: '海登将于2026年12月3日启用150兆瓦机房。', language: 'zh-Hans' },
    )
    expect(valuesOf(found)).toEqual(['150 megawatts × 2', '3 December 2026 × 2'])
    expect(found.facts.figures.map(({ type }) => type)).toEqual(['figure', 'date'])
  })

  test('reads a day without a year as the nearest, also at the turn of the year', () => {
    const text = 'Halden will open the hall in Kulai on 5 January, with 150 megawatts.'
    const publishedAt = (day: number) => Date.UTC(2026, 11, day)
    const found = factsOf(
      { text, publishedAt: publishedAt(30) },
      { text, publishedAt: publishedAt(31) },
      { text: 'The hall of Halden in Kulai will open on 5 January, the mayor said.', publishedAt: publishedAt(33) },
    )
    expect(valuesOf(found)).toEqual(['5 January × 3', '150 megawatts × 2'])
    expect(found.facts.claim).toBe('confirmed')
  })

  test('counts an owner once, and echoes and copies never', () => {
    const text = 'Halden raised $410 million from two funds.'
    const found = factsOf(
      { text, family: 'one' },
      { text, family: 'one' },
      { text, role: 'echo', of: 1, form: 'post', links: [], family: 'two' },
    )
    const figures = storyFacts(found.members, coverageOf(found.members), isWithdrawn).figures
    expect(figures).toEqual([])
  })

  test.each([
    [
      '“We have 150 megawatts in hand,” Lim Wei Han, chief executive of Halden, said.',
      'Lim Wei Han',
      'We have 150 megawatts in hand',
    ],
    ['“We have 150 megawatts in hand,” said Lim Wei Han.', 'Lim Wei Han', 'We have 150 megawatts in hand'],
    ['Lim Wei Han said: “We have 150 megawatts in hand.”', 'Lim Wei Han', 'We have 150 megawatts in hand.'],
    ['林偉漢表示：「我們手上已有一百五十兆瓦電力。」', '林偉漢', '我們手上已有一百五十兆瓦電力。'],
    ['林氏は「手元に百五十メガワットの電力がある」と述べた。', '林氏', '手元に百五十メガワットの電力がある'],
    ['임 대표는 "우리는 이미 150메가와트를 확보했다"라고 말했다.', '임 대표', '우리는 이미 150메가와트를 확보했다'],
  ])('finds who said what: %s', (text, speaker, words) => {
    const { facts } = factsOf({ text })
    expect(facts.quotations).toMatchObject([{ speaker, text: words, independent: 1 }])
  })

  test.each([
    'He said “we have 150 megawatts in hand”.',
    'The so-called “very large language model thing” grew.',
    'Lim said “yes”.',
  ])('names no speaker where none stands beside: %s', (text) => {
    expect(factsOf({ text }).facts.quotations).toEqual([])
  })

  test('says who was first, and pins the primary document', () => {
    const { facts, members } = factsOf(
      { tier: 2, text: 'Halden raised money.' },
      { tier: 1, title: 'Halden: filing on the issue of shares', text: 'Halden has issued shares.' },
    )
    expect(facts.first).toEqual({ itemId: 1, at: members[0]!.item.publishedAt })
    expect(facts.primary).toEqual({ itemId: 2, form: 'filing' })
  })

  test.each<[string, readonly MemberDraft[]]>([
    ['reported', [{}]],
    ['confirmed', [{}, {}]],
    ['disputed', [{}, { title: 'Halden denies report of a sale' }]],
    ['disputed', [{}, { title: 'Halden disputes the findings of the regulator' }]],
    ['disputed', [{}, { title: '한결AI, 매각설 전면 부인', language: 'ko' }]],
    ['disputed', [{}, { title: '한결AI "매각 논의 없었다" 부인했지만', language: 'ko' }]],
    ['confirmed', [{}, { title: 'Judge denies Halden’s last motion for a stay' }]],
    ['confirmed', [{}, { title: 'Halden’s bid for a second hall denied' }]],
    ['confirmed', [{}, { title: 'Regulator denied Halden a permit for the hall' }]],
    ['confirmed', [{}, { title: 'Halden and Corvid settle dispute over a patent' }]],
    ['confirmed', [{}, { title: '대통령 부인, 한결AI 데이터센터 방문', language: 'ko' }]],
    ['withdrawn', [{ family: 'lab' }, { family: 'lab', title: 'RETRACTED: A superconductor' }]],
  ])('calls a claim %s', (claim, drafts) => {
    expect(factsOf(...drafts).facts.claim).toBe(claim)
  })

  test('cites verbatim, ignores the order of members', () => {
    const { members, facts } = factsOf(
      { text: 'Corvid raised $40 million at its second round. “It was a very long road,” said Ana Ruiz.' },
      { text: 'Corvid raised $40 million at its second round, it said.' },
    )
    expect(storyFacts([...members].reverse(), coverageOf(members), isWithdrawn)).toEqual(facts)
    const citations = [
      ...facts.figures.flatMap(({ values }) => values.flatMap((each) => each.citations)),
      ...facts.quotations.map(({ citation }) => citation),
    ]
    expect(citations.length).toBe(3)
    for (const { itemId, start, end, quote } of citations) {
      expect(citedText(members.find(({ item }) => item.id === itemId)!.item).slice(start, end)).toBe(quote)
    }
  })
})
