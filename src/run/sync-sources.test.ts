import { expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { sampleSource } from '../store/testing/samples.ts'
import { syncSources } from './sync-sources.ts'

test('switches off what left the catalogue, and on again what comes back', async () => {
  const store = await openStore({ file: ':memory:' })
  const enabled = async () => (await store.sources()).filter((source) => source.isEnabled).map((source) => source.id)
  await syncSources(store, [sampleSource('a'), sampleSource('b')])
  expect(await enabled()).toEqual(['a', 'b'])
  await syncSources(store, [sampleSource('b'), sampleSource('c')])
  expect(await enabled()).toEqual(['b', 'c'])
  expect((await store.sources()).map((source) => source.id)).toContain('a')
  await syncSources(store, [sampleSource('a'), sampleSource('b')])
  expect(await enabled()).toEqual(['a', 'b'])
  await store.close()
})
