import { expect, test } from 'vitest'
import type { OpenItem } from './open-item.ts'
import { ownNames } from './own-names.ts'
import { packVector } from './term-vector.ts'
import { openItem } from './testing/open-item.ts'

/** An item that says these terms alike strongly; the first `names` of them are names. */
function item(terms: readonly number[], names = terms.length): OpenItem {
  const weights = Float64Array.from(terms, () => 1)
  const vector = packVector(Uint32Array.from(terms), weights, 160)
  return openItem({ vector, names: Uint32Array.from(terms.slice(0, names)).sort() })
}

test.each([
  ['one name each', [[1], [1]], [[2], [2]], 1, [1]],
  [
    'one shared name and one each',
    [
      [1, 9],
      [1, 9],
    ],
    [
      [2, 9],
      [2, 9],
    ],
    1,
    [1],
  ],
  [
    'a name of the first only',
    [
      [1, 9],
      [1, 9],
    ],
    [[9], [9]],
    0,
    [],
  ],
  ['names that half bear', [[1], [3]], [[2], [4]], 0.5, [1, 3]],
  ['the same names', [[1], [1]], [[1], [1]], 0, []],
] as const)('%s', (_, a, b, level, names) => {
  const found = ownNames(
    a.map((terms) => item(terms)),
    b.map((terms) => item(terms)),
  )
  expect(found.level).toBe(level)
  if (level > 0) expect(found.names).toEqual(names)
})

test('other words and names that weigh little do not tell apart', () => {
  const many = Array.from({ length: 60 }, (_, index) => 100 + index)
  expect(ownNames([item([1], 0)], [item([2], 0)]).level).toBe(0)
  expect(ownNames([item([1, ...many])], [item([2, ...many])]).level).toBe(0)
})
