import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { checkModality } from './modality.ts'
import { Statement } from './statement.ts'

const context = { gazetteer: shippedGazetteer() }
const read = (text: string, language: string) => new Statement(text, language, undefined, context)
const failing = (source: string, sentence: string, language = 'en') =>
  checkModality(read(sentence, language), [read(source, language)])

describe('checkModality', () => {
  test.each([
    ['Halden will build two halls in Kulai.', 'Halden has built two halls in Kulai.'],
    ['Halden plans to build two halls in Kulai.', 'Halden is building two halls in Kulai.'],
    ['Halden plans to soon also build halls in Kulai.', 'Halden built halls in Kulai.'],
    ['Larkspur is in talks to buy the mapping firm Tern.', 'Larkspur buys the mapping firm Tern.'],
    ['Corvid is considering raising the price of its plan.', 'Corvid raised the price of its plan.'],
    ['OpenAI is expected to launch the model in May.', 'OpenAI launched the model in May.'],
    ['The ministry may approve the merger of the carriers.', 'The ministry approved the merger of the carriers.'],
    ['Scooters may be banned from the centre.', 'Scooters have been banned from the centre.'],
    ['The drug could reduce the risk of a stroke.', 'The drug reduces the risk of a stroke.'],
    ['The model will be open, the company said.', 'The model is open, the company said.'],
    ['The hall would be the largest in Asia.', 'The hall is the largest in Asia.'],
    ['Anthropic agreed to lease the campus.', 'Anthropic leased the campus.'],
    ['Halden reportedly sold its campus in Kulai.', 'Halden sold its campus in Kulai.'],
    ['Halden might sell its campus in Kulai.', 'Halden will sell its campus in Kulai.'],
    ['Halden sold its campus in Kulai.', 'Halden plans to sell its campus in Kulai.'],
    ['Meta intends to cut 200 jobs in Dublin.', 'Meta cut 200 jobs in Dublin.'],
    ['If regulators agree, Halden buys Tern for $1.2 billion.', 'Halden buys Tern for $1 billion.'],
    ['It grows. Unless a court objects, the hall opens in Kulai in May.', 'The hall opens in Kulai in May.'],
  ])('refuses of “%s” that %s', (source, sentence) => {
    expect(failing(source, sentence)).toHaveLength(1)
  })

  test.each([
    ['Halden will build two halls in Kulai.', 'Halden plans to build two halls in Kulai.'],
    ['Halden will open the hall in May.', 'The hall opens in May.'],
    ['If regulators agree, Halden buys Tern for $1.2 billion.', 'Halden would buy Tern for $1 billion.'],
    ['If regulators agree, Halden buys Tern for $1.2 billion.', 'Halden buys Tern if regulators agree.'],
    ['If you ask the mayor, the hall in Kulai is too big.', 'Halden built the hall in Kulai.'],
    ['Halden built a hall in Kulai and plans to build another.', 'Halden has built a hall in Kulai.'],
    ['We offer plans that can be customised to your budget.', 'It offers plans customised to a budget.'],
    ['I think I will ask her for instructions.', 'Lola asks for instructions.'],
    ['Shall we meet at Kings? We could meet at Kings?', 'They plan to meet at Kings.'],
    ['It is a verb which means to handle or use skilfully.', 'It is defined as “to handle or use skilfully”.'],
    [
      'The session will be a self guided 30 minute meditation.',
      'It is a transcript of a 30-minute self-guided session.',
    ],
    ['The recommendation would be our Gold plan.', 'The Gold plan was too expensive.'],
    ['The planned hall would be built by Halden.', 'The planned hall is to be built by Halden.'],
    ['If the board will approve it, the sale closes.', 'If the board approves it, the sale closes.'],
  ])('lets pass of “%s” that %s', (source, sentence) => {
    expect(failing(source, sentence)).toEqual([])
  })

  test.each([
    ['zh', '海登计划收购燕鸥公司。', '海登收购了燕鸥公司。', '海登打算收购燕鸥公司。'],
    ['zh', '海登可能出售该园区。', '海登出售该园区。', '海登或会出售该园区。'],
    ['ja', 'ハルデンは工場を建設する予定だ。', 'ハルデンは工場を建設した。', 'ハルデンは工場を建設する計画だ。'],
    ['ko', '할덴은 공장을 건설할 계획이다.', '할덴은 공장을 건설했다.', '할덴은 공장을 건설할 예정이다.'],
  ])('holds in %s: %s', (language, source, lie, truth) => {
    expect(failing(source, lie, language)).toHaveLength(1)
    expect(failing(source, truth, language)).toEqual([])
  })

  test.each([
    [
      'en',
      'Nvidia plans to invest $1.2bn in Tokyo.',
      'zh',
      '辉达已在东京投资12亿美元。',
      '辉达计划在东京投资12亿美元。',
    ],
    [
      'en',
      'Nvidia may buy Arm.',
      'ja',
      'エヌビディアはアームを買収した。',
      'エヌビディアはアームを買収する可能性がある。',
    ],
    ['zh', '辉达计划收购安谋。', 'en', 'Nvidia has bought Arm.', 'Nvidia plans to buy Arm.'],
    ['ja', 'エヌビディアはアームを買収した。', 'en', 'Nvidia plans to buy Arm.', 'Nvidia has bought Arm.'],
    ['en', 'Nvidia bought Arm.', 'ko', '엔비디아는 암을 인수할 계획이다.', '엔비디아는 암을 인수했다.'],
  ])('compares %s with another language: %s', (from, source, to, lie, truth) => {
    expect(checkModality(read(lie, to), [read(source, from)])).toHaveLength(1)
    expect(checkModality(read(truth, to), [read(source, from)])).toEqual([])
  })
})

test('a condition that other evidence does not have is none', () => {
  const said = read('Halden buys Tern for cash.', 'en')
  const conditional = read('If regulators agree, Halden buys Tern for cash.', 'en')
  expect(checkModality(said, [conditional])).toMatchObject([{ rule: 'modality', found: 'if regulators agree' }])
  expect(checkModality(said, [conditional, read('Halden buys Tern for cash, it said.', 'en')])).toEqual([])
})
