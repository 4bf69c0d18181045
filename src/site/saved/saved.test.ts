import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { createSite } from '../site.ts'
import { sampleDeps } from '../testing/day.ts'
import { MOST_SAVED, readList, savedIn, withSaved, writeList } from './saved-list.ts'

let deps: SiteDeps
let site: Hono
beforeAll(async () => {
  deps = await sampleDeps()
  site = await createSite(deps)
})
afterAll(() => deps.store.close())

/** Sends the form as a browser does, and follows its cookie. */
async function send(fields: Record<string, string>, cookie = '', headers: Record<string, string> = {}) {
  const response = await site.request('https://news.example/saved', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie,
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  })
  const set = response.headers.get('set-cookie') ?? undefined
  return { response, set, cookie: set?.split(';')[0] ?? '' }
}
const read = async (url: string, cookie = '') => (await site.request(url, { headers: { cookie } })).text()
const storiesIn = (html: string) => [...html.matchAll(/id="s(\d+)"/g)].map(([, id]) => Number(id))

describe('saved stories', () => {
  test('are put on a list and taken off it by a form alone, newest first', async () => {
    const first = await send({ story: '1', act: 'save' })
    expect(first.response.status).toBe(303)
    expect(first.response.headers.get('location')).toBe('/s/1#saved')
    expect(first.set).toMatch(/^saved=1; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/)
    const second = await send({ story: '2', act: 'save' }, first.cookie)
    expect(storiesIn(await read('/saved', second.cookie))).toEqual([2, 1])
    const third = await send({ story: '2', act: 'remove', from: 'list' }, second.cookie)
    expect(third.response.headers.get('location')).toBe('/saved')
    expect(storiesIn(await read('/saved', third.cookie))).toEqual([1])
    expect((await send({ act: 'empty' }, third.cookie)).set).toContain('saved=; Path=/; Max-Age=0')
  })

  test('are marked on their pages, for their reader alone', async () => {
    expect(await read('/s/1', 'saved=1-2')).toContain('value="remove"')
    expect(await read('/s/1')).toContain('value="save"')
    expect(await read('/s/1', 'saved=2')).toContain('value="save"')
  })

  test('pass to another browser by an address, which changes nothing before it is kept', async () => {
    const answer = await site.request('/saved?s=2-1-999999', { headers: { cookie: 'saved=1' } })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const html = await answer.text()
    expect(storiesIn(html)).toEqual([2, 1])
    expect(html).toContain('1 more story is no longer here.')
    const kept = await send({ act: 'keep', list: '2-1' }, 'saved=1')
    expect(kept.cookie).toBe('saved=2-1')
  })

  test('are changed by no other site, and by no form that cannot be meant', async () => {
    const others: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'content-type': 'text/plain' }]
    for (const headers of others) {
      const { response, set } = await send({ story: '1', act: 'save' }, '', headers)
      expect(response.status).toBe(400)
      expect(set).toBeUndefined()
    }
    for (const fields of [{ story: '-1', act: 'save' }, { story: '1', act: 'sell' }, {}]) {
      expect((await send(fields as Record<string, string>)).response.status).toBe(400)
    }
  })

  test('an empty list says how it is filled', async () => {
    expect(await read('/saved?lang=ko')).toContain('아직 저장한 이슈가 없습니다')
  })
})

describe('the list', () => {
  test('reads what it wrote, and nothing else', () => {
    expect(readList(writeList([12, 7, 135]))).toEqual([12, 7, 135])
    expect(readList('12-x-<b>-12-1e9-0-7')).toEqual([12, 7])
    expect(savedIn('theme=dark; saved=3-4; seen=9')).toEqual([3, 4])
    expect(savedIn(undefined)).toEqual([])
  })

  test('of a hundred lets the oldest go', () => {
    const full = Array.from({ length: MOST_SAVED }, (_, at) => at + 1)
    const more = withSaved(full, 500, true)
    expect([more.length, more[0], more.at(-1)]).toEqual([MOST_SAVED, 500, MOST_SAVED - 1])
    expect(savedIn(`saved=${writeList(more.map((id) => id + 99_000_000))}`)).toHaveLength(MOST_SAVED)
  })
})
