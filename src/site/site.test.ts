import { beforeAll, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { createSite } from './site.ts'
import { NOON, sampleDeps } from './testing/day.ts'
import { sampleSite } from './testing/sample-site.ts'

const site = sampleSite()
beforeAll(async () => {
  await site.deps.store.commitStories({
    cursor: (await site.deps.store.engineState()).cursor,
    stories: [],
    members: [],
    merges: [{ from: 6, into: 1 }],
    events: [
      { storyId: 6, type: 'merged', at: NOON, data: { from: 6, into: 1 } },
      { storyId: 1, type: 'merged', at: NOON, data: { from: 6, into: 1 } },
    ],
  })
})

interface Row {
  readonly name: string
  readonly method?: string
  readonly url: string
  readonly headers?: Record<string, string>
  readonly status: number
  readonly has?: readonly (string | RegExp)[]
  readonly lacks?: readonly (string | RegExp)[]
  readonly header?: Readonly<Record<string, string | RegExp | null>>
}

const ROWS: readonly Row[] = [
  {
    name: 'front: ranked stories with reason, tally, hubs',
    url: '/',
    status: 200,
    has: [
      '<html lang="en"',
      'Northlight publishes the weights',
      '<b>3 independent</b> · 30 echoes',
      '<b>1 independent</b> · 1 echo',
      'Why 8',
      'href="/hub/johor"',
      '<time datetime="2026-11-22T',
      'lang="zh-Hant">',
      'In numbers',
      'How to read a line',
    ],
    lacks: [
      '2 sources',
      'Six unrelated things',
      'I made a log viewer',
      '1 sources',
      'undefined',
      'NaN',
      'None',
      '[object',
    ],
  },
  { name: 'front: a kind', url: '/?kind=policy', status: 200, has: ['三地監管機構'], lacks: ['Northlight publishes'] },
  { name: 'front: a tier', url: '/?tier=1', status: 200, has: ['Northlight publishes'], lacks: ['三地監管機構'] },
  { name: 'front: a language', url: '/?language=ja', status: 200, has: ['長文脈'], lacks: ['Halden Compute Bhd'] },
  { name: 'front: zh takes both scripts', url: '/?language=zh', status: 200, has: ['三地監管機構'] },
  { name: 'front: a hub', url: '/?hub=johor', status: 200, has: ['Halden'], lacks: ['Northlight publishes'] },
  {
    name: 'front: an entity',
    url: '/?entity=northlight',
    status: 200,
    has: ['Northlight publishes'],
    lacks: ['Halden Compute Bhd'],
  },
  { name: 'front: a window', url: '/?hours=3', status: 200, has: ['Northlight publishes'], lacks: ['長文脈'] },
  { name: 'front: newest first', url: '/?order=newest', status: 200, has: ['newest first'] },
  {
    name: 'front: no match says so and offers more',
    url: '/?kind=release&language=ko',
    status: 200,
    has: ['No story fits these filters', 'Release and Korean', 'Widen to 3 days', 'Clear the filters'],
  },
  {
    name: 'front: nonsense in the query counts as not said',
    url: '/?kind=%3Cscript%3E&tier=9&hours=x&page=-1',
    status: 200,
    has: ['Northlight publishes'],
    lacks: ['<script>'],
  },
  { name: 'front: a page beyond the last', url: '/?page=99&hours=72', status: 302, header: { location: '/?hours=72' } },
  {
    name: 'front: own weights re-rank and are said',
    url: '/?weights=corroboration:0,authority:0,spread:0,primary:0,significance:100',
    status: 200,
    has: ['Ranked with the weights in this address', 'Use the weights of the site'],
  },
  {
    name: 'front: weights that cannot be used are left out, and the page says what there is',
    url: '/?weights=kind-reserch:1',
    status: 200,
    has: ['<code>weights=kind-reserch:1</code>', 'no such kind; there are kind-release, kind-research'],
    lacks: ['Ranked with the weights'],
  },
  {
    name: 'front: in traditional Chinese by Accept-Language',
    url: '/',
    headers: { 'accept-language': 'zh-TW,zh;q=0.9,en;q=0.5' },
    status: 200,
    has: ['<html lang="zh-Hant"', '要聞', '獨立報道', 'lang="en"'],
    header: { vary: /Accept-Language/ },
  },
  {
    name: 'front: Korean by what the browser accepts',
    url: '/',
    headers: { 'accept-language': 'ko-KR,ko;q=0.9,en-US;q=0.8' },
    status: 200,
    has: [
      '<html lang="ko"',
      '브리핑',
      '독립 보도',
      'hreflang="ko" href="http://localhost/?lang=ko"',
      'href="/feed.atom?lang=ko"',
    ],
  },
  {
    name: 'front: by cookie',
    url: '/',
    headers: { cookie: 'lang=ja; theme=dark' },
    status: 200,
    has: ['<html lang="ja"', 'data-theme="dark"'],
  },
  {
    name: 'front: by address, which sets the cookie and is nobody else’s to keep',
    url: '/?lang=zh-Hans&kind=policy',
    headers: { cookie: 'lang=ja' },
    status: 200,
    has: ['<html lang="zh-Hans"', 'hreflang="zh-Hant" href="http://localhost/?kind=policy&amp;lang=zh-Hant"'],
    header: { 'set-cookie': /^lang=zh-Hans; Path=\//, 'cache-control': /private/ },
  },
  {
    name: 'a theme is set and the address goes back',
    url: '/?theme=dark&kind=policy',
    status: 303,
    header: { location: '/?kind=policy', 'set-cookie': /^theme=dark/ },
  },
  {
    name: 'story: everything in order',
    url: '/s/1',
    status: 200,
    has: [
      /<h1[^>]*>Halden.*Summary.*Impact.*Read the original: Kuala Lumpur.*Score .*7\d of 100 · formula v.*Why 7.*part by part.*Would move it.*Coverage.*Independent, primary.*Independent, reporting.*1 copy.*1 echo.*1 mention.*Timeline.*History.*Headline changed.*Share, cite/s,
      'href="#r2">[2]</a>',
      'id="r2"',
      'Receipt: why it is in this story',
      '0.71, threshold 0.28',
      '0.12 to the nearest other story',
      'contracted, supply, racks',
      'Halden Compute, Johor',
      '16 hrs after the item before',
      'story 2, 0.19',
      '1 sentence was dropped',
      '<del>',
      'Infrastructure → Deal',
      'by P. Raman',
      'Malay',
      'lang="ms"',
      '#DataCentres #Johor',
      '12 points · 3 replies',
      'Community',
      /12 points · 3 replies<\/span> · 1 discussion/,
      '<a href="https://filings.example/halden.pdf">PDF</a>',
      'Tier I, because: the issuer’s own filings',
      'story 6 → 1',
    ],
    lacks: ['undefined', 'NaN'],
  },
  {
    name: 'story: the op-ed and the toot of it are one voice',
    url: '/s/4',
    status: 200,
    has: [
      '<b>1 independent</b> · 1 echo',
      'Opinion',
      'One voice.',
      'Read the original: Pearl River Review',
      'an opinion counts as commentary',
      'Lin Yao, Mei Zhou',
      '#AI #GreaterBayArea #HongKong',
      '<a href="/methods#summary">',
      'not stated: no report',
    ],
    lacks: ['2 sources', '2 independent'],
  },
  {
    name: 'story: slug is decoration',
    url: '/s/1-anything-at-all',
    status: 200,
    has: ['rel="canonical" href="http://localhost/s/1"'],
  },
  { name: 'story: merged numbers redirect for ever', url: '/s/6', status: 301, header: { location: '/s/1' } },
  {
    name: 'story: who asks for the data of a merged one is sent to data',
    url: '/s/6.json',
    status: 301,
    header: { location: '/s/1.json' },
  },
  {
    name: 'story: by Accept too',
    url: '/s/6',
    headers: { Accept: 'application/json' },
    status: 301,
    header: { location: '/s/1.json' },
  },
  {
    name: 'a page of a list that is no more, as data',
    url: '/.json?page=900&kind=release',
    status: 302,
    header: { location: '/index.json?kind=release' },
  },
  {
    name: 'a hub that is none, as data',
    url: '/hub/atlantis.json',
    status: 404,
    has: ['No hub has this name'],
  },
  {
    name: 'a comparison that cannot be, as data',
    url: '/hub/compare/tokyo/atlantis.json',
    status: 404,
    has: ['"error":"A comparison needs two to six different hubs'],
  },
  {
    name: 'a decision without needs, as data',
    url: '/hub/decide.json',
    status: 400,
    has: ['"error":"needs: must be a JSON object such as'],
  },
  {
    name: 'a feed of a decision without needs',
    url: '/hub/decide/feed.atom',
    status: 400,
    has: ['"error":"needs: must be a JSON object such as'],
  },
  {
    name: 'hubs chosen in the form of the comparison, as data',
    url: '/hub/compare.json?h=tokyo&h=singapore',
    status: 303,
    header: { location: '/hub/compare/tokyo/singapore.json' },
  },
  {
    name: 'story: merged numbers redirect with a slug too',
    url: '/s/6-voice-assistant',
    status: 301,
    header: { location: '/s/1' },
  },
  {
    name: 'story: unknown number',
    url: '/s/999999',
    status: 404,
    has: ['No story has number 999999', 'The newest is 9'],
  },
  { name: 'story: not a number', url: '/s/abc', status: 404, has: ['There is nothing at this address'] },
  {
    name: 'story: held back is said, listed, not summarised',
    url: '/s/8',
    status: 200,
    has: ['its items do not agree', 'noindex', 'Diary'],
    lacks: ['>Impact<'],
  },
  {
    name: 'story: off the beat has a page that says so',
    url: '/s/9',
    status: 200,
    has: ['Ferry timetable', 'Off the beat.', 'noindex'],
  },
  {
    name: 'story: off the beat is on no list',
    url: '/?order=newest&kind=other',
    status: 200,
    lacks: ['Ferry timetable'],
  },
  {
    name: 'story as JSON by suffix',
    url: '/s/1.json',
    status: 200,
    has: [
      '"id":1',
      '"explanation"',
      '"receipt"',
      '"related":[{"kind":"pdf"',
      '"community":{"points":12,"comments":3,"discussions":[{"itemId":',
    ],
    lacks: ['fingerprint', '"html"'],
    header: { 'content-type': /application\/json/ },
  },
  {
    name: 'front as JSON by Accept',
    url: '/',
    headers: { accept: 'application/json' },
    status: 200,
    has: ['"stories":[{"id":'],
    header: { vary: /Accept,/ },
  },
  { name: 'front as JSON by suffix', url: '/index.json?kind=policy', status: 200, has: ['"stories":[{"id":3'] },
  { name: 'a missing story as JSON', url: '/s/999999.json', status: 404, has: ['no story has number 999999'] },
  {
    name: 'pulse: community alone',
    url: '/pulse',
    status: 200,
    has: ['I made a log viewer', '240 points · 31 replies'],
    lacks: ['Northlight publishes'],
  },
  { name: 'sources by tier', url: '/sources', status: 200, has: ['Kawan Business Daily', 'answers', 'id="tier-4"'] },
  {
    name: 'source',
    url: '/sources/kawan',
    status: 200,
    has: ['Tier II, because', 'employs reporters', 'selatan', 'in story 1', 'lang="ms"'],
  },
  { name: 'source: unknown', url: '/sources/nobody', status: 404, has: ['No source has this name'] },
  { name: 'entity', url: '/entity/johor', status: 200, has: ['<h1>Johor</h1>', 'Halden', '柔佛', 'Place'] },
  { name: 'entity in the reader’s language', url: '/entity/johor?lang=ja', status: 200, has: ['<h1>ジョホール</h1>'] },
  { name: 'entity: unknown', url: '/entity/nope', status: 404, has: ['No entity has this name'] },
  {
    name: 'entity: a cursor of nobody’s',
    url: '/entity/johor?after=zzz',
    status: 400,
    has: ['asks for something that does not exist'],
  },
  {
    name: 'search: before asking',
    url: '/search',
    status: 200,
    has: ['type="search"', 'noindex'],
    lacks: ['No story has'],
  },
  {
    name: 'search: any language, the words marked in headline and report, whose report it is',
    url: `/search?q=${encodeURIComponent('监管 收件机构')}&lang=zh-Hant`,
    status: 200,
    has: ['三地<mark>監管</mark>機構', /<blockquote>明年[^/]*<mark>收件機構<\/mark>/, '<small>香江財經</small>'],
  },
  {
    name: 'search: a report in another language keeps its own',
    url: `/search?q=${encodeURIComponent('ノースライト')}`,
    status: 200,
    has: [/<blockquote lang="ja"><mark>ノースライト<\/mark>/],
  },
  { name: 'search: nothing found', url: '/search?q=zeppelin', status: 200, has: ['No story has “zeppelin”'] },
  {
    name: 'search: query is escaped',
    url: '/search?q=%3Cimg+src%3Dx%3E',
    status: 200,
    has: ['&lt;img src=x&gt;'],
    lacks: ['<img'],
  },
  {
    name: 'brief of today as data',
    url: '/brief.json',
    status: 302,
    header: { location: '/brief/2026-11-22.json' },
  },
  { name: 'brief of today', url: '/brief', status: 302, header: { location: '/brief/2026-11-22' } },
  {
    name: 'brief of a date',
    url: '/brief/2026-11-22',
    status: 200,
    has: ['Brief of Sun, 22 Nov 2026', 'Northlight publishes', 'over the bar'],
  },
  { name: 'brief of an empty day', url: '/brief/2026-11-01', status: 200, has: ['cleared the bar', 'The day after'] },
  { name: 'brief of the future', url: '/brief/2026-12-24', status: 404, has: ['There is no such day'] },
  { name: 'brief of no day', url: '/brief/2026-02-30', status: 404, has: ['There is no such day'] },
  {
    name: 'methods from the tables in force',
    url: '/methods',
    status: 200,
    has: ['id="w-corroboration"', 'id="w-kind-research"', 'half-life-hours', 'formula v', 'What counts as independent'],
  },
  {
    name: 'weights form: kinds can be weighed',
    url: '/weights?significance=40&kind-research=1&kind-funding=0.1&kind-policy=1',
    status: 303,
    header: { location: '/?weights=significance:40,kind-research:1,kind-funding:0.1' },
  },
  {
    name: 'weights form: what cannot be used is said on the page it leads to',
    url: '/weights?significance=40&kind-research=7',
    status: 303,
    header: { location: '/?weights=kind-research:7' },
  },
  {
    name: 'weights form leads to an address',
    url: '/weights?authority=20&corroboration=36',
    status: 303,
    header: { location: '/?weights=authority:20' },
  },
  {
    name: 'status: state, counts, what is held',
    url: '/status',
    status: 200,
    has: ['reading', 'Six unrelated things', 'SQLite', '10 of 10 feeds answer'],
  },
  { name: 'no such address of the API', url: '/api/v1/nope', status: 404, header: { 'content-type': /json/ } },
  {
    name: 'no such page',
    url: '/nope',
    status: 404,
    has: ['There is nothing at this address', 'action="/search"', 'value="nope"'],
    header: { 'cache-control': 'no-store' },
  },
  {
    name: 'no such page: what its words find',
    url: '/halden-compute.html',
    status: 404,
    has: ['value="halden compute"', 'Stories for “halden compute”', 'href="/s/1-'],
  },
  { name: 'no such page: a hub is called so', url: '/johor', status: 404, has: ['href="/hub/johor"'] },
  {
    name: 'no such page: nothing is looked for where a program tries names of files',
    url: '/johor.php',
    status: 404,
    has: ['value=""'],
    lacks: ['/hub/johor"'],
  },
  { name: 'typed: hubs', url: '/hubs', status: 301, header: { location: '/hub', 'cache-control': /max-age/ } },
  {
    name: 'typed: decide, language before it, slash after it',
    url: '/ja/decide/',
    status: 301,
    header: { location: '/hub/decide?lang=ja' },
  },
  { name: 'typed: a story', url: '/stories/1/?lang=ko', status: 301, header: { location: '/s/1?lang=ko' } },
  { name: 'typed: the source list with a slash', url: '/sources/', status: 301, header: { location: '/sources' } },
  { name: 'typed: no other site', url: '//evil.example/hubs/', status: 404, has: ['There is nothing'] },
  { name: 'typed: the API', url: '/docs', status: 301, header: { location: '/api' } },
  { name: 'typed: its description', url: '/openapi', status: 301, header: { location: '/api/v1/openapi.json' } },
  { name: 'posting to a typed address', method: 'POST', url: '/hubs', status: 405, has: ['can only be read'] },
  {
    name: 'an address that leads nowhere, as JSON',
    url: '/nope.json',
    status: 404,
    has: ['"error":"There is nothing at this address"'],
  },
  { name: 'malformed escapes', url: '/%E0%A4%A', status: 404, has: ['There is nothing'] },
  {
    name: 'writing is refused',
    method: 'POST',
    url: '/',
    status: 405,
    header: { allow: 'GET, HEAD' },
    has: ['Pages can only be read'],
  },
  { name: 'an address too long', url: `/search?q=${'x'.repeat(5_000)}`, status: 414, has: ['The address is too long'] },
  { name: 'a path out of the folder', url: '/static/..%2f..%2fpackage.json', status: 404 },
  { name: 'robots', url: '/robots.txt', status: 200, has: ['User-agent: *'] },
]

describe('requests', () => {
  test.each(ROWS)('$name', async ({ method = 'GET', url, headers, status, has = [], lacks = [], header = {} }) => {
    const response = await site.request(url, { method, headers })
    const text = await response.text()
    expect(response.status, text.slice(0, 300)).toBe(status)
    for (const part of has) {
      if (typeof part === 'string') expect(text).toContain(part)
      else expect(text).toMatch(part)
    }
    for (const part of lacks) {
      if (typeof part === 'string') expect(text).not.toContain(part)
      else expect(text).not.toMatch(part)
    }
    for (const [name, value] of Object.entries(header)) {
      if (value instanceof RegExp) expect(response.headers.get(name)).toMatch(value)
      else expect(response.headers.get(name)).toBe(value)
    }
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      expect(text, 'no inline script or style').not.toMatch(
        /<style|<script(?! type="application\/ld\+json">)(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/i,
      )
      for (const tag of text.match(/<time(?![^>]*datetime)/g) ?? []) expect(tag).toBe('')
    }
  })

  test('a story removed by age answers 410', async () => {
    const own = await sampleDeps()
    await own.store.prune(NOON + HOUR_MS)
    const pruned = await createSite(own)
    const response = await pruned.request('/s/1')
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('Story 1 is gone')
    await own.store.close()
  })
})
