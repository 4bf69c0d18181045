import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KIND_CUES } from '../rank/kind-cues.ts'
import { KIND_TOPICS } from '../rank/kind-topics.ts'
import { WordGate } from './word-gate.ts'

const PATTERNS = [
  /\b(?:raises?|series [a-h]|v\d+|a|to (?:be|grow)|plug-?ins?|(?:very |much )?large)\b|融资|투자/gi,
  /\b(?:you|yours?|\d+b)\b|[你您]|(?:ください|세요)/iu,
  /\bI (?:built|made)\b|\bmy (?:tool|app)\b|自作/gi,
  /\b(?:ask|kin)\b/iu,
]

/** What the gate keeps out, with the pattern that is kept out of it. */
function shut(patterns: readonly RegExp[], text: string): readonly RegExp[] {
  const may = new WordGate(patterns).mayMatch(text)
  return patterns.filter((_, index) => !(may & (1 << index)))
}

describe('WordGate', () => {
  test.each([
    ['It raises money.', [0]],
    ['It raised money.', []],
    ['A rose', [0]],
    ['ants', []],
    ['growth', []],
    ['nothing whatever', []],
    ['70B of them', [1]],
    ['I built it', [2]],
    ['In it', []],
    ['我很好', [0, 1, 2]],
    ['much more', [0]],
    ['muchly', []],
    ['a\u017Fking', [0, 1, 2, 3]],
  ])('%j', (text, open) => {
    expect(shut(PATTERNS, text)).toEqual(PATTERNS.filter((_, index) => !open.includes(index)))
  })

  test('a pattern that begins with what is not known may always match', () => {
    expect(shut([/\w*llama/g, /(?<!a)b/g, /x?y/g, /\b(?:\w+ed)\b/g, /\b(?:a*b)/g, /(?:漢)?a/g], '')).toEqual([])
  })

  test('keeps out nothing that matches', () => {
    const piece = fc.constantFrom(
      ...'raise raised series a b to be grow plug in s 1 v2 very large much you yours 12b my tool I built made ask kin'.split(
        ' ',
      ),
      ...[
        '-',
        ' ',
        ' ',
        "'",
        '_',
        '.',
        '投资',
        '你',
        'ください',
        'é',
        '\u017F',
        '\u212A',
        '自作',
        '융자',
        'LAUNCHES',
        'Chips',
        'paper',
      ],
    )
    const all = [...PATTERNS, ...KIND_CUES.map(({ pattern }) => pattern), ...KIND_TOPICS.map(({ pattern }) => pattern)]
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        expect(shut(all, text).filter((pattern) => text.match(pattern))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('refuses more patterns than it has bits', () => {
    expect(() => new WordGate(Array.from({ length: 32 }, () => /\ba/))).toThrow(RangeError)
  })
})
