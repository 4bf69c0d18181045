import { describe, expect, test } from 'vitest'
import { chooseHeadline, chooseHeadlines, headlineIn } from './headline.ts'
import { member } from './testing/member.ts'

describe('chooseHeadline', () => {
  const clear = 'Halden Compute raises $410 million to build in Johor'

  test('is no opinion where somebody reports', () => {
    const opinion = member(1, { title: 'Opinion | Halden Compute cannot build its way around power in Johor', tier: 3 })
    const report = member(2, { title: 'Johor grants Halden Compute a line of 120 megawatts' })
    expect(chooseHeadline([opinion, report]).itemId).toBe(2)
    expect(chooseHeadline([opinion]).itemId).toBe(1)
  })

  test.each([
    ['a question', 'Can Halden Compute raise $410 million to build in Johor?'],
    ['clickbait', 'You won’t believe what Halden Compute raised to build in Johor'],
    ['shouting', 'HALDEN COMPUTE RAISES $410 MILLION TO BUILD IN JOHOR'],
    ['too short', 'Halden raises'],
    ['too long', `${clear}, ${'and many other things besides that nobody asked for '.repeat(4)}`],
    ['cut off', 'Halden Compute raises $410 million to build in Jo…'],
    ['first person', 'We have raised $410 million from six banks to build in Johor'],
    ['a live page', 'Live updates: Halden Compute raises $410 million in Johor'],
  ])('prefers the clear one to %s', (_what, other) => {
    const members = [member(1, { title: other }), member(2, { title: clear })]
    expect(chooseHeadline(members)).toEqual({ text: clear, language: 'en', itemId: 2 })
  })

  test.each([
    [
      'ko',
      '한결AI, 부산에 데이터센터 착공',
      '한결AI가 부산에 데이터센터를 짓기 시작했다고 하는데 그 규모와 비용이 얼마나 될까?',
    ],
    ['ko', '한결AI, 부산에 데이터센터 착공', '우리가 부산에 데이터센터를 짓기 시작했습니다 여러분'],
    [
      'yue',
      '海登喺觀塘開新數據中心',
      '海登今日話佢哋終於喺觀塘開咗一個好大好大嘅新數據中心，仲話會請好多人，又話唔會用好多電，居民就話唔信，區議員話要再傾',
    ],
    ['zh-Hans', '海登在惠州启用数据中心', '我把海登在惠州的数据中心看了一遍'],
    ['ja', '海登、恵州にデータセンター開設', '私たちは恵州にデータセンターを開設しました'],
  ])('in %s prefers %s to %s', (language, fair, other) => {
    const members = [member(1, { title: other, language }), member(2, { title: fair, language })]
    expect(chooseHeadline(members).itemId).toBe(2)
  })

  test('takes no echo, copy or mention while there is a report', () => {
    const members = [
      member(1, { title: clear, role: 'echo', tier: 1 }),
      member(2, { title: clear, role: 'copy', tier: 1 }),
      member(3, { title: clear, role: 'mention', tier: 1 }),
      member(4, { title: 'why??', tier: 4 }),
    ]
    expect(chooseHeadline(members).itemId).toBe(4)
  })

  test('takes a copy before an echo where there is no report, and the echo last', () => {
    const echo = member(1, { title: clear, role: 'echo' })
    expect(chooseHeadline([echo, member(2, { title: clear, role: 'copy' })]).itemId).toBe(2)
    expect(chooseHeadline([echo]).itemId).toBe(1)
  })

  test('prefers an article to a post that reports', () => {
    const members = [
      member(1, { title: clear, form: 'post' }),
      member(2, { title: 'Halden Compute raises money in Johor' }),
    ]
    expect(chooseHeadline(members).itemId).toBe(2)
  })

  test('prefers what others say too, and what happened to the name of the thing', () => {
    const first = [
      member(1, { title: 'Markets in brief: shares, bonds, halls and other matters', tier: 1 }),
      member(1, { title: 'Introducing the Halden Johor campus', tier: 1 }),
    ]
    const others = [
      member(2, { title: 'Halden Compute raises $410 million for Johor campus', tier: 2 }),
      member(3, { title: 'Halden raises $410 million from six banks', tier: 3 }),
    ]
    for (const each of first) expect(chooseHeadline([each, ...others]).itemId).toBe(2)
  })

  test('an outsider that opened the story, however clear, does not name it', () => {
    const text = 'Northlight Compute will build a campus of 240 MW in Sedenak, Johor, for US$3.2 billion.'
    const members = [
      member(1, {
        title: 'Johor floats 120 MW of solar panels on reservoirs',
        text: 'Fishermen won a strip of 200 metres.',
      }),
      member(2, { title: 'Northlight to build 240 MW campus in Johor', text }),
      member(3, { title: 'What 240 MW means for Sedenak', text }),
      member(4, { title: 'Northlight picks Johor for a campus of US$3.2 billion', text }),
    ]
    expect([2, 4]).toContain(chooseHeadline(members).itemId)
  })

  test('is in the language of most reports, or the one asked for', () => {
    const members = [
      member(1, { title: '海登算科完成四亿一千万美元融资', language: 'zh-Hans' }),
      member(2, { title: '海登获四亿一千万美元，将在柔佛建设', language: 'zh-Hans' }),
      member(3, { title: clear }),
    ]
    expect(chooseHeadline(members).language).toBe('zh-Hans')
    expect(chooseHeadline(members, { language: 'en' })).toEqual({ text: clear, language: 'en', itemId: 3 })
    expect(chooseHeadline(members, { language: 'ja' }).language).toBe('zh-Hans')
  })

  test('is English on a tie', () => {
    const members = [
      member(1, { title: '海登算科完成四亿一千万美元融资', language: 'zh-Hans' }),
      member(2, { title: clear }),
    ]
    expect(chooseHeadline(members).language).toBe('en')
  })

  describe('the headline readers know', () => {
    const known = member(1, { title: 'Halden Compute raises money to build two halls' })

    test('stays when a new one is only a little better', () => {
      const others = [2, 3, 4].map((id) => member(id, { title: 'Halden Compute raises money to build some halls' }))
      const better = member(5, { title: 'Halden Compute raises money to build two halls', publishedAt: 0 })
      expect(chooseHeadline([better, ...others, known]).itemId).toBe(1)
      const first = { ...better, item: { ...better.item, id: 0 } }
      expect(chooseHeadline([first, ...others, known]).itemId).toBe(0)
    })

    test('goes when a new one is clearly better', () => {
      const teaser = member(0, { title: 'What did Halden just do?', tier: 3 })
      expect(chooseHeadline([teaser, known]).itemId).toBe(1)
    })

    test('goes when its item left or turned out to be a copy, and is as its item was edited', () => {
      const other = member(2, { title: 'Halden Compute builds' })
      expect(chooseHeadline([known, other]).itemId).toBe(1)
      expect(chooseHeadline([other]).itemId).toBe(2)
      const edited = member(1, { title: 'Halden Compute raises money to build three halls' })
      expect(chooseHeadline([edited, other]).text).toContain('three')
      expect(chooseHeadline([{ ...known, role: 'copy' }, other]).itemId).toBe(2)
    })

    test('of a large story is the same whether it was told once or with each item', () => {
      const titles = [
        'What did Halden just do?',
        'Halden raises $410 million for Johor campus',
        'Halden Compute builds',
      ]
      const members = Array.from({ length: 60 }, (_, index) => {
        const [id, family] = [index + 1, `p${index % 40}`]
        return member(id, { title: `${titles[index % 3]} ${index % 7 === 0 ? 'explained' : ''}`, family })
      })
      const copies = () => members.map((each) => ({ ...each, item: { ...each.item } }))
      for (let size = 1; size <= members.length; size++) {
        const told = chooseHeadline(members.slice(0, size))
        expect(told).toEqual(chooseHeadline(copies().slice(0, size)))
      }
    })
  })

  test('does not depend on the order of members', () => {
    const members = [1, 2, 3, 4].map((id) =>
      member(id, { title: `Halden Compute raises $41${id} million`, publishedAt: 0 }),
    )
    expect(chooseHeadline([...members].reverse())).toEqual(chooseHeadline(members))
  })

  test('needs a member', () => {
    expect(() => chooseHeadline([])).toThrow(RangeError)
  })
})

describe('chooseHeadlines', () => {
  const clear = 'Halden Compute raises $410 million to build in Johor'
  const languages = ['en', 'zh-Hant', 'zh-Hans', 'ja']
  const english = member(1, { title: clear, tier: 1 })
  const japanese = member(2, { title: 'ハルデンが4億1000万ドルを調達、東京の投資会社が主導', language: 'ja' })

  test('keeps the title of a report for readers of each other language', () => {
    const headline = chooseHeadlines([english, japanese], languages)
    expect(headline).toMatchObject({ text: clear, others: [{ language: 'ja', itemId: 2 }] })
    expect(headlineIn(headline, 'ja')).toMatchObject({ language: 'ja', itemId: 2 })
    expect(headlineIn(headline, 'en').text).toBe(clear)
    // No report in it: the original, with its language.
    expect(headlineIn(headline, 'zh-Hant')).toMatchObject({ text: clear, language: 'en' })
  })

  test('whoever reads Chinese in one script reads the other before another language', () => {
    const simplified = member(3, { title: '海登算科完成四亿美元融资，将建两座机房', language: 'zh-Hans' })
    const headline = chooseHeadlines([english, japanese, simplified], [...languages, 'zh-Hans'])
    expect(headlineIn(headline, 'zh-Hant')).toMatchObject({ language: 'zh-Hans', itemId: 3 })
    expect(headlineIn(headline, 'ko')).toMatchObject({ language: 'en' })
    const traditional = member(4, { title: '海登算科完成四億美元融資，將建兩座機房', language: 'zh-Hant' })
    const both = chooseHeadlines([english, simplified, traditional], [...languages, 'zh-Hans'])
    expect(headlineIn(both, 'zh-Hant')).toMatchObject({ language: 'zh-Hant', itemId: 4 })
  })

  test.each(['echo', 'copy', 'mention'] as const)('never takes the title of an %s', (role) => {
    expect(chooseHeadlines([english, { ...japanese, role }], languages)).not.toHaveProperty('others')
  })

  test('keeps the one that readers know, and nothing where all are in one language', () => {
    const again = member(3, { title: 'ハルデン、資金調達で4億1000万ドルを確保したと発表', language: 'ja' })
    const more = [4, 5].map((id) => member(id, { title: 'Halden Compute raises $410 million for Johor', tier: 1 }))
    const later = member(6, { title: 'ハルデン、資金調達で4億1000万ドルを確保と発表', language: 'ja', tier: 1 })
    expect(chooseHeadlines([english, ...more, again, later], languages).others?.[0]?.itemId).toBe(3)
    expect(chooseHeadlines([english], languages)).toEqual({ text: clear, language: 'en', itemId: 1 })
  })
})
