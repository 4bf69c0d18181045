import { describe, expect, test } from 'vitest'
import { isoInstant } from '../lib/instant.ts'
import { lastSentDay, sendTime } from './send-time.ts'

describe('sendTime', () => {
  test.each([
    ['2026-11-23', 'UTC', '07:00', '2026-11-24T07:00:00.000Z'],
    ['2026-11-23', 'Asia/Hong_Kong', '07:00', '2026-11-23T23:00:00.000Z'],
    ['2026-11-23', 'UTC', '00:00', '2026-11-24T00:00:00.000Z'],
    // Clocks go forward at 02:00 and back at 03:00 on these days.
    ['2026-03-28', 'Europe/Berlin', '07:00', '2026-03-29T05:00:00.000Z'],
    ['2026-03-28', 'Europe/Berlin', '01:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-28', 'Europe/Berlin', '02:30', '2026-03-29T01:00:00.000Z'],
    ['2026-10-24', 'Europe/Berlin', '07:00', '2026-10-25T06:00:00.000Z'],
    ['2026-10-24', 'Europe/Berlin', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-03-07', 'America/New_York', '06:15', '2026-03-08T10:15:00.000Z'],
    // A change of half an hour.
    ['2026-10-03', 'Australia/Lord_Howe', '07:00', '2026-10-03T20:00:00.000Z'],
  ])('the brief of %s in %s at %s is sent at %s', (date, timeZone, time, expected) => {
    expect(isoInstant(sendTime(date, timeZone, time))).toBe(expected)
  })

  test('comes once a day, over a year of any zone', () => {
    for (const timeZone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Hong_Kong']) {
      let last = 0
      for (let day = 0; day < 365; day += 1) {
        const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
        const at = sendTime(date, timeZone, '02:30')
        if (last) expect((at - last) / 3_600_000, `${timeZone} ${date}`).toBeGreaterThanOrEqual(22.5)
        if (last) expect((at - last) / 3_600_000, `${timeZone} ${date}`).toBeLessThanOrEqual(25.5)
        last = at
      }
    }
  })
})

test('lastSentDay turns at the minute', () => {
  const at = Date.parse('2026-11-23T23:00:00Z')
  expect(lastSentDay(at, 'Asia/Hong_Kong', '07:00')).toBe('2026-11-23')
  expect(lastSentDay(at - 1, 'Asia/Hong_Kong', '07:00')).toBe('2026-11-22')
})
