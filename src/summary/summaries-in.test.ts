import { describe, expect, test } from 'vitest'
import { chooseHeadlines } from './headline.ts'
import { everySummary, summariseIn, summaryIn, withOthers } from './summaries-in.ts'
import { member } from './testing/member.ts'

const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans', 'ja']
const english = [1, 2].map((id) =>
  member(id, {
    title: 'Halden Compute raises $410 million for halls in Johor',
    text: `Halden Compute has raised $410 million for two halls in Johor, report ${id} says. The halls draw 150 megawatts.`,
  }),
)
const japanese = member(3, {
  language: 'ja',
  title: 'ハルデン、ジョホールのデータセンターに4.1億ドル調達',
  text: 'ハルデン・コンピュートは、ジョホールの2棟のために4.1億ドルを調達した。2棟の出力は150メガワットとなる。',
})
const echo = member(4, {
  role: 'echo',
  of: 1,
  language: 'zh-Hant',
  title: '海登算科募得四點一億美元',
  text: '海登算科為柔佛的兩座機房募得四點一億美元，兩座機房用電一百五十兆瓦。',
})
const members = [...english, japanese, echo]
const summary = summariseIn(members, LANGUAGES, chooseHeadlines(members, LANGUAGES))

describe('summaries in readers’ languages', () => {
  test('a reader gets the sentences of reports in their language, cited, and an echo’s never', () => {
    expect(summary.sentences[0]!.language).toBe('en')
    expect(summary.others?.map(({ language }) => language)).toEqual(['ja'])
    const own = summaryIn(summary, 'ja')
    expect(own).toMatchObject({ method: 'extractive' })
    expect(own.sentences[0]!.text).toMatch(/^ハルデン・コンピュートは/)
    expect(own.sentences.flatMap(({ citations }) => citations.map(({ itemId }) => itemId))).toContain(3)
    expect(summaryIn(summary, 'en')).toBe(summary)
    expect(summaryIn(summary, 'zh-Hant')).toBe(summary)
  })

  test('a reader of one Chinese script gets the other before another language', () => {
    const simplified = member(5, {
      language: 'zh-Hans',
      title: '海登算科为柔佛机房募资四亿美元',
      text: '海登算科为柔佛的两座机房募得4.1亿美元。两座机房用电150兆瓦。',
    })
    const told = [...english, simplified]
    const summary = summariseIn(told, [...LANGUAGES, 'zh-Hans'], chooseHeadlines(told, [...LANGUAGES, 'zh-Hans']))
    expect(summaryIn(summary, 'zh-Hant').sentences[0]!.language).toBe('zh-Hans')
    expect(summaryIn(summary, 'ko')).toBe(summary)
  })

  test('taken apart and put together they are the same; of what nothing is left goes', () => {
    expect(withOthers(everySummary(summary))).toEqual(summary)
    const [main, other] = everySummary(summary)
    expect(withOthers([main!, { ...other!, sentences: [] }])).toEqual(main)
  })
})
