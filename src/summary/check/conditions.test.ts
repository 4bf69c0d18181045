import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import { checkConditions, saidOutright } from './conditions.ts'
import { checkModality } from './modality.ts'
import { Statement } from './statement.ts'

const context = { gazetteer: shippedGazetteer() }
const read = (text: string, language: string) => new Statement(text, language, undefined, context)
const failing = (source: string, sentence: string, language = 'en') =>
  checkConditions(read(sentence, language), [read(source, language)])

describe('checkConditions', () => {
  test.each([
    ['en', 'Regulators may say that Halden bought Tern.', 'Halden bought Tern.'],
    ['en', 'Regulators may say Halden bought Tern.', 'Halden bought Tern.'],
    ['en', 'The court will decide whether Halden copied code of Tern.', 'Halden copied code of Tern.'],
    ['en', 'Halden plans to announce on Friday that it has bought Tern for cash.', 'Halden has bought Tern for cash.'],
    ['en', 'Critics could argue that Halden has bought Tern for cash.', 'Halden has bought Tern for cash.'],
    ['en', 'If regulators in Brussels, London and Tokyo agree, Halden buys Tern.', 'Halden buys Tern.'],
    ['en', 'If regulators agree, Halden buys Tern, its chief Olsson told staff on Monday.', 'Halden buys Tern.'],
    ['en', 'Halden buys Tern only if regulators agree.', 'Halden buys Tern.'],
    ['en', 'Halden buys Tern unless a court objects.', 'Halden buys Tern.'],
    ['zh', '如果监管机构同意，海登以12亿美元收购燕鸥公司。', '海登以12亿美元收购燕鸥公司。'],
    ['zh', '若监管机构批准，海登收购燕鸥公司。', '海登收购燕鸥公司。'],
    ['zh', '海登收购燕鸥公司，前提是监管机构同意。', '海登收购燕鸥公司。'],
    ['zh', '监管机构可能会说海登收购了燕鸥公司。', '海登收购了燕鸥公司。'],
    ['zh', '法院将裁定海登是否抄袭了燕鸥公司的代码。', '海登抄袭了燕鸥公司的代码。'],
    ['zh-Hant', '一旦監管機構同意，海登收購燕鷗公司。', '海登收購燕鷗公司。'],
    ['ja', '規制当局が承認すれば、ハルデンはターン社を買収する。', 'ハルデンはターン社を買収する。'],
    ['ja', '規制当局が認めた場合、ハルデンはターン社を買収する。', 'ハルデンはターン社を買収する。'],
    ['ja', '承認を条件に、ハルデンはターン社を買収する。', 'ハルデンはターン社を買収する。'],
    ['ja', '当局は、ハルデンがターン社を買収したと主張する可能性がある。', 'ハルデンがターン社を買収した。'],
    ['ja', '裁判所は近く、ハルデンが設計図を盗用したかどうかを判断する。', 'ハルデンが設計図を盗用した。'],
    ['ko', '규제 당국이 승인하면 할덴은 테른을 12억 달러에 인수한다.', '할덴은 테른을 12억 달러에 인수한다.'],
    ['ko', '규제 당국이 승인할 경우, 할덴은 테른을 12억 달러에 인수한다.', '할덴은 테른을 12억 달러에 인수한다.'],
    ['ko', '당국은 할덴이 테른을 인수했다고 주장할 수 있다.', '할덴이 테른을 인수했다.'],
    ['ko', '법원은 할덴이 설계도를 도용했는지 여부를 판단한다.', '할덴이 설계도를 도용했다.'],
    ['de', 'Wenn die Behörden zustimmen, übernimmt Halden den Anbieter Tern.', 'Halden übernimmt den Anbieter Tern.'],
    ['de', 'Die Behörde könnte sagen, dass Halden den Anbieter Tern kaufte.', 'Halden kaufte den Anbieter Tern.'],
    ['fr', "Si l'autorité accepte, Halden rachète la société Tern.", 'Halden rachète la société Tern.'],
    ['es', 'Si el regulador acepta, Halden compra la empresa Tern.', 'Halden compra la empresa Tern.'],
    ['pt', 'Se o regulador aceitar, Halden compra a empresa Tern.', 'Halden compra a empresa Tern.'],
    ['it', "Se l'autorità accetta, Halden compra la società Tern.", 'Halden compra la società Tern.'],
    ['nl', 'Als de toezichthouder akkoord gaat, koopt Halden het bedrijf Tern.', 'Halden koopt het bedrijf Tern.'],
    ['ru', 'Если регулятор согласится, Халден купит компанию Терн.', 'Халден купит компанию Терн.'],
    ['id', 'Jika regulator setuju, Halden membeli perusahaan Tern.', 'Halden membeli perusahaan Tern.'],
    ['vi', 'Nếu cơ quan quản lý đồng ý, Halden mua công ty Tern.', 'Halden mua công ty Tern.'],
    ['ar', 'إذا وافقت الهيئة، تشتري هالدن شركة تيرن.', 'تشتري هالدن شركة تيرن.'],
    ['hi', 'यदि नियामक सहमत हो, हाल्डेन कंपनी टर्न खरीदती है।', 'हाल्डेन कंपनी टर्न खरीदती है।'],
  ])('in %s refuses of “%s” that %s', (language, source, sentence) => {
    expect(failing(source, sentence, language)).toMatchObject([{ rule: 'modality', said: 'fact', source: 'possible' }])
  })

  test.each([
    ['en', 'Regulators may say that Halden bought Tern.', 'Regulators may say that Halden bought Tern.'],
    ['en', 'Regulators may say that Halden bought Tern.', 'Halden may have bought Tern.'],
    ['en', 'Regulators say that Halden bought Tern.', 'Halden bought Tern.'],
    ['en', 'Halden buys Tern even if regulators object.', 'Halden buys Tern.'],
    ['en', 'If regulators agree, Halden buys Tern. Halden buys Tern for cash, it said.', 'Halden buys Tern.'],
    ['en', 'Halden bought Tern. If regulators object, Halden sells a hall in Kulai.', 'Halden bought Tern.'],
    ['zh', '如果监管机构同意，海登收购燕鸥公司。', '如果监管机构同意，海登收购燕鸥公司。'],
    ['zh', '如果监管机构同意，海登收购燕鸥公司。', '海登可能收购燕鸥公司。'],
    ['zh', '委员会表示海登收购了燕鸥公司。', '海登收购了燕鸥公司。'],
    ['zh', '据若干人士称，海登收购了燕鸥公司。', '海登收购了燕鸥公司。'],
    ['ja', '当局によれば、ハルデンはターン社を買収した。', 'ハルデンはターン社を買収した。'],
    ['ja', '例えば、ハルデンはターン社を買収した。', 'ハルデンはターン社を買収した。'],
    [
      'ja',
      '規制当局が承認すれば、ハルデンはターン社を買収する。',
      '承認されればハルデンはターン社を買収する可能性がある。',
    ],
    ['ko', '당국에 따르면 할덴은 테른을 12억 달러에 인수했다.', '할덴은 테른을 12억 달러에 인수했다.'],
    ['ko', '관계자에 의하면 할덴은 테른을 12억 달러에 인수했다.', '할덴은 테른을 12억 달러에 인수했다.'],
    ['ko', '발표하면서 할덴은 테른을 12억 달러에 인수했다.', '할덴은 테른을 12억 달러에 인수했다.'],
    ['ko', '규제 당국이 승인하면 할덴은 테른을 인수한다.', '할덴은 테른을 인수할 수 있다.'],
    ['fr', "Si l'autorité accepte, Halden rachète la société Tern.", 'Halden rachèterait la société Tern.'],
    ['de', 'Halden kaufte den Anbieter Tern, auch wenn die Behörde klagt.', 'Halden kaufte den Anbieter Tern.'],
  ])('in %s lets pass of “%s” that %s', (language, source, sentence) => {
    expect(failing(source, sentence, language)).toEqual([])
  })

  test('across languages a condition is no statement that something is done', () => {
    const said = read('海登已收购燕鸥公司。', 'zh')
    const told = (text: string) => checkModality(said, [read(text, 'en')])
    expect(told('If regulators agree, Halden buys Tern.')).toMatchObject([{ rule: 'modality', said: 'fact' }])
    expect(told('Regulators may say that Halden bought Tern.')).toMatchObject([{ rule: 'modality', said: 'fact' }])
    expect(told('If regulators object, Halden sells a hall. It bought Tern.')).toEqual([])
  })
})

test.each([
  ['en', 'if a, '],
  ['en', 'may say that '],
  ['en', 'x if '],
  ['zh', '如果ab，'],
  ['zh', '是否ab'],
  ['ja', 'すれば、'],
  ['ja', '买かどうか'],
  ['ko', '가하면 '],
  ['ko', '는지 '],
  ['de', 'wenn a, könnte sagen '],
])('reads a %s text of “%s” in linear time', (language, piece) => {
  const start = cpuMs()
  saidOutright(read(piece.repeat(10_000), language))
  expect(cpuMs() - start).toBeLessThan(1_000)
})
