import { describe, expect, test } from 'vitest'
import { HOUR_MS, isoInstant } from '../lib/instant.ts'
import { BriefDateError, briefDate, briefWindow } from './brief-window.ts'

describe('briefWindow', () => {
  test.each([
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00.000Z', 24],
    ['2026-11-23', 'Asia/Hong_Kong', '2026-11-22T16:00:00.000Z', 24],
    ['2026-11-23', 'Asia/Kolkata', '2026-11-22T18:30:00.000Z', 24],
    ['2026-11-23', 'Pacific/Kiritimati', '2026-11-22T10:00:00.000Z', 24],
    ['2026-11-23', 'Pacific/Niue', '2026-11-23T11:00:00.000Z', 24],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', 25],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z', 23],
    // Clocks went from 23:59:59 to 01:00:00: the day has no midnight.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 23],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00.000Z', 24],
  ])('%s in %s begins at %s and has %i hours', (date, timeZone, from, hours) => {
    const window = briefWindow(date, timeZone)
    expect(isoInstant(window.from)).toBe(from)
    expect((window.to - window.from) / HOUR_MS).toBe(hours)
    expect(briefDate(window.from, timeZone)).toBe(date)
    expect(briefDate(window.to - 1, timeZone)).toBe(date)
    expect(briefDate(window.from - 1, timeZone)).not.toBe(date)
  })

  test.each([
    '',
    '2026-2-3',
    '2026-02-30',
    '2026-13-01',
    '23.11.2026',
    '2026-11-23T00:00',
    'today',
    '9999999-01-01',
    '0001-01-01',
    '1066-10-14',
    '1989-12-31',
  ])('%j is no date', (date) => {
    expect(() => briefWindow(date, 'UTC')).toThrow(BriefDateError)
  })

  test('an unknown time zone is refused', () => {
    expect(() => briefWindow('2026-11-23', 'Mars/Olympus')).toThrow(RangeError)
  })
})
