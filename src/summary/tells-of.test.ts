import { describe, expect, test } from 'vitest'
import { tellsOf } from './tells-of.ts'
import { member } from './testing/member.ts'

const campus = member(1, {
  title: 'Northlight to build 240 MW campus in Johor',
  text: 'Northlight Compute will build a data centre campus of 240 MW in Sedenak, Johor, for US$3.2 billion.',
}).item

describe('tellsOf', () => {
  test.each([
    ['the same in other words', 'Johor lands Northlight’s campus', 'The site brings 410 jobs.', true],
    ['words of the lead', 'A data centre for Sedenak', 'Northlight Compute takes reclaimed water.', true],
    ['a place and a unit', 'Johor floats 120 MW of solar on reservoirs', 'Two companies float panels.', false],
    ['another event', 'A research office in Zurich', 'Aurelia Labs opens an office with 30 researchers.', false],
  ])('%s', (_what, title, text, expected) => {
    expect(tellsOf(campus, member(2, { title, text }).item)).toBe(expected)
  })

  test('cannot tell between two languages, nor of a headline that says nothing of its report', () => {
    expect(tellsOf(campus, member(2, { language: 'ko', title: '조호르', text: '단지를 짓는다.' }).item)).toBe(true)
    const brief = member(3, { title: 'Markets in brief: shares and bonds', text: campus.text }).item
    expect(tellsOf(brief, member(2, { title: 'A research office', text: 'It opens.' }).item)).toBe(true)
  })
})
