import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createSite } from '../site.ts'
import { addStory, sampleDeps } from '../testing/day.ts'
import { loadAssets } from './assets.ts'

test('styles are at most 16 KB raw, the script at most 4 KB', async () => {
  const { files } = await loadAssets()
  const sizes = new Map([...files].map(([name, { body }]) => [name.replace(/\..*\./, '.'), body.byteLength]))
  expect(sizes.get('site.css')).toBeLessThanOrEqual(16_000)
  expect(sizes.get('site.js')).toBeLessThanOrEqual(4_000)
  expect([...files.keys()].every((name) => /^[a-z]+\.[0-9a-f]{12}\.[a-z]+$/.test(name))).toBe(true)
})

test('a full front page with everything it loads is at most 60 KB compressed', async () => {
  const deps = await sampleDeps()
  for (let id = 100; id < 130; id++) {
    const title = `Story ${id} about a data hall, its power, its price and the people who will work there from next spring`
    const text = `${title}, said the mayor of town ${id * 7}. It will draw ${id} MW and cost ${id * 3} million.`
    await addStory(deps.store, {
      id,
      kind: 'infrastructure',
      members: [
        { source: 'straits-ledger', title, text, ageHours: 1 + (id % 20) },
        ...Array.from({ length: 12 }, () => ({ source: 'data-halls', title, role: 'echo' as const, ageHours: 1 })),
      ],
      entityIds: ['johor'],
      hubs: ['johor', 'hong-kong'],
      sentences: [[0, text]],
    })
  }
  const page = await (await (await createSite(deps)).request('/')).text()
  expect(page.match(/class="entry/g)).toHaveLength(30)
  const { files } = await loadAssets()
  const assets = [...files.values()].reduce((sum, { gzip }) => sum + gzip.byteLength, 0)
  expect(gzipSync(page).byteLength + assets).toBeLessThanOrEqual(60_000)
  await deps.store.close()
})
