import { expect, test } from 'vitest'
import { isConjecture } from './conjecture.ts'

test.each([
  ['Six racks at perhaps $90,000 make half a million for a hall that may cost twice that.', true],
  ['It probably takes a year until Halden sells the first one.', true],
  ['Halden MIGHT open the hall in spring.', true],
  ['海登大概要到明年才能出貨。', true],
  ['海登のチップは来年まで出ないだろう。', true],
  ['한결의 칩은 아마 내년에 나온다.', true],
  // What somebody else expects is news.
  ['Halden might open the hall in spring, its chief said.', false],
  ['“Perhaps we open in spring,” a spokesman of Halden wrote.', false],
  ['分析师认为，海登大概要到明年才能出货。', false],
  ['海登は来年までに出るだろうと述べた。', false],
  // Permission, plans and words that only look alike.
  ['Firms may apply until June, and could get a licence in August.', false],
  ['Halden opens a hall of 40 megawatts on 3 May.', false],
  ['The Mighty Works fund bought a tenth of Halden.', false],
  ['아마존이 한결의 칩을 산다.', false],
])('%s %s', (sentence, isSo) => {
  expect(isConjecture(sentence)).toBe(isSo)
})
