import { expect, test } from 'vitest'
import { createSite } from './site.ts'
import { addStory, sampleDeps } from './testing/day.ts'

const TITLE = 'أبوظبي تفتتح مركز بيانات بقدرة 120 ميغاواط (المرحلة الأولى).'

test('what runs from right to left says so, wherever it stands in a page that runs the other way', async () => {
  const deps = await sampleDeps()
  await addStory(deps.store, {
    id: 50,
    kind: 'infrastructure',
    members: [
      { source: 'al-sahifa', title: TITLE, ageHours: 1 },
      { source: 'straits-ledger', title: 'Abu Dhabi opens 120 MW data centre', ageHours: 2 },
    ],
    sentences: [[0, TITLE]],
  })
  const site = await createSite(deps)
  const textOf = async (path: string) => (await site.request(path, { headers: { 'accept-language': 'en' } })).text()
  // Headline and sentence of the summary; on its own page the item's title, the excerpt and the name of its source too.
  const wherever: readonly (readonly [string, number])[] = [
    ['/', 2],
    ['/s/50', 5],
    ['/search?q=120', 1],
    ['/sources/al-sahifa', 2],
  ]
  for (const [path, least] of wherever) {
    const page = await textOf(path)
    expect(page.match(/ lang="ar" dir="rtl"/g)?.length, path).toBeGreaterThanOrEqual(least)
    expect(page.match(/lang="ar"(?! dir="rtl")/g), path).toBeNull()
  }
  expect(await textOf('/s/1')).not.toContain('dir="rtl"')
  await deps.store.close()
})
