import { describe, expect, test } from 'vitest'
import type { EntityType } from '../entity/types.ts'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import type { Member, StoryKind } from '../story/types.ts'
import { member } from '../summary/testing/member.ts'
import { decideKind, storyKind } from './kind.ts'
import { kindReason } from './kind-reason.ts'

const types = new Map<string, EntityType>([
  ['falcon-9', 'model'],
  ['ai-act', 'law'],
  ['arxiv', 'site'],
])
const entityType = (id: string) => types.get(id)
const reasonOf = (members: readonly Member[]) => kindReason(decideKind(members, entityType), entityType)

describe('storyKind', () => {
  test.each<[StoryKind, string, string]>([
    ['release', 'en', 'Orin Labs launches Falcon 9, a new model with open weights'],
    ['release', 'zh-Hans', '灵川科技发布新一代大模型，今日上线'],
    ['release', 'ja', '灯台ラボ、新モデルを公開'],
    ['release', 'ko', '한결AI, 새 모델 출시'],
    ['research', 'en', 'Researchers find that sparse experts forget less, study shows'],
    ['research', 'zh-Hant', '研究團隊發表論文：稀疏專家模型實驗'],
    ['policy', 'en', 'Parliament passes bill to regulate facial recognition'],
    ['policy', 'zh-Hans', '工信部就人工智能监管新规公开征求意见'],
    ['policy', 'ja', '政府、生成AIの規制法律案を閣議決定'],
    ['funding', 'en', 'Halden Compute raises $410 million in Series C'],
    ['funding', 'zh-Hans', '海登算科完成四亿美元融资，估值翻倍'],
    ['funding', 'ko', '한결AI, 시리즈 B 투자 유치'],
    ['infrastructure', 'en', 'Utility cuts power supply to data centers near the lake'],
    ['infrastructure', 'zh-Hant', '惠州智算數據中心併網，電力達 120 兆瓦'],
    ['infrastructure', 'ja', '北海道に新しいデータセンター、電力は再生可能エネルギー'],
    ['infrastructure', 'en', 'Submarine cable Coral Loop links Busan and Manila, two fibre pairs for training data'],
    ['infrastructure', 'zh-Hant', '海底電纜「珊瑚環」啟用，連接釜山與馬尼拉'],
    ['infrastructure', 'zh-Hans', '海缆“珊瑚环”投产，连接釜山与马尼拉'],
    ['infrastructure', 'ja', '海底ケーブル「コーラルループ」、釜山とマニラを結ぶ'],
    ['infrastructure', 'ko', '부산과 마닐라 잇는 해저케이블 개통'],
    ['incident', 'en', 'Orin API down again, chat widgets show certificate errors'],
    ['incident', 'en', 'Outage at Orin Labs takes chat service down for six hours'],
    ['incident', 'zh-Hans', '灵川科技数据泄露，百万用户受影响'],
    ['opinion', 'en', 'Why cities should not chase every data hall'],
    ['opinion', 'en', 'Opinion | Parliament and the data center bill'],
    ['opinion', 'zh-Hant', '社評：數據中心之外，更要立法'],
    ['opinion', 'ja', '社説：データセンターの電力を誰が分け合うのか'],
    ['opinion', 'ko', '[사설] 전력망 없는 데이터센터'],
    ['tool', 'en', 'A command-line toolkit and SDK for tracing prompts'],
    ['people', 'en', 'Orin Labs names Mara Lindqvist as chief scientist'],
    ['business', 'en', 'Orin Labs raises prices and ends its free plan'],
    ['business', 'zh-Hans', '灵川科技季度营收翻倍，与海登算科签约'],
    ['people', 'ko', '한결AI 연구소장 사임'],
  ])('%s in %s: %s', (kind, language, title) => {
    expect(storyKind([member(1, { title, language })], entityType)).toBe(kind)
  })

  test('of a title without end only the first 300 characters count', () => {
    const kindOf = (title: string) => storyKind([member(1, { title, text: '', language: 'en' })], entityType)
    const told = 'raises $410 million in Series C'
    const long = `Halden ${'and so on '.repeat(60)}`
    expect(kindOf(`Halden ${told}`)).toBe('funding')
    expect(kindOf(long)).not.toBe('funding')
    expect(kindOf(long + told)).toBe(kindOf(long))
  })

  test('A6 #7: an archive that changes its submission rules makes policy, not research', () => {
    const members = [
      member(1, {
        title: 'arXiv changes its submission rules for review papers',
        text: 'The preprint server said the new policy takes effect in January. Researchers must show peer review first.',
        names: { arXiv: 'arxiv' },
      }),
      member(2, { title: 'arXiv bans unreviewed surveys under new rules', names: { arXiv: 'arxiv' } }),
    ]
    expect(storyKind(members, entityType)).toBe('policy')
    expect(reasonOf(members)).toEqual({
      key: 'kind-words',
      params: { words: expect.stringContaining('rule') },
    })
  })

  test('a story whose independent reports are all opinions is an opinion, whatever its words', () => {
    const opEd = member(1, { title: 'Parliament must pass the data center bill', sourceTier: 2, tier: 3 })
    const toot = member(2, { title: 'Regulation! Law! Ban!', role: 'echo', of: 1, tier: 4 })
    expect(storyKind([opEd, toot], entityType)).toBe('opinion')
    expect(reasonOf([opEd, toot])).toEqual({ key: 'kind-opinion', params: {} })
  })

  test('one news report among opinions makes it news', () => {
    const opEd = member(1, { title: 'Parliament must pass the data center bill', sourceTier: 2, tier: 3 })
    const news = member(2, { title: 'Parliament passes the bill', tier: 2 })
    expect(storyKind([opEd, news], entityType)).toBe('policy')
  })

  test('a newsletter of tier 3 is commentary by standing, not an opinion by form', () => {
    const letter = member(1, { title: 'Orin Labs launches Falcon 9', sourceTier: 3, tier: 3 })
    expect(storyKind([letter], entityType)).toBe('release')
  })

  test('a column among news weighs as a column', () => {
    const column = member(1, { title: 'Column | Data centers and their power', tier: 4 })
    expect(reasonOf([column]).key).toBe('kind-opinion')
    const news = member(2, { title: 'Opening' })
    expect(storyKind([column, news], entityType)).toBe('opinion')
  })

  test('a story keeps its kind until another is ahead by far', () => {
    const first = member(1, { title: 'Halden to build data center with 120 MW' })
    const doubt = member(2, { title: 'Halden plans a factory for the city' })
    const clear = [3, 4, 5, 6, 7].map((id) => member(id, { title: 'Halden Compute raises $410 million in Series C' }))
    expect(storyKind([doubt], entityType)).not.toBe('infrastructure')
    expect(storyKind([first, doubt], entityType)).toBe('infrastructure')
    expect(storyKind([first, ...clear], entityType)).toBe('funding')
    const silent = [8, 9, 10].map((id) => member(id, { title: '…' }))
    expect(storyKind([first, ...silent], entityType)).toBe('infrastructure')
  })

  test('the first report counts for two', () => {
    const first = member(1, { title: 'Halden to build data center with 120 MW' })
    const others = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        member(index + 2, { title: 'Halden raises $410 million in Series C' }),
      )
    expect(storyKind(others(1), entityType)).toBe('funding')
    expect(storyKind([first, ...others(2)], entityType)).toBe('infrastructure')
    expect(storyKind([first, ...others(6)], entityType)).toBe('funding')
  })

  test('who was stored first is heard first, whatever the order given', () => {
    const members = [member(1, { title: 'Halden looks for power' }), member(2, { title: 'Halden sells more' })]
    const backwards = members.map(({ item, ...rest }) => ({ ...rest, item: { ...item, id: 3 - item.id } }))
    const [first, second] = members.map((each) => storyKind([each], entityType))
    expect(first).not.toBe(second)
    expect(storyKind(members, entityType)).toBe(first)
    expect(storyKind(members.toReversed(), entityType)).toBe(first)
    expect(storyKind(backwards, entityType)).toBe(second)
  })

  test('the reports that decided a kind say why', () => {
    const first = member(1, { title: 'Halden Compute raises $410 million' })
    const later = member(2, { title: 'Valuation of Halden doubles after Series C funding round' })
    const reason = reasonOf([first])
    expect(reasonOf([later, first])).toEqual(reason)
    expect(reasonOf([later])).not.toEqual(reason)
  })

  test('echoes and copies do not vote', () => {
    const report = member(1, { title: 'Halden Compute raises $410 million in Series C' })
    const echoes = [2, 3, 4, 5].map((id) => member(id, { title: 'Outage! Breach! Leak!', role: 'echo', of: 1 }))
    expect(storyKind([report, ...echoes], entityType)).toBe('funding')
  })

  test('a paper is research by its form, and says so', () => {
    const paper = member(1, { title: 'On the memory of sparse experts', form: 'paper', tier: 1 })
    expect(storyKind([paper], entityType)).toBe('research')
    expect(reasonOf([paper])).toEqual({ key: 'kind-form', params: { form: 'paper' } })
  })

  test('a maker is read as one that writes about its own work', () => {
    const entry = { title: 'Quillbox 1.9.0', text: 'Patch fixes. Fixed a crash when two panes are closed at once.' }
    const [own, newsroom] = ['lab', 'press'].map((sourceType) => member(1, { ...entry, sourceType }))
    expect(storyKind([own!], entityType)).toBe('tool')
    expect(storyKind([newsroom!], entityType)).not.toBe('tool')
  })

  test.each([
    ['lab', 'On patience in machines', 'This essay asks what we owe to those who believe what a machine says.'],
    ['research', 'Why I am hopeful about oversight', 'I have become more hopeful each year.'],
  ])('an essay of a publisher of the type %s is an opinion: %s', (sourceType, title, text) => {
    expect(storyKind([member(1, { title, text, sourceType })], entityType)).toBe('opinion')
    expect(storyKind([member(1, { title, text, sourceType: 'press' })], entityType)).not.toBe('opinion')
  })

  test('where a maker filed it counts, and where a newsroom did does not', () => {
    const kindOf = (sourceType: string, categories: readonly string[]) =>
      storyKind([member(1, { title: 'What Halden sees', sourceType, categories })], entityType)
    expect(kindOf('lab', ['Case Study'])).toBe('business')
    expect(kindOf('lab', ['Research'])).toBe('research')
    expect(kindOf('press', ['Case Study'])).toBe(kindOf('press', ['Research']))
  })

  test('a law in the title is policy', () => {
    const named = member(1, { title: 'What the AI Act asks of shops', names: { 'AI Act': 'ai-act' } })
    expect(storyKind([named], entityType)).toBe('policy')
  })

  test('the order of members changes nothing', () => {
    const members = [
      member(1, { title: 'Halden raises $410 million' }),
      member(2, { title: 'Halden to build data center with 120 MW' }),
      member(3, { title: 'Pension funds invest in Halden' }),
    ]
    expect(storyKind([...members].reverse(), entityType)).toBe(storyKind(members, entityType))
  })

  test('a story of nothing is of no kind', () => {
    expect(storyKind([member(1, { title: '…' })], entityType)).toBe('other')
    expect(reasonOf([member(1, { title: '…' })])).toEqual({ key: 'kind-none', params: {} })
  })

  test('long hostile text takes no time', () => {
    const text = `${'research '.repeat(30_000)}${'releas'.repeat(30_000)}`
    const start = cpuMs()
    storyKind([member(1, { title: text, text })], entityType)
    expect(cpuMs() - start).toBeLessThan(1_000)
  })
})
