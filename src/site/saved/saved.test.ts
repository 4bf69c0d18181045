import { describe, expect, test } from 'vitest'
import { sampleCommit } from '../../store/testing/samples.ts'
import { sampleSite } from '../testing/sample-site.ts'
import { MOST_SAVED, readList, savedIn, withSaved, writeList } from './saved-list.ts'

const site = sampleSite()

/** Sends the form as a browser does, and follows its cookie. */
async function send(fields: Record<string, string>, cookie = '', headers: Record<string, string> = {}) {
  const own = { 'sec-fetch-site': 'same-origin', cookie, ...headers }
  const response = await site.send('https://news.example/saved', fields, own)
  const set = response.headers.get('set-cookie') ?? undefined
  return { response, set, cookie: set?.split(';')[0] ?? '' }
}
const storiesIn = (html: string) => [...html.matchAll(/id="s(\d+)"/g)].map(([, id]) => Number(id))

describe('saved stories', () => {
  test('are put on a list and taken off it by a form alone, newest first', async () => {
    const first = await send({ save: '1' })
    expect(first.response.status).toBe(303)
    expect(first.response.headers.get('location')).toBe('/s/1#saved')
    expect(first.set).toMatch(/^saved=1\.\d+; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/)
    const second = await send({ save: '2' }, first.cookie)
    expect(storiesIn(await site.text('/saved', second.cookie))).toEqual([2, 1])
    const third = await send({ remove: '2', from: '/saved' }, second.cookie)
    expect(third.response.headers.get('location')).toBe('/saved#s2')
    expect(storiesIn(await site.text('/saved', third.cookie))).toEqual([1])
    expect((await send({ act: 'empty' }, third.cookie)).set).toContain('saved=; Path=/; Max-Age=0')
  })

  test('are marked on their pages, for their reader alone', async () => {
    expect(await site.text('/s/1', 'saved=1-2')).toContain('name="remove" value="1"')
    expect(await site.text('/s/1')).toContain('name="save" value="1"')
    expect(await site.text('/s/1', 'saved=2')).toContain('name="save" value="1"')
  })

  test('pass to another browser by an address, which changes nothing before it is kept', async () => {
    const answer = await site.request('/saved?s=2-1-999999', { headers: { cookie: 'saved=1' } })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const html = await answer.text()
    expect(storiesIn(html)).toEqual([2, 1])
    expect(html).toContain('1 more story is no longer here.')
    const kept = await send({ act: 'keep', list: '2-1' }, 'saved=1')
    expect(kept.cookie).toMatch(/^saved=2\.\d+-1\.\d+$/)
  })

  test('are saved from every list, which the button leads back to', async () => {
    for (const path of [
      '/',
      '/?kind=release',
      '/search?q=Northlight',
      '/pulse',
      '/entity/northlight',
      '/brief/2026-11-22',
    ]) {
      const html = await site.text(path)
      const [, from] = /<form id="save" [^>]*><input type="hidden" name="from" value="([^"]*)"/.exec(html) ?? []
      const [, id = ''] =
        /<button type="submit" form="save" name="save" value="(\d+)">Save<span class="vh">: /.exec(html) ?? []
      expect(from, path).toBe(path)
      const { response, cookie } = await send({ save: id, from: from! })
      expect(response.headers.get('location')).toBe(`${path}#s${id}`)
      expect(await site.text(path, cookie), path).toContain(`name="remove" value="${id}">Saved; take off`)
      expect(await site.text(path), path).not.toContain('name="remove"')
    }
  })

  test('lead back to no other site', async () => {
    for (const from of [
      'https://evil.example/',
      '//evil.example/',
      '/.//evil.example',
      '/\\evil.example',
      'evil',
      '',
    ]) {
      const { response } = await send({ save: '1', from })
      expect(response.headers.get('location'), from).toBe('/s/1#saved')
    }
  })

  test('tell what changed since each was saved, until its reader has seen it', async () => {
    const saved = await send({ save: '1' })
    const other = await send({ save: '2' }, saved.cookie)
    expect(await site.text('/saved', other.cookie)).not.toContain('New since')
    const at = site.deps.now()
    const { cursor } = await site.deps.store.engineState()
    await site.deps.store.commitStories(
      sampleCommit({
        cursor,
        events: [
          { storyId: 1, type: 'headline', at, data: { from: 'a', to: 'b' } },
          { storyId: 1, type: 'summary', at, data: { from: 'a', to: 'b' } },
          { storyId: 1, type: 'summary', at, data: { from: 'b', to: 'c' } },
          { storyId: 2, type: 'rank', at, data: { from: 1, to: 2 } },
        ],
      }),
    )
    const html = await site.text('/saved', other.cookie)
    const seq = /^saved=2\.\d+-1\.(\d+)$/.exec(other.cookie)![1]
    expect(html).toContain(`<a href="/s/1?since=${seq}#since">New since you saved it or looked: `)
    expect(html).toContain('Headline changed and Summary changed × 2')
    expect(html.match(/New since/g)).toHaveLength(1)
    const seen = await send({ act: 'seen' }, other.cookie)
    expect(storiesIn(await site.text('/saved', seen.cookie))).toEqual([2, 1])
    expect(await site.text('/saved', seen.cookie)).not.toContain('New since')
    // A list that came by an address is another reader's: what they saw is not known.
    expect(await site.text('/saved?s=1')).not.toContain('New since')
  })

  test('are changed by no other site, and by no form that cannot be meant', async () => {
    const others: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'content-type': 'text/plain' }]
    for (const headers of others) {
      const { response, set } = await send({ save: '1' }, '', headers)
      expect(response.status).toBe(400)
      expect(set).toBeUndefined()
    }
    for (const fields of [{ save: '-1' }, { story: '1', act: 'sell' }, { save: '0' }, {}]) {
      expect((await send(fields as Record<string, string>)).response.status).toBe(400)
    }
  })

  test('an empty list says how it is filled', async () => {
    expect(await site.text('/saved?lang=ko')).toContain('아직 저장한 이슈가 없습니다')
  })
})

describe('the list', () => {
  test('reads what it wrote, and nothing else', () => {
    const list = [{ id: 12, seq: 4711 }, { id: 7 }, { id: 135, seq: 0 }]
    expect(writeList(list)).toBe('12.4711-7-135.0')
    expect(readList(writeList(list))).toEqual(list)
    expect(readList('12.x-x-<b>-12-1e9-0-7.1.2')).toEqual([{ id: 12 }, { id: 7, seq: 1 }])
    expect(savedIn('theme=dark; saved=3-4; seen=9')).toEqual([{ id: 3 }, { id: 4 }])
    expect(savedIn(undefined)).toEqual([])
  })

  test('of a hundred lets the oldest go', () => {
    const full = Array.from({ length: MOST_SAVED }, (_, at) => ({ id: at + 1, seq: 1 }))
    const more = withSaved(full, [{ id: 500, seq: 2 }], true)
    expect([more.length, more[0]?.id, more.at(-1)?.id]).toEqual([MOST_SAVED, 500, MOST_SAVED - 1])
    const large = more.map(({ id }) => ({ id: id + 99_000_000, seq: 999_000_000 }))
    expect(savedIn(`saved=${writeList(large)}`)).toEqual(large)
  })
})
