import { parseAtomFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { sampleCommit } from '../store/testing/samples.ts'
import { createSite } from './site.ts'
import { NOON } from './testing/day.ts'
import { sampleSite } from './testing/sample-site.ts'

const site = sampleSite({ onFault: (fault) => console.error(fault) })

const A1 = '/hub/decide?c.latency=1&c.regulatory-flexibility=2&c.compute=3&m.mainland-china=1&hubs=hong-kong,tokyo'

const ROWS: readonly {
  readonly url: string
  readonly status: number
  readonly has?: readonly (string | RegExp)[]
  readonly lacks?: readonly string[]
}[] = [
  {
    url: '/hub',
    status: 200,
    has: [
      ...['Hong Kong', '590 gCO₂/kWh', '505–682', 'href="/hub/tokyo"'],
      // What nobody counted there is marked: assumed, inherited, claimed, derived.
      // With the year that each is for, and a mark where that is too long ago.
      /0\.192 USD\/kWh <small>0\.17–0\.21, 2024 †<\/small>/,
      /590 gCO₂\/kWh <small>505–682, 2025<\/small>/,
      'Greater Bay Area</a> <small>Region</small>',
      ...['≈ 0.095 USD/kWh', '≈ 485 gCO₂/kWh', '≈ 3/4', '≈ 0.075 USD/kWh', '>0.185 USD/kWh', '>590 gCO₂/kWh', '>1/4'],
    ],
  },
  {
    url: '/hub/hong-kong',
    status: 200,
    has: [
      '590 gCO₂/kWh',
      'Energy',
      'Cross-border collaboration',
      'No story yet',
      // A heading of which nothing is told has its place at the end, where links to it lead.
      /<dt>Headings without a story<\/dt>.*<span id="[a-z.-]+">People<\/span>/,
      'planned: 180,000 PFLOPS by 2032',
      // What the law asks, with who says so and since when.
      /licence there <small><span lang="en">Bureau of Industry and Security, US<\/span> <a href="https:\/\/www\.federalregister\.gov\/d\/2020-28101" title="Removal of Hong Kong [^"]+">2020-12-23<\/a> · <a/,
      /personal data may flow to and from Shenzhen, Guangzhou, Huizhou and Jiangmen under a standard contract <small>.*?>2023-12-13<\/a>/,
      // The limit that makes a value out of date stands beside it, linked to the rule.
      '<a href="/methods#out-of-date">out of date: over 540 days old</a>',
      // Measured to Seattle, San Jose and Los Angeles; the floor is light's.
      /North America, west<\/th><td[^>]*><b>149<\/b><\/td><td[^>]*>141–156<\/td><td[^>]*>109<\/td><td[^>]*><small>measured · 2024-04/,
      /Mainland China<\/th><td[^>]*><b>23<\/b>.*?estimated · <span><a href="\/methods#hubs">Our estimate from the great circle/,
      'Electricity Maps',
    ],
  },
  {
    url: '/hub/huizhou',
    status: 200,
    has: [
      'inherited from Mainland China',
      'hosting there needs a local entity',
      'to and from Hong Kong and Macau under a standard',
    ],
  },
  // It is in Guangdong, and none of the nine cities that the contract covers.
  { url: '/hub/shaoguan', status: 200, has: ['hosting there needs a local entity'], lacks: ['standard contract'] },
  { url: '/hub/tokyo', status: 200, has: ['nothing that our data know of'] },
  {
    url: '/hub/taipei',
    status: 200,
    // Half a level is neither the one below nor the one above.
    has: [
      '0.5/4',
      'between the levels “new supply halted” and “gated or in deficit”',
      'level: about a thousand H100 equivalents',
    ],
    lacks: ['level: gated or in deficit'],
  },
  {
    url: '/hub/gba',
    status: 200,
    has: ['never copied', 'href="/hub/jiangmen"', 'Eleven cities'],
    lacks: ['What law asks', 'North America, west'],
  },
  { url: '/hub/atlantis', status: 404 },
  {
    url: '/hub/compare/hong-kong/tokyo',
    status: 200,
    has: [
      'Hong Kong and Tokyo, side by side',
      '<svg class="map"',
      'fill-opacity=',
      'fill="url(#hatch)"',
      'floor',
      'Where sources disagree',
      'What law asks',
      'nothing that our data know of',
      // Who measured the round trips, and when.
      /measured: <span>.*?Azure network.*?\(2024-04\)/,
      // The grid zone of a value by its code, not as a place that it was made for.
      'grid zone JP-TK · measured',
    ],
    // An earlier edition of one report is no disagreement.
    lacks: ['made for JP-TK', 'Data centres in service, Hong Kong</th>'],
  },
  // Within a month of each other a state official and a broker counted thus.
  { url: '/hub/compare/johor/tokyo', status: 200, has: ['Data centres in service, Johor</th>'] },
  { url: '/hub/compare/hong-kong/tokyo/osaka/seoul/taipei/singapore', status: 200 },
  { url: '/hub/compare/hong-kong', status: 404, has: ['two to six'] },
  { url: '/hub/compare/hong-kong/hong-kong', status: 404, has: ['two to six'] },
  { url: '/hub/compare', status: 200, has: ['type="checkbox"'] },
  { url: '/hub/decide', status: 200, has: ['<form', 'name="c.latency"'], lacks: ['Excluded'] },
  {
    url: A1,
    status: 200,
    has: [
      'Hong Kong, clearly: first in 96% of 4,000 runs.',
      'Tokyo overtakes Hong Kong',
      // What would change it: on which side of the weight, and a way back to the needs.
      '&gt; 24%</td>',
      '<a href="#needs">',
      'Two other ways of ranking, TOPSIS and PROMETHEE II, put the same hub first.',
      'feed.atom',
      'What stories would change',
      /auspex admin save-decision NAME .*hub\/decide\?hubs=hong-kong,tokyo/,
    ],
  },
  // A form sent without a criterion is told so, and keeps what was filled in; 0 is none, whatever the others weigh.
  {
    url: '/hub/decide?confidence=mid&m.japan=0.7&ms.japan=40',
    status: 400,
    has: ['<b>Criteria</b>: needs at least 1', /name="m\.japan"[^>]*value="0\.7"/],
    lacks: ['name="c.latency" min="0" max="1000" step="any" value="1"'],
  },
  { url: '/hub/decide?c.carbon=0&c.price=0&by=weight', status: 400, has: ['<b>Criteria</b>: needs at least 1'] },
  { url: '/hub/decide?utm_source=feed', status: 200, lacks: ['These needs cannot be used'] },
  {
    url: '/hub/decide?c.carbon=Infinity&c.price=-1&c.power=1e999&by=weight',
    status: 400,
    has: [
      '<b>Grid carbon</b>: must be a number',
      '<b>Electricity price</b>: must be more than 0',
      '<b>Power headroom</b>: must be a number',
    ],
  },
  // Equal places weigh the same.
  {
    url: '/hub/decide?c.carbon=1&c.price=1&c.power=2',
    status: 200,
    has: ['Grid carbon 44%, Electricity price 44%, Power headroom 11%', 'c.carbon=1&amp;c.price=1&amp;c.power=2'],
  },
  {
    url: '/hub/decide?c.regulatory-flexibility=1&hubs=tokyo,osaka',
    status: 200,
    has: ['No winner; the same score: Tokyo, Osaka.', 'No change of a single weight tells them apart.'],
    lacks: ['Leaning', 'Next:'],
  },
  {
    url: '/hub/decide?c.carbon=1&hubs=tokyo',
    status: 200,
    has: ['Tokyo is the only one that can be ranked.'],
    lacks: ['clearly'],
  },
  { url: '/hub/decide?c.latency=1', status: 400, has: ['<b>Markets</b>: give at least one'] },
  {
    url: '/hub/decide?c.carbon=many&c.latency=1&m.gba=2000&ms.gba=0.5&draws=-1&lang=zh-Hant',
    status: 400,
    has: ['<b>電網碳強度</b>: 須為數字', '<b>大灣區, 比重</b>: 不可大於1000', '<code>draws</code>: 不可小於1'],
    lacks: ['Invalid', 'must'],
  },
  {
    url: '/hub/decide?c.carbon=many&c.price=2&m.japan=0.5&residency=gba,JP&without.coded=1&entity=1',
    status: 400,
    // What was written is kept, to be mended.
    has: [
      'cannot be used',
      '<b>Grid carbon</b>: must be a number',
      'value="many"',
      /name="m\.japan"[^>]*value="0\.5"/,
      'value="gba,JP" selected',
      /name="entity"[^>]*checked/,
    ],
    lacks: ['name="c.latency" min="0" max="1000" step="any" value'],
  },
  {
    url: `/hub/decide?needs=${encodeURIComponent('{"criteria":[{"id":"carbon"}],"hubs":["tokyo","osaka"]}')}`,
    status: 200,
    has: ['Osaka'],
  },
  {
    // Singapore's tariff is of November 2024, Johor's of July 2025.
    url: '/hub/decide?c.price=1&hubs=singapore,johor',
    status: 200,
    has: [
      '1 of the 2 values it rests on is out of date.',
      'Cushman &amp; Wakefield</a><b> · <a href="/methods#out-of-date">out of date: over 540 days old</a></b>',
    ],
    lacks: ['Tenaga Nasional</a><b>'],
  },
  {
    url: '/methods',
    status: 200,
    has: [
      ...['id="hubs"', 'new supply halted', '700 gCO₂/kWh'],
      /<dt id="out-of-date">Out of date<\/dt><dd>A value is marked when .*? 365 days: Machines in the TOP500 · 400 days: /,
    ],
  },
  // Macau has had its own contract with the nine cities since 2024.
  {
    url: '/hub/macau',
    status: 200,
    has: [/Huizhou and Jiangmen under a standard contract <small>.*?>2024-09-10<\/a>/],
  },
]

describe.each(UI_LANGUAGES)('in %s', (language) => {
  test.each(ROWS)('$url is $status', async ({ url, status, has = [], lacks = [] }) => {
    const response = await site.request(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`)
    const text = await response.text()
    expect(response.status).toBe(status)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    if (language !== 'en') return
    for (const each of has)
      expect(text).toMatch(each instanceof RegExp ? each : new RegExp(each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    for (const each of lacks) expect(text).not.toContain(each)
  })
})

// biome-ignore lint/suspicious/noExplicitAny: whatever a program is sent
const dataOf = async (url: string): Promise<any> => (await site.request(url)).json()

test('what is told of a region is inherited by its hubs, linked to and never copied', async () => {
  await site.deps.store.commitStories(
    sampleCommit({
      observations: [
        {
          storyId: 1,
          evidence: [
            {
              ...{ hub: 'gba', facet: 'infrastructure.energy', stance: 'fact', status: 'none', certainty: 'stated' },
              ...{ itemId: 1, sourceId: 'northlight', at: NOON, quote: 'The Bay shares its power.', start: 0, end: 25 },
              ...{ language: 'en', isOpinion: false, independent: 1 },
            },
          ],
          claims: [],
        },
      ],
    }),
  )
  const page = await (await site.request('/hub/jiangmen')).text()
  expect(page).toContain(
    '<a href="/hub/gba#infrastructure.energy">inherited from Greater Bay Area: 1 line of evidence</a>',
  )
  expect(page).not.toContain('The Bay shares its power.')
  expect(await (await site.request('/hub/tokyo')).text()).not.toContain('/hub/gba#')
})

test('each example of needs has an answer', async () => {
  const form = await (await site.request('/hub/decide')).text()
  const examples = [...form.matchAll(/<a href="(\/hub\/decide\?[^"]+)"><u>/g)].map(([, href]) =>
    href!.replaceAll('&amp;', '&'),
  )
  expect(examples).toHaveLength(6)
  for (const example of examples) {
    const answer = (await dataOf(example.replace('decide?', 'decide.json?'))) as { ranked: unknown[] }
    expect(answer.ranked.length, example).toBeGreaterThan(1)
  }
})

test.each(['hong-kong', 'gba', 'macau'])(
  'the contents of the dossier of %s lead to its headings, all of them',
  async (hub) => {
    const page = await (await site.request(`/hub/${hub}`)).text()
    const [contents] = /<nav class="acts" aria-label="On this page">.*?<\/nav>/s.exec(page)!
    const linked = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    const main = page.slice(page.indexOf(contents), page.indexOf('<aside'))
    const headings = [...main.matchAll(/<h2 class="h" id="([^"]+)"/g)].map(([, id]) => id)
    expect(linked.length).toBeGreaterThan(1)
    expect(linked).toEqual(headings)
  },
)

test('the choice of the form leads to the comparison', async () => {
  const response = await site.request('/hub/compare?h=hong-kong&h=tokyo')
  expect([response.status, response.headers.get('location')]).toEqual([303, '/hub/compare/hong-kong/tokyo'])
})

test('an answer is data too, the same from page and API', async () => {
  const page = await dataOf(A1.replace('decide?', 'decide.json?'))
  expect(page).toMatchObject({ verdict: 'clear', ranked: [{ hub: 'hong-kong' }, { hub: 'tokyo' }] })
  const api = await dataOf(`/api/v1${A1.slice(4)}`)
  expect(api.ranked).toEqual(page.ranked)
  expect((await site.request('/api/v1/decide')).status).toBe(400)
})

test('hubs and their observations are data', async () => {
  expect((await dataOf('/api/v1/hubs')).hubs).toHaveLength(24)
  const tokyo = await dataOf('/api/v1/hubs/tokyo')
  expect(tokyo.observations).toContainEqual(
    expect.objectContaining({ indicator: 'carbon', value: 535, source: 'electricity-maps' }),
  )
  expect((await site.request('/api/v1/hubs/atlantis')).status).toBe(404)
})

describe('a story that would change the answer', () => {
  const WEIGHED = '/hub/decide?by=weight&c.regulatory-flexibility=0.85&c.compute=0.15&hubs=hong-kong,tokyo'
  beforeAll(() =>
    site.deps.store.commitStories(
      sampleCommit({
        observations: [
          {
            storyId: 1,
            evidence: [
              {
                ...{ hub: 'hong-kong', facet: 'policy.regulation', stance: 'constraint', status: 'none' },
                ...{
                  certainty: 'stated',
                  itemId: 1,
                  sourceId: 'northlight',
                  at: NOON,
                  quote: 'The law binds & bites.',
                },
                ...{ start: 0, end: 22, language: 'en', isOpinion: false, independent: 1 },
              },
            ],
            claims: [],
          },
        ],
      }),
    ),
  )
  const SENTENCE =
    /If Regulatory flexibility of Hong Kong is 2\.5\/4, not 3\.5\/4: Tokyo is first, in [\d.]+% of 4,000 runs\./

  test('is counted in the index of hubs, in words that need no head of a column', async () => {
    // A site of its own: the other may still have the index of before.
    const index = await (await (await createSite(site.deps)).request('/hub')).text()
    expect(index.match(/<small>[^<]*evidence[^<]*/)?.[0]).toMatch(/^<small>\d+ lines? of evidence, newest /)
  })

  test('is named on the page, in its data, in the feed and in the API', async () => {
    const page = await (await site.request(WEIGHED)).text()
    expect(page).toMatch(SENTENCE)
    expect(page).toContain('The law binds &amp; bites.')
    for (const address of [WEIGHED.replace('decide?', 'decide.json?'), `/api/v1${WEIGHED.slice(4)}`]) {
      expect((await dataOf(address)).changes).toMatchObject([
        {
          leader: 'tokyo',
          suppositions: [{ criterion: 'regulatory-flexibility', evidence: { storyId: 1, url: '/s/1' } }],
        },
      ])
    }
    const { items } = await dataOf(WEIGHED.replace('decide?', 'decide/feed.json?'))
    expect(items[1]).toMatchObject({ title: expect.stringMatching(SENTENCE), url: 'http://localhost/s/1' })
  })

  test('is one of the stories of the sentence it bears on', async () => {
    const { sentences } = await dataOf(`/api/v1${WEIGHED.slice(4)}`)
    const why = sentences.find((each: { text: string }) => each.text.startsWith('Why: '))
    expect(why.stories).toMatchObject([{ storyId: 1, stance: 'constraint' }])
  })
})

test('an answer can be followed: its entry has another id when the answer is another', async () => {
  const atom = await site.request(A1.replace('decide?', 'decide/feed.atom?'))
  expect(atom.headers.get('content-type')).toMatch(/atom/)
  const { entries = [] } = parseAtomFeed(await atom.text())
  expect(entries[0]?.title).toMatchObject({ value: expect.stringContaining('Hong Kong, clearly') })
  expect(entries.every(({ title }) => title?.value)).toBe(true)
  const feed = async (url: string): Promise<string> => (await dataOf(url)).items[0].id
  const asked = A1.replace('decide?', 'decide/feed.json?')
  expect(await feed(asked)).toBe(await feed(asked))
  expect((await feed(asked)).split('#')[1]).not.toBe(
    (await feed(asked.replace('c.compute=3', 'c.compute=1').replace('c.latency=1', 'c.latency=3'))).split('#')[1],
  )
  expect((await site.request('/hub/decide/feed.atom')).status).toBe(400)
})

test('the feed of an answer is what other feeds are: asked again it costs a 304, and it is in the language of its page', async () => {
  for (const format of ['atom', 'rss', 'json']) {
    const address = `${A1.replace('decide?', `decide/feed.${format}?`)}&lang=ja`
    const first = await site.request(address)
    const etag = first.headers.get('etag')!
    expect((await site.request(address, { headers: { 'If-None-Match': etag } })).status).toBe(304)
    const text = await first.text()
    expect(text).toContain('香港')
    expect(text.replaceAll('&amp;', '&')).toMatch(new RegExp(`decide/feed\\.${format}\\?[^"]*lang=ja"`))
  }
  expect(await (await site.request(`${A1}&lang=ja`)).text()).toMatch(/href="[^"]*decide\/feed\.atom\?[^"]*lang=ja"/)
})
