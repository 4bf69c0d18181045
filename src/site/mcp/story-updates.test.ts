import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { EventHub } from '../live/event-hub.ts'
import { addStory, NOON, sampleDeps } from '../testing/day.ts'
import { sampleStories } from '../testing/sample-stories.ts'
import { storyUpdates } from './story-updates.ts'

let deps: SiteDeps
beforeAll(async () => {
  deps = await sampleDeps()
})
afterAll(() => deps.store.close())

test('while the log cannot be read nothing is told and nothing ends; then what comes is', async () => {
  const { store } = deps
  let isDown = true
  let failures = 0
  const hub = new EventHub({
    pollMs: 10,
    store: {
      storiesNow: (ids) => store.storiesNow(ids),
      events: async (options) => {
        if (!isDown) return store.events(options)
        failures++
        throw new Error('the database is away')
      },
    },
  })
  const told: unknown[] = []
  const stop = storyUpdates(hub, 10).subscribe((event) => void told.push(event))
  await vi.waitFor(() => expect(failures).toBeGreaterThan(2))
  isDown = false
  await vi.waitFor(() => expect(hub.newestSeq()).toBeGreaterThan(0))
  await addStory(store, { ...sampleStories(NOON)[0]!, id: 911 })
  await vi.waitFor(() => expect(told).toContainEqual({ kind: 'resource_updated', uri: 'auspex://stories/911' }))
  expect(new Set(told.map((event) => (event as { uri: string }).uri))).toEqual(new Set(['auspex://stories/911']))
  stop()
  hub.close()
})
