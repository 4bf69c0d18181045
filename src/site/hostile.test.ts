import { beforeAll, expect, test } from 'vitest'
import { safeHref } from './safe-href.ts'
import { addStory } from './testing/day.ts'
import { sampleSite } from './testing/sample-site.ts'

const SCRIPT = '<script>alert(1)</script>'
const BREAKOUT = '"><img src=x onerror=alert(2)>'

const site = sampleSite()
beforeAll(async () => {
  const [source] = await site.deps.store.sources()
  await site.deps.store.saveSources([
    ...(await site.deps.store.sources()),
    {
      ...source!,
      id: 'hostile',
      name: `Hostile ${SCRIPT}`,
      homepage: 'javascript:alert(3)',
      tierReason: BREAKOUT,
      family: `f${BREAKOUT}`,
      note: SCRIPT,
      tier: 2,
    },
  ])
  await addStory(site.deps.store, {
    id: 50,
    kind: 'incident',
    members: [
      {
        source: 'straits-ledger',
        title: `Title ${SCRIPT}`,
        text: `Text ${BREAKOUT} ${SCRIPT}`,
        ageHours: 1,
        more: {
          url: 'javascript:alert(4)',
          authors: [SCRIPT],
          hashtags: [BREAKOUT],
          language: `en"${BREAKOUT}`,
        },
      },
      { source: 'harbour-post', title: BREAKOUT, ageHours: 1, role: 'echo', more: { url: 'data:text/html,x' } },
    ],
    entityIds: [`e${BREAKOUT}`],
    hubs: [`h${BREAKOUT}`],
    sentences: [[0, `Sentence ${SCRIPT}`]],
    impact: [0, `Impact ${BREAKOUT}`],
    droppedCount: 0,
    events: [{ type: 'headline', at: 0, data: { from: SCRIPT, to: BREAKOUT } }],
  })
  await site.deps.store.saveFeed({
    state: {
      feedUrl: 'javascript:alert(5)',
      sourceId: 'hostile',
      nextPollAt: 0,
      intervalMs: 60_000,
      error: `503 ${SCRIPT}`,
      failuresInARow: 3,
    },
    drafts: [],
  })
})

test.each([
  '/',
  '/?order=newest',
  '/s/50',
  '/sources',
  '/sources/hostile',
  '/sources/straits-ledger',
  '/status',
  '/pulse',
  '/brief/2026-11-22',
  `/search?q=${encodeURIComponent(SCRIPT)}`,
  '/search?q=alert+img+x',
  `/search?q=${encodeURIComponent(BREAKOUT)}`,
  `/entity/${encodeURIComponent(BREAKOUT)}`,
  `/sources/${encodeURIComponent(SCRIPT)}`,
  `/${encodeURIComponent(SCRIPT)}`,
  `/?kind=${encodeURIComponent(BREAKOUT)}&weights=${encodeURIComponent(SCRIPT)}`,
])('nothing from outside reaches the page raw: %s', async (url) => {
  const page = await (await site.request(url)).text()
  expect(page).not.toMatch(/<script>|<img|href="(?:javascript|data):/i)
  // Every tag of the page is one of ours: no attribute was broken out of.
  for (const [tag] of page.matchAll(/<[a-z][^>]*>/gi)) expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+=/i)
})

test.each([
  ['https://a.example/x?y=1', 'https://a.example/x?y=1'],
  ['http://a.example', 'http://a.example/'],
  ['javascript:alert(1)', undefined],
  [' JaVaScRiPt:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//a.example/x', undefined],
  ['/relative', undefined],
  ['', undefined],
  [undefined, undefined],
  [`https://a.example/${'x'.repeat(3_000)}`, undefined],
])('%s links to %s', (address, href) => {
  expect(safeHref(address)).toBe(href)
})
