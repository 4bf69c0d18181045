import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallEntry, smallWorld } from './testing/small-world.ts'
import { DAY_MINUTES, type DemoEntry, entriesAt, FEED_LENGTH } from './world.ts'

const keysAt = (entries: readonly DemoEntry[], minute: number) =>
  entriesAt(smallWorld('rss2', entries), 'rss2', minute).map(({ key }) => key)

describe('entriesAt', () => {
  test('holds what is out, newest first', () => {
    const entries = [smallEntry('rss2', 30), smallEntry('rss2', 10), smallEntry('rss2', 50)]
    expect(keysAt(entries, 9)).toEqual([])
    expect(keysAt(entries, 10)).toEqual(['rss2-10'])
    expect(keysAt(entries, 49)).toEqual(['rss2-30', 'rss2-10'])
    expect(keysAt(entries, 1_440)).toEqual(['rss2-50', 'rss2-30', 'rss2-10'])
  })

  test('forgets all but the last thirty', () => {
    const entries = Array.from({ length: 40 }, (_, minute) => smallEntry('rss2', minute))
    const kept = keysAt(entries, 39)
    expect(kept).toHaveLength(FEED_LENGTH)
    expect(kept[0]).toBe('rss2-39')
    expect(kept.at(-1)).toBe('rss2-10')
  })

  test('makes an edit at its minute and keeps what the edit leaves out', () => {
    const world = smallWorld('rss2', [smallEntry('rss2', 5, { edit: { minute: 20, title: 'Better' } })])
    expect(entriesAt(world, 'rss2', 19)[0]).toMatchObject({ title: 'Minute 5' })
    expect(entriesAt(world, 'rss2', 19)[0]).not.toHaveProperty('editedMinute')
    expect(entriesAt(world, 'rss2', 20)[0]).toMatchObject({
      title: 'Better',
      text: 'What happened at 5. And what followed.',
      editedMinute: 20,
    })
  })

  test('drops a deleted entry and has room for an older one', () => {
    const entries = Array.from({ length: 31 }, (_, minute) => smallEntry('rss2', minute))
    entries[30] = smallEntry('rss2', 30, { deletedMinute: 100 })
    expect(keysAt(entries, 99)).not.toContain('rss2-0')
    expect(keysAt(entries, 100)).toContain('rss2-0')
    expect(keysAt(entries, 100)).not.toContain('rss2-30')
  })

  test('refuses a feed that is not there', () => {
    expect(() => entriesAt(smallWorld('rss2', [smallEntry('rss2', 1)]), 'nowhere', 5)).toThrow(/no feed "nowhere"/)
  })

  test('whatever the entries: sorted, few enough, none too early and none deleted', () => {
    const minute = fc.integer({ min: 0, max: DAY_MINUTES })
    const entry = fc.record({ minute, deletedAfter: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }) })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 60 }), minute, (drafts, now) => {
        const entries = drafts.map(({ minute: at, deletedAfter }, index) =>
          smallEntry('rss2', at, { key: `k-${index}`, deletedMinute: deletedAfter && at + deletedAfter }),
        )
        const held = entriesAt(smallWorld('rss2', entries), 'rss2', now)
        const standing = entries.filter(
          ({ minute: at, deletedMinute }) => at <= now && (deletedMinute === undefined || deletedMinute > now),
        )
        expect(held).toHaveLength(Math.min(FEED_LENGTH, standing.length))
        for (const [index, one] of held.entries()) {
          expect(standing.map(({ key }) => key)).toContain(one.key)
          if (index > 0) expect(one.minute).toBeLessThanOrEqual(held[index - 1]!.minute)
        }
      }),
    )
  })
})
