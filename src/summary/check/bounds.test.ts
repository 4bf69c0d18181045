import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { checkNumbers } from './numbers.ts'
import { quantitiesOf } from './quantities.ts'
import { Statement } from './statement.ts'

const context = { gazetteer: { findEntities: () => [], displayName: () => '' } }
const failing = (source: string, sentence: string, language = 'en', from = language) =>
  checkNumbers(new Statement(sentence, language, undefined, context), [new Statement(source, from, undefined, context)])

test.each([
  ['It cut fewer than 40 jobs.', 'It cut 40 jobs.'],
  ['It cut up to 40 jobs.', 'It cut 40 jobs.'],
  ['It cut at least 40 jobs.', 'It cut exactly 40 jobs.'],
  ['It cut over 40 jobs.', 'It cut exactly 40 jobs.'],
  ['It cut over 40 jobs.', 'It cut fewer than 40 jobs.'],
  ['It cut about 40 jobs.', 'It cut exactly 40 jobs.'],
  ['It cut 40 jobs.', 'It cut more than 40 jobs.'],
  ['It cut 40 jobs.', 'It cut fewer than 40 jobs.'],
  ['It cut no more than 40 jobs.', 'It cut more than 40 jobs.'],
  ['It paid up to $40 million.', 'It paid $40 million.'],
  ['It paid less than $40 million.', 'It paid $40m.'],
  ['It grew by under 5%.', 'It grew by 5 percent.'],
  ['It cut fewer than 42 jobs.', 'It cut over 40 jobs.'],
  ['It cut 40 jobs or more.', 'It cut exactly 40 jobs.'],
  ['公司裁员不到40人', '公司裁员40人', 'zh'],
  ['公司裁员不超过40人', '公司裁员超过40人', 'zh'],
  ['公司裁员40多人', '公司裁员恰好40人', 'zh'],
  ['公司裁員40人以上', '公司裁員正好40人', 'zh'],
  ['公司裁員至少四十人', '公司裁員不足四十人', 'zh'],
  ['同社は40人未満を削減した', '同社は40人を削減した', 'ja'],
  ['同社は40人以上を削減した', '同社はちょうど40人を削減した', 'ja'],
  ['同社は最大40人を削減する', '同社は40人を削減する', 'ja'],
  ['회사는 40명 미만을 감원했다', '회사는 40명을 감원했다', 'ko'],
  ['회사는 40명 이상을 감원했다', '회사는 정확히 40명을 감원했다', 'ko'],
  ['회사는 최대 40명을 감원한다', '회사는 40명을 감원한다', 'ko'],
  ['It cut fewer than 40 jobs.', '公司裁员40人', 'zh', 'en'],
  ['Die Firma strich weniger als 40 Stellen.', 'It cut 40 jobs.', 'en', 'de'],
  ['La société a supprimé plus de 40 postes.', 'It cut exactly 40 jobs.', 'en', 'fr'],
  ['Компания сократила менее 40 человек.', 'It cut 40 jobs.', 'en', 'ru'],
])('“%s” does not give the number of “%s”', (source, sentence, language?: string, from?: string) => {
  expect(failing(source, sentence, language, from)).toMatchObject([{ rule: 'number' }])
})

test.each([
  ['It cut fewer than 40 jobs.', 'It cut less than 40 jobs.'],
  ['It cut over 40 jobs.', 'It cut at least 40 jobs.'],
  ['It cut 40 jobs.', 'It cut at least 40 jobs.'],
  ['It cut 40 jobs.', 'It cut exactly 40 jobs.'],
  ['It cut about 40 jobs.', 'It cut 40 jobs.'],
  ['It cut over 40 jobs.', 'It cut 40 jobs.'],
  ['It cut 42 jobs.', 'It cut more than 40 jobs.'],
  ['It cut 39 jobs.', 'It cut fewer than 40 jobs.'],
  ['It cut fewer than 40 jobs, 38 of them in Kulai. The 40 jobs were in sales.', 'It cut 40 jobs.'],
  ['It sued over six patents and six designs.', 'It sued over 6 patents.'],
  ['The site draws up to 1500 megawatts.', 'The site needs 1.5 GW.'],
  ['It invests $1bn over 3 years.', 'It invests $1 billion in 3 years.'],
  ['The share went up to 40%.', 'The share rose to 40 percent.'],
  ['同社は40人以上を削減した', '同社は40人超を削減した', 'ja'],
  ['公司裁员40余人', '公司裁员逾40人', 'zh'],
  ['회사는 40명 넘게 감원했다', '회사는 40명 이상을 감원했다', 'ko'],
  ['公司裁员不到40人', 'It cut fewer than 40 jobs.', 'en', 'zh'],
  ['It cut up to 40 jobs.', '公司裁员多达40人', 'zh', 'en'],
  ['It cut up to 40 jobs.', '同社は40人までを削減した', 'ja', 'en'],
  ['It cut up to 40 jobs.', '회사는 40명까지 감원했다', 'ko', 'en'],
  ['It cut nearly 40 jobs.', '同社は40人弱を削減した', 'ja', 'en'],
  ['It cut nearly 40 jobs.', '同社は40人近い従業員を削減した', 'ja', 'en'],
  ['It cut nearly 40 jobs.', '회사는 40명에 육박하는 인원을 감원했다', 'ko', 'en'],
  ['It cut fewer than 40 jobs.', '同社は40人足らずを削減した', 'ja', 'en'],
  ['It cut fewer than 40 jobs.', '회사는 40명이 채 안 되는 인원을 감원했다', 'ko', 'en'],
  ['同社は40人以上を削減した', 'It cut more than 40 jobs.', 'en', 'ja'],
])('“%s” gives the number of “%s”', (source, sentence, language?: string, from?: string) => {
  expect(failing(source, sentence, language, from)).toEqual([])
})

test('a failure shows both bounds', () => {
  expect(failing('It cut fewer than 40 jobs.', 'It cut over 40 jobs.')).toEqual([
    { rule: 'number', found: 'over 40', instead: 'fewer than 40' },
  ])
})

test.each(['over ', '不', 'at least $', '40 ', '多', '이상'])('reads a text of “%s” in linear time', (piece) => {
  const text = piece.repeat(20_000)
  const start = performance.now()
  quantitiesOf(text, fold(text), [])
  expect(performance.now() - start).toBeLessThan(1_500)
})
