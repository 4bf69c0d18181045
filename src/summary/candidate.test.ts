import { describe, expect, test } from 'vitest'
import { candidatesOf, titleCandidate } from './candidate.ts'
import { citedText } from './check/evidence.ts'
import { member } from './testing/member.ts'

describe('candidatesOf', () => {
  test('gives sentences with their span, names and numbers', () => {
    const report = member(1, {
      title: 'Halden closes',
      text: 'Halden closed $410 million in Kulai. It met.',
      names: { Halden: 'halden', Kulai: 'kulai' },
    })
    const [first, second] = candidatesOf(report, 10)
    expect(first).toMatchObject({
      index: 0,
      text: 'Halden closed $410 million in Kulai.',
      citation: { itemId: 1, start: 14, end: 50, quote: 'Halden closed $410 million in Kulai.' },
    })
    expect([...first!.entityIds]).toEqual(['halden', 'kulai'])
    expect([...first!.numbers]).toEqual(['410'])
    expect(second).toMatchObject({ index: 1, text: 'It met.' })
  })

  test.each([
    ['SINGAPORE (Straits Wire) — Halden closed.', 'Halden closed.'],
    ['KUALA LUMPUR, Nov 23 (Wire) - Halden closed.', 'Halden closed.'],
    ['(Wire) - Halden closed.', 'Halden closed.'],
    ['PENANG, Malaysia (Wire) - Halden closed.', 'Halden closed.'],
    ['LONDON - Halden closed.', 'Halden closed.'],
    ['HALDEN - the maker of racks - closed.', 'HALDEN - the maker of racks - closed.'],
    ['新华社香港11月23日电（记者王某）海登完成融资。', '海登完成融资。'],
    ['Halden Compute – a maker of racks – closed.', 'Halden Compute – a maker of racks – closed.'],
    ['AI – what next – is asked.', 'AI – what next – is asked.'],
  ])('leaves a dateline out: %s', (text, sentence) => {
    const report = member(1, { text })
    const { citation } = candidatesOf(report, 1)[0]!
    expect(citation.quote).toBe(sentence)
    expect(citedText(report.item).slice(citation.start, citation.end)).toBe(sentence)
  })

  test.each([
    ['Halden opens a hall: Its first racks run in Kulai since Monday.', 'Its first racks run in Kulai since Monday.'],
    [
      'Halden opens a hall: in the south of Johor, for two customers.',
      'Halden opens a hall: in the south of Johor, for two customers.',
    ],
    [
      'Halden opens a hall: @maker told that its racks run since Monday.',
      'Halden opens a hall: @maker told that its racks run since Monday.',
    ],
    [
      'Halden opens a hall — The maker said that racks run since Monday.',
      'The maker said that racks run since Monday.',
    ],
    ['Halden opens a hall: in Kulai.', 'Halden opens a hall: in Kulai.'],
    [
      'Halden opens a hall in Kulai: its first racks run since Monday.',
      'Halden opens a hall in Kulai: its first racks run since Monday.',
    ],
  ])('leaves out the title that stands before: %s', (text, sentence) => {
    const report = member(1, { title: 'Halden opens a hall', text })
    const { citation } = candidatesOf(report, 1)[0]!
    expect(citation.quote).toBe(sentence)
    expect(citedText(report.item).slice(citation.start, citation.end)).toBe(sentence)
  })

  test('shows wrapped lines as one, and cites them as they are', () => {
    const text = 'Routing keeps old tasks alive while new ones are learned in the same\nset of experts.'
    const [candidate] = candidatesOf(member(1, { text }), 1)
    expect(candidate!.text).toBe(text.replace('\n', ' '))
    expect(candidate!.citation.quote).toBe(text)
  })

  test('keeps to the limit and never gives a sentence cut by it', () => {
    const text = 'Halden has one more rack. '.repeat(1_000)
    expect(candidatesOf(member(1, { text }), 5)).toHaveLength(5)
    const all = candidatesOf(member(1, { text: `${text.slice(0, 395)}${'x'.repeat(900)}` }), 1)
    expect(all.length).toBe(1)
    expect(new Set(all.map((candidate) => candidate.text))).toEqual(new Set(['Halden has one more rack.']))
  })
})

test('titleCandidate cites the whole title', () => {
  const { citation } = titleCandidate(member(7, { title: 'Halden closes' }))
  expect(citation).toEqual({ itemId: 7, start: 0, end: 13, quote: 'Halden closes' })
})
