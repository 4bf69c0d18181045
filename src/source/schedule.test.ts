import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FetchOutcome } from './fetch-feed.ts'
import { firstState, isSetAside, MAX_INTERVAL_MS, MIN_INTERVAL_MS, nextState } from './schedule.ts'
import type { FeedState } from './types.ts'

const MINUTE = 60_000
const start = firstState('https://a.example/feed', 'a', 0)
const unchanged: FetchOutcome = { type: 'unchanged', status: 304, latencyMs: 10, etag: '"x"' }
const changed: FetchOutcome = {
  ...unchanged,
  type: 'changed',
  status: 200,
  bytes: new Uint8Array(7),
  finalUrl: start.feedUrl,
}
const failed: FetchOutcome = {
  type: 'failed',
  error: 'the server answered 500',
  latencyMs: 10,
  status: 500,
  isGone: false,
  isOffline: false,
}

const outcomes = fc.oneof(
  fc
    .record({ entriesChanged: fc.boolean(), maxAgeMs: fc.option(fc.nat(10 ** 9), { nil: undefined }) })
    .map(({ entriesChanged, maxAgeMs }) => ({
      outcome: { ...changed, maxAgeMs } as FetchOutcome,
      entriesChanged,
    })),
  fc.constant({ outcome: unchanged, entriesChanged: false }),
  fc.boolean().map((isGone) => ({ outcome: { ...failed, isGone } as FetchOutcome, entriesChanged: false })),
)

describe('the wait until the next poll', () => {
  test('is never below the least nor above the most, whatever happens and whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            outcomes,
            fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
            fc.option(fc.nat(10 ** 6), { nil: undefined }),
          ),
        ),
        (polls) => {
          let state: FeedState = start
          for (const [{ outcome, entriesChanged }, random, ttlMinutes] of polls) {
            const now = state.nextPollAt
            state = nextState(state, outcome, { now, random: () => random, entriesChanged, ttlMinutes })
            const isRetry = outcome.type === 'failed' && !outcome.isGone && state.failuresInARow === 1
            expect(state.nextPollAt - now).toBeGreaterThanOrEqual(isRetry ? MINUTE / 2 : MIN_INTERVAL_MS)
            expect(state.nextPollAt - now).toBeLessThanOrEqual(MAX_INTERVAL_MS)
            expect(state.intervalMs).toBeGreaterThanOrEqual(MIN_INTERVAL_MS)
            expect(state.intervalMs).toBeLessThanOrEqual(MAX_INTERVAL_MS)
          }
        },
      ),
    )
  })

  test('keeps Retry-After, even beyond the longest interval', () => {
    fc.assert(
      fc.property(fc.nat(7 * 86_400_000), (retryAfterMs) => {
        const state = nextState(start, { ...failed, retryAfterMs }, { now: 5, random: () => 0, entriesChanged: false })
        expect(state.nextPollAt - 5).toBeGreaterThanOrEqual(retryAfterMs)
      }),
    )
  })

  test.each([
    ['ttl', { ttlMinutes: 90 }, unchanged],
    ['Cache-Control', {}, { ...unchanged, maxAgeMs: 90 * MINUTE } as FetchOutcome],
  ])('honours %s', (_, asked, outcome) => {
    const state = nextState(start, outcome, { now: 0, random: () => 0.5, entriesChanged: false, ...asked })
    expect(state.nextPollAt).toBe(90 * MINUTE)
    expect(state.intervalMs).toBeLessThan(90 * MINUTE)
  })

  test('takes its limits from the settings', () => {
    const limits = { minIntervalMs: 1_000, maxIntervalMs: 2_000 }
    const busy = nextState(start, changed, { now: 0, random: () => 0, entriesChanged: true, ...limits })
    expect(busy.nextPollAt).toBeLessThanOrEqual(2_000)
    expect(busy.nextPollAt).toBeGreaterThanOrEqual(1_000)
  })

  /** A feed that publishes every `everyMs`, polled for `days`. @returns polls and the mean wait of an entry to be seen */
  function simulate(everyMs: number, days: number): { pollsADay: number; meanDelayMs: number; intervalMs: number } {
    let state: FeedState = start
    let random = 1
    let polls = 0
    let seen = 0
    let delay = 0
    let count = 0
    while (state.nextPollAt < days * 86_400_000) {
      const now = state.nextPollAt
      random = (random * 48_271) % 2_147_483_647
      const published = Math.floor(now / everyMs)
      for (let n = seen + 1; n <= published; n++) {
        delay += now - n * everyMs
        count++
      }
      const roll = random / 2_147_483_647
      state = nextState(state, published > seen ? changed : unchanged, {
        now,
        random: () => roll,
        entriesChanged: published > seen,
      })
      seen = published
      polls++
    }
    return { pollsADay: polls / days, meanDelayMs: delay / Math.max(1, count), intervalMs: state.intervalMs }
  }

  test.each([
    [10 * MINUTE, 5 * MINUTE, 5],
    [60 * MINUTE, 25 * MINUTE, 5],
    [6 * 60 * MINUTE, 2.5 * 60 * MINUTE, 5],
  ])(
    'follows a feed that publishes every %i ms: seen within %i ms, with no more than %i polls an entry',
    (everyMs, delayMs, pollsAnEntry) => {
      const { meanDelayMs, pollsADay } = simulate(everyMs, 30)
      expect(meanDelayMs).toBeLessThan(delayMs)
      expect(pollsADay).toBeLessThan((pollsAnEntry * 86_400_000) / everyMs)
    },
  )

  test('a feed that never changes ends at the longest interval', () => {
    expect(simulate(10 ** 12, 30).intervalMs).toBe(MAX_INTERVAL_MS)
  })
})

describe('failures', () => {
  test('back off further each time, with jitter, and leave the rhythm of better days', () => {
    let state: FeedState = { ...start, intervalMs: 20 * MINUTE }
    const waits: number[] = []
    for (let n = 0; n < 12; n++) {
      const now = state.nextPollAt
      state = nextState(state, failed, { now, random: () => 0.999, entriesChanged: false })
      waits.push(state.nextPollAt - now)
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits[0]).toBeLessThanOrEqual(MINUTE)
    expect(waits[1]).toBeGreaterThan(MIN_INTERVAL_MS)
    expect(waits[11]).toBeGreaterThan(0.99 * MAX_INTERVAL_MS)
    expect(state).toMatchObject({ failuresInARow: 12, error: failed.error, lastStatus: 500, intervalMs: 20 * MINUTE })
    const recovered = nextState(state, changed, { now: state.nextPollAt, random: () => 0, entriesChanged: true })
    expect(recovered).toMatchObject({ failuresInARow: 0, bodyBytes: 7 })
    expect([recovered.error, recovered.nextPollAt - state.nextPollAt < 12 * MINUTE]).toEqual([undefined, true])
  })

  test('a first failure is tried again within a minute, unless the server meant it or asks for more', () => {
    const waitAfter = (outcome: FetchOutcome, random = 0.5) =>
      nextState(start, outcome, { now: 0, random: () => random, entriesChanged: false }).nextPollAt
    const noAnswer: FetchOutcome = { ...failed, status: undefined }
    expect([waitAfter(noAnswer, 0), waitAfter(failed, 0.5), waitAfter(failed, 0.999)]).toEqual([30_000, 45_000, 59_970])
    for (const status of [401, 403, 404, 429]) {
      expect(waitAfter({ ...failed, status })).toBeGreaterThanOrEqual(MIN_INTERVAL_MS)
    }
    expect(waitAfter({ ...failed, retryAfterMs: 20 * MINUTE })).toBe(20 * MINUTE)
  })

  test('spread: the same failure at the same time does not come back at the same time', () => {
    const late: FeedState = { ...start, failuresInARow: 6 }
    const waits = [0, 0.5, 0.99].map(
      (random) => nextState(late, failed, { now: 0, random: () => random, entriesChanged: false }).nextPollAt,
    )
    expect(new Set(waits).size).toBe(3)
  })

  test('a feed that is gone is asked twice a day', () => {
    expect(
      nextState(start, { ...failed, isGone: true }, { now: 0, random: () => 0, entriesChanged: false }).nextPollAt,
    ).toBe(MAX_INTERVAL_MS)
  })

  test('keep validators, and forget a new address that does not answer three times', () => {
    let state: FeedState = { ...start, etag: '"e"', lastModified: 'L', movedTo: 'https://new.example/' }
    for (let n = 1; n <= 3; n++) {
      state = nextState(state, failed, { now: 0, random: () => 0, entriesChanged: false })
      expect(state.movedTo).toBe(n < 3 ? 'https://new.example/' : undefined)
    }
    expect(state).toMatchObject({ etag: '"e"', lastModified: 'L' })
  })
})

describe('what is remembered', () => {
  test('of a change', () => {
    const outcome: FetchOutcome = { ...changed, lastModified: 'L', movedTo: 'https://new.example/' }
    expect(nextState(start, outcome, { now: 99, random: () => 0, entriesChanged: true })).toMatchObject({
      etag: '"x"',
      lastModified: 'L',
      movedTo: 'https://new.example/',
      lastAttemptAt: 99,
      lastSuccessAt: 99,
      lastChangeAt: 99,
      lastStatus: 200,
      latencyMs: 10,
      bodyBytes: 7,
    })
  })

  test('an answer with the entries known already is a success and no change', () => {
    const before = { ...start, lastChangeAt: 5, bodyBytes: 3 }
    expect(nextState(before, unchanged, { now: 99, random: () => 0, entriesChanged: false })).toMatchObject({
      lastSuccessAt: 99,
      lastChangeAt: 5,
      bodyBytes: 3,
    })
  })

  test('the state before is not modified', () => {
    const before = Object.freeze({ ...start })
    expect(() => nextState(before, changed, { now: 1, random: () => 0, entriesChanged: true })).not.toThrow()
  })
})

test('what was read but for a part is a success, says so, and is asked again as soon as that part may answer', () => {
  const settled = { ...start, intervalMs: 8 * 60 * MINUTE }
  const options = { now: 0, random: () => 0.5, entriesChanged: false }
  const read: FetchOutcome = {
    ...{ type: 'read', status: 200, latencyMs: 10, bodyBytes: 7, withdrawn: [] },
    feed: { authors: [], entries: [], isSalvaged: false },
  }
  const unread = { error: 'mailbox 2 of 2 (mail.example): the server refuses connections', retryAfterMs: 15 * MINUTE }
  const partly = nextState(settled, { ...read, unread }, options)
  expect(partly).toMatchObject({ failuresInARow: 0, unread: unread.error, nextPollAt: 15 * MINUTE })
  const whole = nextState(partly, read, options)
  expect(whole.unread).toBeUndefined()
  expect(whole.nextPollAt).toBeGreaterThan(8 * 60 * MINUTE)
})

test('a feed that has failed for two weeks is set aside and asked once a day; an answer brings it back', () => {
  let state = start
  for (let day = 0; day <= 14; day++) {
    const now = (1 + day) * 24 * 60 * MINUTE
    state = nextState(state, failed, { now, random: () => 0.5, entriesChanged: false })
    expect(isSetAside(state, now)).toBe(day === 14)
  }
  const now = 16 * 24 * 60 * MINUTE
  state = nextState(state, failed, { now, random: () => 0.5, entriesChanged: false })
  expect(state.nextPollAt - now).toBe(24 * 60 * MINUTE)
  const back = nextState(state, changed, { now, random: () => 0.5, entriesChanged: true })
  expect(isSetAside(back, now)).toBe(false)
  expect(back.firstFailureAt).toBeUndefined()
})
