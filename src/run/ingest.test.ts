import { expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { sampleCommit, sampleSource, T0 } from '../store/testing/samples.ts'
import { loadGazetteer } from './gazetteer-file.ts'
import { Ingest } from './ingest.ts'

test('sources that were added, switched off or blocked since are seen when they are read again', async () => {
  const store = await openStore({ file: ':memory:' })
  const ingest = await Ingest.open({
    ...{
      store,
      gazetteer: loadGazetteer(),
      now: () => T0,
      random: () => 0,
      minIntervalMs: 1_000,
      maxIntervalMs: 9_000,
    },
  })
  const read = async () => {
    await ingest.reloadSources()
    return ingest.feeds().map(({ sourceId }) => sourceId)
  }
  expect(await read()).toEqual([])
  await store.saveSources([sampleSource('a'), sampleSource('b'), sampleSource('c')])
  expect(await read()).toEqual(['a', 'b', 'c'])
  await store.saveSources([sampleSource('b', { isEnabled: false })])
  expect(await read()).toEqual(['a', 'c'])
  await store.operator.ask({ act: { type: 'block', sourceId: 'c' }, reason: 'spam', at: T0 })
  const source = { id: 'c', ruling: { blocked: 'spam' } }
  await store.commitStories(sampleCommit({ act: { id: 1, state: 'applied', answer: '', at: T0, source } }))
  expect(await read()).toEqual(['a'])
  await store.close()
})
