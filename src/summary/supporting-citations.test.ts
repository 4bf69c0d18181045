import { describe, expect, test } from 'vitest'
import { candidatesOf } from './candidate.ts'
import { supportingCitations } from './supporting-citations.ts'
import { termWeights } from './term-weights.ts'
import { type MemberDraft, member } from './testing/member.ts'

const names = { Halden: 'halden', 海登: 'halden', Johor: 'johor', 柔佛: 'johor' }
const said = 'Halden raised $410 million on Friday to build halls in Johor.'

function citedBy(...others: MemberDraft[]): readonly number[] {
  const members = [
    member(1, { text: said, names }),
    ...others.map((draft, index) => member(index + 2, { names, ...draft })),
  ]
  const candidates = members.flatMap((each) => candidatesOf(each, 10))
  return supportingCitations(candidates[0]!, candidates, termWeights(candidates, [])).map(({ itemId }) => itemId)
}

describe('supportingCitations', () => {
  test.each<[string, MemberDraft, boolean]>([
    ['most of the words', { text: 'On Friday Halden raised $410 million for halls in Johor.' }, true],
    ['another number', { text: 'On Friday Halden raised $400 million for halls in Johor.' }, false],
    ['no number', { text: 'On Friday Halden raised millions to build halls in Johor.' }, false],
    ['the number alone', { text: 'Rain fell on 410 roofs and nobody was surprised at all.' }, false],
    ['the same owner', { text: said, family: 'family-1' }, false],
    [
      'another language, with the number and two names',
      { text: '海登融资 410 million，用于柔佛机房。', language: 'zh-Hans' },
      true,
    ],
    ['another language, with one name', { text: '海登融资 410 million，用于机房。', language: 'zh-Hans' }, false],
  ])('%s', (_what, draft, isCited) => {
    expect(citedBy(draft)).toEqual(isCited ? [2] : [])
  })

  test('takes the best three owners, one span each', () => {
    const same = { text: `${said} ${said}` }
    const loose = { text: 'Halden raised $410 million for halls.' }
    expect(citedBy(loose, same, same, same)).toEqual([3, 4, 5])
  })
})
