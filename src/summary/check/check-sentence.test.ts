import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import { checkSentence } from './check-sentence.ts'
import { CHECK_RULES, type CheckRule, sayFailure } from './failure.ts'

const context = { gazetteer: shippedGazetteer() }
/** Monday. */
const publishedAt = Date.UTC(2026, 10, 23, 8)

function check(text: string, quotes: readonly string[], languages: readonly [string, string] = ['en', 'en']) {
  const evidence = quotes.map((quote) => ({ quote, language: languages[1], publishedAt }))
  return checkSentence({ text, language: languages[0] }, evidence, context)
}

describe('checkSentence', () => {
  test.each<[string, string, string, string?, string?]>([
    ['the quote itself', 'Will it?', 'Will it?'],
    ['a number written otherwise', 'Nvidia invested $1.2bn.', 'Nvidia has invested 1.2 billion dollars.'],
    ['across scripts', 'Nvidia invested $1.2bn.', '輝達投資 12 億美元', 'en', 'zh-Hant'],
    ['tenths', '有三成用户付费', '30% 的用户付费', 'zh-Hans', 'zh-Hans'],
    ['han numerals', '公司裁员两千人', '公司裁员2000人', 'zh-Hans', 'zh-Hans'],
    ['both ways of writing Chinese', '公司計劃裁員兩千人', '公司计划裁员2000人', 'zh-Hant', 'zh-Hans'],
    ['written Cantonese, as Chinese', '海登公司計劃裁員兩千人', '海登公司話計劃裁員2000人', 'zh-Hant', 'yue'],
    ['an announced rounding', 'Nvidia hired about 500 engineers.', 'Nvidia hired 512 engineers.'],
    ['watts', 'The site draws 1.5 GW.', 'The site draws 1,500 megawatts.'],
    ['a unit in katakana', '出力は12キロワットだった', '出力は12kWだった', 'ja', 'ja'],
    ['watt-hours', 'The plant used 1.2 TWh.', 'The plant used 1,200,000,000 kilowatt-hours.'],
    ['watt-hours of both ways of writing Chinese', '電站發電1.2億千瓦時', '电站发电120吉瓦时', 'zh-Hant', 'zh-Hans'],
    ['watt-hours in Japanese', '発電量は120ギガワット時だった', '発電量は1.2億キロワット時だった', 'ja', 'ja'],
    ['a day counted from publication', 'Nvidia met investors on 22 November.', 'Nvidia met investors yesterday.'],
    ['a weekday', 'Nvidia met investors on Friday.', 'Nvidia met investors on November 20, 2026.'],
    ['a month of a day', 'Nvidia met investors in November.', 'Nvidia met investors on 20 November.'],
    ['the same plan', 'Nvidia will open a plant in Penang.', 'Nvidia plans to open a plant in Penang.'],
    ['a quoted name between kana', '社は「T10」を発表した。', '米社は次世代品「T10」を発表した。', 'ja', 'ja'],
    ['the same doubt', 'It is not known whether Nvidia bought Arm.', 'It is unclear whether Nvidia bought Arm.'],
    ['the same denial', 'Nvidia did not approve the sale.', 'The sale was not approved by Nvidia.'],
    [
      'Han numerals of time and people',
      '地鐵停駛 4 小時，10 萬人受影響',
      '地鐵停駛四小時，十萬人受影響',
      'zh-Hant',
      'zh-Hant',
    ],
    ['a Han percentage', '股價上漲 6.5%', '股價上漲百分之六點五', 'zh-Hant', 'zh-Hant'],
    [
      'a time that names nothing, across languages',
      'Nvidia invested $1.2bn after it.',
      '輝達投資 12 億美元',
      'en',
      'zh-Hant',
    ],
    ['words behind digits', '约240万个账户信息泄露', '约有2400000个账户信息泄露', 'zh-Hans', 'zh-Hans'],
    ['a common noun that opens', 'Revenue fell in October.', 'In October the revenue fell.'],
    ['a time that is given', 'Nvidia met investors after the vote.', 'After the vote Nvidia met investors.'],
    ['a time that names nothing', 'Nvidia cut jobs after it was.', 'Nvidia cut jobs.'],
    ['a passive', 'Cohere was sued by Forbes.', 'Forbes sued Cohere.'],
  ])('supports %s', (_what, text, quote, said = 'en', written = 'en') => {
    expect(check(text, [quote], [said, written]).failures.map(sayFailure)).toEqual([])
  })

  test.each<[CheckRule, string, string, string?, string?]>([
    ['coverage', '海登公司計劃裁員兩千人，並關閉觀塘總部', '海登公司話會請多2000人喺觀塘返工', 'zh-Hant', 'yue'],
    ['number', 'Nvidia invested $1.3bn.', 'Nvidia has invested 1.2 billion dollars.'],
    ['number', 'The plant draws 12 kilowatts.', 'The plant draws 12 kilowatt-hours.'],
    ['number', 'The plant used 945 GWh.', 'The plant used 945 TWh.'],
    ['number', '电站为1.2亿千瓦', '电站为1.2亿千瓦时', 'zh-Hans', 'zh-Hans'],
    ['number', '発電所は3ギガワットだ', '発電所は3ギガワット時だ', 'ja', 'ja'],
    ['number', 'Nvidia invested €1.2bn.', 'Nvidia has invested 1.2 billion dollars.'],
    ['number', 'Nvidia invested $1.2m.', 'Nvidia has invested 1.2 billion dollars.'],
    ['number', 'Sales rose 12 percent.', 'Sales rose 21 percent.'],
    ['number', 'Nvidia runs 30 offices.', 'Nvidia has 30 staff in 12 offices.'],
    ['number', '公司裁员三千人', '公司裁员2000人', 'zh-Hans'],
    ['date', 'Nvidia met investors on 21 November.', 'Nvidia met investors yesterday.'],
    ['date', 'Nvidia met investors on Thursday.', 'Nvidia met investors on Friday.'],
    ['date', '輝達週五會見投資人', '輝達 11 月 18 日會見投資人', 'zh-Hant'],
    ['name', 'Intel invested in Wayve.', 'Nvidia invested in Wayve.'],
    ['name', 'Forbes sued Cohere.', 'Cohere sued Forbes.'],
    ['name', 'The H200 is sold out.', 'The H100 is sold out.'],
    ['name', 'Corvid plans to buy Tern.', 'Larkspur plans to buy Tern.'],
    ['name', '教育机构向两家公司罚款', '监管部门向两家公司罚款', 'zh-Hans'],
    ['name', '팰컨은 새 모델을 공개했다', '할덴은 새 모델을 공개했다', 'ko'],
    ['quotation', '社は「T10」を発表した。', '社は「T100」を発表した。', 'ja'],
    ['quotation', '“It is very fast,” Nvidia said.', 'Nvidia said that it is quite fast.'],
    ['quotation', "Nvidia said it's ‘a chip of Wayve’s kind’.", "Nvidia said it's a chip of its kind."],
    ['polarity', 'The board approved the merger.', 'The board did not approve the merger.'],
    ['polarity', 'The board did not approve the merger.', 'The board approved the merger.'],
    ['polarity', '董事会批准了合并', '董事会没有批准合并', 'zh-Hans'],
    ['polarity', 'Nvidia will cut 400 jobs.', 'The chief denied on Monday that Nvidia will cut 400 jobs.'],
    ['polarity', 'The board approved the merger.', 'It is not true that the board approved the merger.'],
    ['polarity', 'Nvidia bought the maker Arm.', 'There is no evidence so far that Nvidia bought the maker Arm.'],
    ['polarity', 'Nvidia bought the maker Arm.', 'It is unclear whether Nvidia bought the maker Arm.'],
    ['polarity', 'Workers of Nvidia signed the letter.', 'Nobody of the workers of Nvidia signed the letter.'],
    ['polarity', 'Nvidia sold phones in Norway.', 'Nvidia hardly sold any phones in Norway.'],
    ['polarity', 'Nvidia bought the maker Arm.', 'Reports that Nvidia bought the maker Arm are false.'],
    ['polarity', '董事会批准了合并', '董事会批准合并的消息不属实', 'zh-Hans'],
    ['polarity', '取締役会が合併を承認した。', '取締役会が合併を承認した事実はない。', 'ja'],
    ['modality', 'Nvidia opened a plant in Penang.', 'Nvidia plans to open a plant in Penang.'],
    ['modality', 'Nvidia plans to open a plant in Penang.', 'Nvidia opened a plant in Penang.'],
    ['modality', 'Nvidia acquired Arm.', 'Nvidia may acquire Arm.'],
    ['comparison', 'Shares of Nvidia rose.', 'Shares of Nvidia fell.'],
    ['comparison', '辉达股价上涨', '辉达股价下跌', 'zh-Hans'],
    ['comparison', '辉达股价上涨4%', 'Shares of Nvidia fell 4%.', 'zh-Hans', 'en'],
    ['comparison', '会社は部門を買収した。', '会社は部門を売却した。', 'ja'],
    ['comparison', '店は会社に敗北した。', '店は会社に勝利した。', 'ja'],
    ['modality', '会社は部門の売却を決めた。', '会社は部門の売却を検討している。', 'ja'],
    ['cause', 'Nvidia cut jobs because of weak demand.', 'Nvidia cut jobs.'],
    ['cause', 'Nvidia cut jobs amid a feud with its landlord.', 'Nvidia cut jobs.'],
    ['cause', 'Nvidia cut jobs because of this.', 'Nvidia cut jobs.'],
    ['cause', '受台风影响，公司裁员', '公司因亏损裁员，员工受影响', 'zh-Hans'],
    ['cause', '台風の影響で、会社は計画を発表した', '会社は計画を発表した', 'ja'],
    ['polarity', '同社は売却を決めた', '同社は売却を決めていない', 'ja'],
    ['modality', '쿠팡은 회사를 인수했다', '쿠팡은 회사를 인수할 계획이다', 'ko'],
    ['coverage', 'Nvidia bakes splendid gingerbread for hungry pilots.', 'Nvidia opened a plant in Penang.'],
    ['citation', 'Nvidia opened a plant.', ''],
  ])('refuses for %s: %s', (rule, text, quote, language = 'en', from = language) => {
    const { supported, failures } = check(text, quote === '' ? [] : [quote], [language, from])
    expect(supported).toBe(false)
    expect(failures.map((failure) => failure.rule)).toContain(rule)
    for (const failure of failures) expect(sayFailure(failure)).not.toMatch(/undefined|NaN/)
  })

  test('puts failures in the order of the rules', () => {
    const { failures } = check('Intel did not invest $3bn in gingerbread ovens.', ['Nvidia invested $2bn in Wayve.'])
    const places = failures.map(({ rule }) => CHECK_RULES.indexOf(rule))
    expect(places.length).toBeGreaterThan(2)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('takes any text without harm', () => {
    for (const text of [
      '',
      '\u0000',
      '“',
      '１２３億',
      '$',
      '9'.repeat(10_000),
      '年'.repeat(5_000),
      '零一二三'.repeat(5_000),
      " 'a".repeat(5_000),
      '‘ '.repeat(5_000),
      'a.b'.repeat(5_000),
      '不'.repeat(5_000),
    ]) {
      const start = cpuMs()
      check(text, ['x', text.slice(1)])
      expect(cpuMs() - start).toBeLessThan(2_000)
    }
  })
})
