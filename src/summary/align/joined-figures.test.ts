import { describe, expect, test } from 'vitest'
import { joinedFigures } from './joined-figures.ts'

describe('joinedFigures', () => {
  test.each([
    ['a 75 - year - old won 3, 800 dollars', 'a 75 - year - old won  3,800 dollars'],
    ['a well - known car at 2. 4 miles, in 1996, 12 days', 'a well - known car at  2.4 miles, in 1996, 12 days'],
    ['a $ 53, 193, 914 prize - it is big', 'a   $ 53,193,914 prize - it is big'],
    ['back - up in 2014. 5 people', 'back - up in 2014. 5 people'],
    ['In 2014. 5 people - all well-known - came.', 'In 2014. 5 people - all well-known - came.'],
    ['Of the 12, 300 were sold.', 'Of the 12, 300 were sold.'],
  ])('%s', (text, expected) => {
    expect(joinedFigures(text)).toBe(expected)
    expect(joinedFigures(text)).toHaveLength(text.length)
  })
})
