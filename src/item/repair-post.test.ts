import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { postTitle, repairPost } from './repair-post.ts'

const TORN =
  'Opinion | Energy cannot be an afterthought https://www. byteseu.example/2126643/ # AI # AISupercomputingCentre # Apple'
const WHOLE =
  'Opinion | Energy cannot be an afterthought https://www.byteseu.example/2126643/ #AI #AISupercomputingCentre #Apple'

describe('repairPost', () => {
  test.each([
    [TORN, WHOLE],
    [WHOLE, WHOLE],
    ['See https:// scmp.example/a', 'See https://scmp.example/a'],
    ['Two tags # AI # GPU', 'Two tags #AI #GPU'],
    ['# Heading of a Markdown text', '# Heading of a Markdown text'],
    ['We are # 1 again', 'We are # 1 again'],
    ['https://www. is how addresses begin', 'https://www. is how addresses begin'],
    ['Thanks @ alice https://www. a.example/', 'Thanks @alice https://www.a.example/'],
  ])('%s', (torn, whole) => {
    expect(repairPost(torn)).toBe(whole)
  })

  test('twice changes nothing', () => {
    const piece = fc.constantFrom(
      'https://',
      'www.',
      ' ',
      'a.example',
      '/x',
      '# ',
      '#',
      'AI',
      '@ ',
      'bob',
      '\n',
      '香港',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = repairPost(pieces.join(''))
        expect(repairPost(once)).toBe(once)
      }),
      { numRuns: 1_000 },
    )
  })
})

test.each([
  [WHOLE, 'Opinion | Energy cannot be an afterthought'],
  ['@bob @alice@a.example New model out now!\nMore at https://a.example', 'New model out now!'],
  ['The #AI race is on. A second sentence follows here.', 'The AI race is on.'],
  ['https://a.example/x', undefined],
  ['#AI #GPU', undefined],
  ['', undefined],
  ['香港要在人工智能上成功，能源不能是事後才想的事。第二句。', '香港要在人工智能上成功，能源不能是事後才想的事。'],
  [`${'word '.repeat(100)}end`, `${'word '.repeat(39).trimEnd()}…`],
])('postTitle of %j', (text, title) => {
  expect(postTitle(text)).toBe(title)
})
