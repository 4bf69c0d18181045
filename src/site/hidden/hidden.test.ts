import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { UI_LANGUAGES } from '../messages.ts'
import { createSite } from '../site.ts'
import { addStory, sampleDeps } from '../testing/day.ts'
import { sampleSite } from '../testing/sample-site.ts'
import { hiddenCookie, hiddenIn } from './hidden-cookie.ts'

const site = sampleSite()

const cookieOf = (...words: string[]) => hiddenCookie(words).split(';')[0]!
/** Sends the form as a browser does, and follows its cookie. */
async function send(fields: Record<string, string>, cookie = '', headers: Record<string, string> = {}) {
  const own = { 'sec-fetch-site': 'same-origin', cookie, ...headers }
  const response = await site.send('https://news.example/hidden-words', fields, own)
  const set = response.headers.get('set-cookie')?.split(';')[0]
  return { response, set, words: hiddenIn(set) }
}
const readJson = async (url: string, cookie = '') => JSON.parse(await site.text(url, cookie))
/** Rows of a page, those that are folded away apart. */
function rowsOf(html: string) {
  const [main = '', folded = ''] = html.split(/<details id="hidden">|<\/main>/)
  const ids = (text: string) => [...text.matchAll(/<li class="[^"]*" id="s(\d+)"/g)].map(([, id]) => Number(id))
  return { shown: ids(main), hidden: ids(folded) }
}

describe('the list of words', () => {
  test('is added to and taken from by a form alone', async () => {
    const first = await send({ act: 'add', words: ' Musk ' })
    expect([first.response.status, first.response.headers.get('location')]).toEqual([303, '/hidden-words'])
    expect(first.response.headers.get('set-cookie')).toMatch(
      /^hidden=[\w-]+; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/,
    )
    const second = await send({ act: 'add', words: '加密貨幣, musk' }, first.set)
    expect(second.words).toEqual(['Musk', '加密貨幣'])
    const html = await site.text('/hidden-words', second.set)
    expect(html).toContain('name="remove" value="加密貨幣">Show again<span class="vh">: 加密貨幣</span>')
    expect((await send({ remove: 'Musk' }, second.set)).words).toEqual(['加密貨幣'])
    expect((await send({ act: 'empty' }, second.set)).response.headers.get('set-cookie')).toContain('Max-Age=0')
  })

  test('goes out and comes in as text', async () => {
    const { words, set } = await send({ act: 'replace', words: 'crypto\r\n\r\nself-driving car\r\n' }, cookieOf('musk'))
    expect(words).toEqual(['crypto', 'self-driving car'])
    const file = await site.request('/hidden-words.txt', { headers: { cookie: set! } })
    expect(await file.text()).toBe('crypto\nself-driving car\n')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="hidden-words.txt"')
    expect(file.headers.get('cache-control')).toBe('private, no-store')
    expect(
      (await send({ act: 'replace', words: await (await site.request('/hidden-words.txt')).text() })).words,
    ).toEqual([])
  })

  test('passes to another browser by an address, which changes nothing before it is kept', async () => {
    const answer = await site.request('/hidden-words?hide=crypto,musk', { headers: { cookie: cookieOf('musk') } })
    expect(answer.headers.get('set-cookie')).toBeNull()
    const html = await answer.text()
    expect(html).toContain('<input type="hidden" name="words" value="crypto,musk"/>')
    expect((await send({ act: 'add', words: 'crypto,musk' }, cookieOf('musk'))).words).toEqual(['musk', 'crypto'])
    expect(await site.text('/hidden-words?hide=musk', cookieOf('musk'))).not.toContain('Hide these words here too')
  })

  test.each(UI_LANGUAGES)(
    'says in %s what cannot be taken, keeps what was written, and changes nothing',
    async (language) => {
      for (const words of ['!!!', 'x'.repeat(60), Array.from({ length: 60 }, (_, at) => `w${at}`).join()]) {
        const { response, set } = await send({ act: 'replace', words }, `${cookieOf('musk')}; lang=${language}`)
        expect([response.status, set]).toEqual([422, undefined])
        const html = await response.text()
        expect(html).toMatch(/<p class="note" role="alert" id="refused">[^<]{10,}<\/p>/)
        expect(html).toContain(`>${words}</textarea>`)
        expect(html).toContain('name="remove" value="musk"')
      }
    },
  )

  test('is escaped wherever it is shown', async () => {
    const html = await site.text('/hidden-words', cookieOf('<img src=x onerror=alert(1)>', '"><script>x'))
    expect(html).not.toContain('<img')
    expect(html).not.toContain('"><script>x')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  test('is changed by no other site, and by no form that cannot be meant', async () => {
    const others: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'content-type': 'text/plain' }]
    for (const headers of others) {
      const { response, set } = await send({ act: 'add', words: 'musk' }, '', headers)
      expect([response.status, set]).toEqual([400, undefined])
    }
    expect((await send({ act: 'sell', words: 'musk' })).response.status).toBe(400)
    expect((await site.request('/hidden-words?hide=!!!')).status).toBe(400)
  })
})

const LISTS = ['/', '/search?q=model', '/pulse', '/entity/johor', '/brief/2026-11-22']

describe('on lists', () => {
  test.each(LISTS)('%s: what a word hides is folded away, counted, and named', async (path) => {
    const all = rowsOf(await site.text(path))
    expect(all.hidden).toEqual([])
    // A word of the first story's headline.
    const { headline } = (await readJson(`/api/v1/stories/${all.shown[0]}`)) as { headline: string }
    const word = headline.split(/\W+/u).find((each) => each.length > 4 && !/model/i.test(each))!
    const address = `${path}${path.includes('?') ? '&' : '?'}hide=${word.toUpperCase()}`
    for (const [url, cookie, by] of [
      [path, cookieOf(word), word],
      [address, '', word.toUpperCase()],
      [address, cookieOf('nothing here'), word.toUpperCase()],
    ] as const) {
      const html = await site.text(url, cookie)
      const { shown, hidden } = rowsOf(html)
      expect(hidden, url).toContain(all.shown[0])
      expect([...shown, ...hidden].sort(), url).toEqual([...all.shown].sort())
      expect(html).toContain(hidden.length === 1 ? '1 story hidden by your words' : `${hidden.length} stories hidden`)
      expect(html).toContain(`hidden by “${by}”`)
    }
    // Another reader, with the same page asked for before.
    expect(rowsOf(await site.text(path))).toEqual(all)
  })

  test('a story keeps its place among all', async () => {
    const places = (html: string) =>
      new Map(
        [...html.matchAll(/id="s(\d+)"><p class="rank"><b>(\d+)<\/b>/g)].map(([, id, place]) => [
          Number(id),
          Number(place),
        ]),
      )
    const all = places(await site.text('/'))
    const some = places(await site.text('/?hide=northlight'))
    expect(some.size).toBeLessThan(all.size)
    expect(some.size).toBeGreaterThan(1)
    for (const [id, place] of some) expect(place).toBe(all.get(id))
  })

  describe('of a full day, most of it hidden', () => {
    let full: Hono
    let fullDeps: SiteDeps
    // 200 stories; each fourth is on chips. The best is number 1000.
    beforeAll(async () => {
      fullDeps = await sampleDeps()
      for (let at = 0; at < 200; at++) {
        const title = `${at % 4 === 3 ? 'Chips' : 'Rumours'} number ${at} of 200`
        const members = [{ source: 'straits-ledger', title, ageHours: 1 + at * 0.05 }]
        await addStory(fullDeps.store, { id: 1000 + at, kind: 'tool', entityIds: ['johor'], members })
      }
      full = await createSite(fullDeps)
    })
    afterAll(() => fullDeps.store.close())
    const text = async (url: string, cookie = '') => (await full.request(url, { headers: { cookie } })).text()

    test.each(['/', '/entity/johor', '/search?q=number'])(
      '%s is filled up page after page, each story is there once, and the data has the same',
      async (path) => {
        const and = path.includes('?') ? '&' : '?'
        const pages: { shown: number[]; hidden: number[] }[] = []
        for (let url: string | undefined = `${path}${and}hide=rumours`; url; ) {
          const html = await text(url)
          const data = JSON.parse(await text(url.replace(/^\/(\?|$)/, '/index$1').replace(/^([^?]+)/, '$1.json')))
          const page = rowsOf(html)
          expect(
            data.stories.map(({ id }: { id: number }) => id),
            url,
          ).toEqual(page.shown)
          expect(html).toContain(`${data.hidden} stories hidden by your words`)
          expect(page.hidden).toHaveLength(Math.min(60, data.hidden))
          pages.push(page)
          url = html.match(/<a href="([^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&')
        }
        expect(pages[0]!.shown).toHaveLength(30)
        expect(pages[0]!.hidden.length).toBeGreaterThan(50)
        const shown = pages.flatMap((page) => page.shown)
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.filter((id) => id >= 1000)).toHaveLength(50)
        // No page of nothing but hidden ones.
        for (const page of pages) expect(page.shown.length).toBeGreaterThan(0)
        // The same by the reader's own words.
        expect(rowsOf(await text(path, cookieOf('rumours'))).shown).toEqual(pages[0]!.shown)
      },
    )

    test.each(['/api/v1/stories?limit=30', '/api/v1/search?q=number&limit=30', '/api/v1/stories?entity=johor'])(
      '%s gives as many as are asked for',
      async (path) => {
        const first = JSON.parse(await text(`${path}&hide=rumours`))
        expect(first.stories).toHaveLength(30)
        const second = JSON.parse(await text(`${path}&hide=rumours&after=${first.next}`))
        const ids = [...first.stories, ...second.stories].map(({ id }: { id: number }) => id)
        expect(ids.filter((id) => id >= 1000).length).toBe(50)
        expect(new Set(ids).size).toBe(ids.length)
      },
    )

    test.each(['/feed.json?', '/entity/johor/feed.json?', '/search/feed.json?q=number&'])(
      '%s has all that are not hidden',
      async (path) => {
        const { items } = JSON.parse(await text(`${path}hide=rumours`)) as { items: { title: string }[] }
        expect(items).toHaveLength(50)
        expect(items.filter(({ title }) => /Rumours/.test(title))).toEqual([])
      },
    )

    test('what is said of it to search engines and previews leaves the hidden out', async () => {
      const [head = ''] = (await text('/?hide=rumours,northlight,halden')).split('<body')
      expect(/<meta name="description" content="[^"]*Chips number/.test(head)).toBe(true)
      expect(/Rumours|Northlight/.test(head)).toBe(false)
    })

    test('a reader who looked before is told only of new stories that are not hidden', async () => {
      const { lastEventSeq } = await fullDeps.store.counts(0)
      const since = `/?since=${lastEventSeq - 8}`
      expect(await text(since)).toContain('8 new')
      const html = await text(since, cookieOf('rumours'))
      expect(html).toContain('2 new')
    })
  })

  test('with all hidden the page says so and shows nothing else', async () => {
    const html = await site.text('/entity/northlight?hide=northlight,speech')
    expect(rowsOf(html).shown).toEqual([])
    expect(rowsOf(html).hidden.length).toBeGreaterThan(0)
  })

  test('what is asked for by name is shown in spite of the reader’s own words', async () => {
    for (const path of ['/search?q=halden', '/entity/halden-compute']) {
      expect(rowsOf(await site.text(path, cookieOf('halden'))).hidden, path).toEqual([])
      expect(rowsOf(await site.text(`${path}${path.includes('?') ? '&' : '?'}hide=halden`)).hidden, path).not.toEqual(
        [],
      )
    }
    expect((await site.request('/s/1', { headers: { cookie: cookieOf('halden') } })).status).toBe(200)
    expect(rowsOf(await site.text('/saved?s=1-2', cookieOf('halden'))).shown).toEqual([1, 2])
  })

  test('a name in the news that is hidden is no chip beside the list', async () => {
    expect(await site.text('/')).toContain('href="/entity/johor"')
    expect(await site.text('/', cookieOf('柔佛'))).not.toContain('href="/entity/johor">')
  })

  test('links of a list keep the words of its address, and those of the cookie stay out of them', async () => {
    const html = await site.text('/?hide=northlight')
    expect(html).toContain('href="/?kind=policy&amp;hide=northlight"')
    expect(html).toContain('/feed.atom?hide=northlight')
    expect(await site.text('/', cookieOf('northlight'))).not.toMatch(/href="\/\?[^"]*hide=/)
  })

  test.each(LISTS)('%s: words that cannot be used are left out, and the page says so', async (path) => {
    const url = `${path}${path.includes('?') ? '&' : '?'}hide=!!!`
    const reply = await site.request(url)
    expect(reply.status).toBe(200)
    expect(await reply.text()).toContain('<code>hide=!!!</code>')
  })
})

describe('as data', () => {
  const DATA = [
    '/api/v1/stories',
    '/api/v1/search?q=model',
    '/index.json',
    '/search.json?q=model',
    '/pulse.json',
    '/entity/johor.json',
    '/brief/2026-11-22.json',
    '/api/v1/brief/2026-11-22',
  ]

  test.each(DATA)('%s leaves out what words hide, and counts it', async (path) => {
    const and = path.includes('?') ? '&' : '?'
    const all = await readJson(path)
    expect(all.hidden).toBeUndefined()
    const [{ headline, id }] = all.stories
    const word = (headline as string).split(/\W+/u).find((each) => each.length > 4)!
    const some = await readJson(`${path}${and}hide=${word}`)
    expect(some.hidden).toBeGreaterThan(0)
    expect(some.stories.length + some.hidden).toBe(all.stories.length)
    expect(some.stories.map((story: { id: number }) => story.id)).not.toContain(id)
    const reply = await site.request(`${path}${and}hide=!!!`)
    expect(reply.status).toBe(400)
    expect(await reply.text()).toContain('has no letter or digit')
    // A program's answer does not depend on a cookie.
    expect(await readJson(path, cookieOf(word))).toEqual(all)
  })

  test('a brief leaves out all that it says of a hidden story, in each of its forms, and keeps the places', async () => {
    const address = '/brief/2026-11-22'
    const all = await readJson(`${address}.json`)
    const [first, second] = all.stories
    const word = (first.headline as string).split(/\W+/u).find((each) => each.length > 4)!
    expect(second.headline).not.toContain(word)
    for (const form of ['.md', '.txt']) {
      expect(await site.text(address + form)).toContain(word)
      const some = await site.text(`${address}${form}?hide=${word}`)
      expect(some).not.toContain(word)
      expect(some).toMatch(/^(## )?2\. /m)
      expect(some).toMatch(/\d+ stor(y|ies) left out for the words of this address/)
      expect((await site.request(`${address}${form}?hide=!!!`)).status).toBe(400)
    }
    const html = await site.text(`${address}?hide=${word}`)
    expect(html).toContain(`href="${address}.md?hide=${word}"`)
    const some = await readJson(`${address}.json?hide=${word}`)
    expect(await readJson(`/api/v1${address}?hide=${word}`)).toEqual(some)
    expect(rowsOf(html).shown).toEqual(
      [...some.stories, ...some.also, ...some.toWatch.map((each: { story: unknown }) => each.story)]
        .map(({ id }) => id)
        .filter((id) => rowsOf(html).shown.includes(id)),
    )
    expect(JSON.stringify([some.stories, some.also, some.toWatch])).not.toContain(`"id":${first.id},`)
  })

  test.each([
    ...['/feed.atom', '/feed.rss', '/feed.json', '/search/feed.atom?q=model', '/entity/johor/feed.rss'],
    '/brief/feed.atom',
  ])('%s leaves out what words hide', async (path) => {
    const and = path.includes('?') ? '&' : '?'
    const all = await site.text(path)
    expect(all).toMatch(/Northlight|Halden/)
    const some = await site.text(`${path}${and}hide=northlight,halden,johor`)
    expect(some).not.toMatch(/Northlight p|Pension funds/)
    expect(some).toContain('hide=northlight,halden,johor')
    expect((await site.request(`${path}${and}hide=!!!`)).status).toBe(400)
    expect(await site.text(path, cookieOf('northlight'))).toBe(all)
  })
})
