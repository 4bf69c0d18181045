import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventReader, MAX_EVENT_DATA } from './event-stream.ts'

const TEXT =
  ':)\n:thump\nevent: update\ndata: {"id":"1"}\n\nevent: delete\r\ndata: 7\r\n\r\n' +
  'data: a\ndata: b\rdata:  c\n\nevent: none\n\ndata\n\nid: 5\nretry: 9\nevent:x\ndata:y\n\nevent: cut\ndata: off'
const EVENTS = [
  { type: 'update', data: '{"id":"1"}' },
  { type: 'delete', data: '7' },
  { type: 'message', data: 'a\nb\n c' },
  { type: 'message', data: '' },
  { type: 'x', data: 'y' },
]

test('reads events as the standard says, in whatever pieces they come', () => {
  expect(createEventReader()(TEXT)).toEqual(EVENTS)
  fc.assert(
    fc.property(fc.array(fc.nat(TEXT.length), { maxLength: 20 }), (cuts) => {
      const read = createEventReader()
      const ends = [...cuts, TEXT.length].sort((a, b) => a - b)
      const pieces = ends.map((end, at) => TEXT.slice(ends[at - 1] ?? 0, end))
      expect(pieces.flatMap((piece) => read(piece))).toEqual(EVENTS)
    }),
  )
})

test('keeps no more of a line without end than its beginning', () => {
  const read = createEventReader()
  read('event: update\ndata: {"id":"1"')
  for (let n = 0; n < 200; n++) read('x'.repeat(100_000))
  const [event] = read('\n\n')
  expect(event).toMatchObject({ type: 'update' })
  expect(event!.data.slice(0, 12)).toBe('{"id":"1"xxx')
  expect(event!.data.length).toBe(MAX_EVENT_DATA)
  const many = createEventReader()
  for (let n = 0; n < 10_000; n++) many('data: 0123456789\n')
  expect(many('\n')[0]!.data.length).toBe(MAX_EVENT_DATA)
})
