import { beforeEach, describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../../lib/instant.ts'
import type { StoryCommit } from '../../store/story-types.ts'
import { NOON } from '../testing/day.ts'
import { sampleSite } from '../testing/sample-site.ts'
import { hashPassword } from './password.ts'

const PASSWORD = 'correct horse battery'
let now: number
beforeEach(() => {
  now = NOON
})
const site = sampleSite({ now: () => now, isFresh: true })

const text = async (response: Response | Promise<Response>) => (await response).text()

async function signIn(): Promise<{ cookie: string; csrf: string }> {
  const response = await site.send('/admin/sign-in', { password: PASSWORD })
  expect(response.status).toBe(303)
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!
  const page = await text(site.request('/admin', { headers: { cookie } }))
  return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page)![1]! }
}

describe('the operator’s pages', () => {
  test('say how to set a password while there is none', async () => {
    const response = await site.request('/admin')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('auspex admin password')
    expect((await site.send('/admin/sign-in', { password: '' })).status).toBe(401)
  })

  describe('with a password', () => {
    beforeEach(async () => site.deps.store.admin.setPasswordHash(await hashPassword(PASSWORD)))

    test.each(['/admin', '/admin/s/1', '/admin.json', '/admin/s/1.json', '/admin?act=1'])(
      '%s shows nothing but the form to who is not signed in',
      async (path) => {
        await site.deps.store.reports.add({ storyId: 1, sentence: '', note: 'secret note', language: 'en', at: NOON })
        const response = await site.request(path, { headers: { cookie: `operator=${'x'.repeat(32)}` } })
        expect(response.status).toBe(401)
        expect(response.headers.get('cache-control')).toBe('private, no-store')
        expect(await response.text()).not.toContain('secret note')
      },
    )

    test('saved decisions are listed with their answer, and can be forgotten', async () => {
      const { cookie, csrf } = await signIn()
      const saved = { target: 'https://a.example/in', language: 'en', createdAt: NOON }
      await site.deps.store.savedDecisions.save({ ...saved, name: 'ours', needs: '{"criteria":[{"id":"carbon"}]}' })
      await site.deps.store.savedDecisions.save({ ...saved, name: 'old <b>', needs: '{"criteria":[{"id":"gone"}]}' })
      const page = await text(site.request('/admin', { headers: { cookie } }))
      expect(page).toContain('<a href="/hub/decide?c.carbon=1">ours</a> → https://a.example/in')
      expect(page).toContain('old &lt;b&gt; → https://a.example/in')
      const forget = (token: string) =>
        site.send('/admin/forget-decision', { csrf: token, name: 'ours' }, { cookie, origin: 'http://localhost' })
      expect((await forget('wrong')).status).toBe(403)
      expect((await forget(csrf)).status).toBe(303)
      expect((await site.deps.store.savedDecisions.list()).map(({ name }) => name)).toEqual(['old <b>'])
    })

    test('saved searches and decisions that cannot be read are named, and the others are listed', async () => {
      const { cookie } = await signIn()
      const saved = { target: 'https://a.example/in', language: 'en', createdAt: NOON }
      await site.deps.store.savedSearches.save({ ...saved, name: 'whole', needs: '{"words":"grid"}' })
      await site.deps.store.savedSearches.save({ ...saved, name: 'half', needs: '{"words":' })
      await site.deps.store.savedDecisions.save({ ...saved, name: 'cut off', needs: '{"criteria":' })
      const page = await text(site.request('/admin', { headers: { cookie } }))
      expect(page).toContain('whole → https://a.example/in')
      expect(page).toMatch(/half → https:\/\/a\.example\/in<\/p><p class="meta">Cannot be read as it is stored/)
      expect(page).toContain('<span lang="en">what is looked for is no JSON object</span>')
      expect(page.match(/Cannot be read as it is stored/g)).toHaveLength(1)
      expect(page).toMatch(/cut off → https:\/\/a\.example\/in<\/p><p class="meta">Cannot be answered any more/)
    })

    test('the cookie cannot be read by scripts, nor sent by other sites', async () => {
      const response = await site.send('/admin/sign-in', { password: PASSWORD })
      expect(response.headers.get('set-cookie')).toMatch(
        /^operator=[\w-]{32}; Path=\/admin; HttpOnly; SameSite=Strict; Max-Age=86400$/,
      )
      const secure = await site.send('/admin/sign-in', { password: PASSWORD }, { 'x-forwarded-proto': 'https' })
      expect(secure.headers.get('set-cookie')).toContain('; Secure')
    })

    test('lock out who guesses', async () => {
      for (let tries = 0; tries < 4; tries++) await site.deps.store.admin.noteFailure('unknown', now)
      expect((await site.send('/admin/sign-in', { password: 'no' })).status).toBe(401)
      const locked = await site.send('/admin/sign-in', { password: PASSWORD })
      expect(locked.status).toBe(429)
      expect(await locked.text()).toContain('wait 15 minutes')
      now += 15 * MINUTE_MS
      expect((await site.send('/admin/sign-in', { password: PASSWORD })).status).toBe(303)
    })

    test('show what the engine doubted, and keep what is judged of it', async () => {
      const { cookie, csrf } = await signIn()
      const page = await text(site.request('/admin/pairs', { headers: { cookie } }))
      expect(page).toContain('Same event?')
      expect((await site.request('/admin/pairs')).status).toBe(401)
      const judge = (fields: Record<string, string>, token = csrf) =>
        site.send('/admin/judge', { csrf: token, ...fields }, { cookie })
      expect((await judge({ one: '1', other: '2', same: 'no' }, 'forged')).status).toBe(403)
      expect((await judge({ one: '1', other: '999999', same: 'no' })).status).toBe(303)
      expect((await judge({ one: '1', other: '1', same: 'no' })).status).toBe(303)
      expect(await site.deps.store.labels.judgements()).toEqual([])
      await judge({ one: '2', other: '1', same: 'no' })
      expect(await site.deps.store.labels.judgements()).toMatchObject([{ itemIds: [1, 2], isSame: false, at: now }])
      expect(await text(site.request('/admin/pairs', { headers: { cookie } }))).toContain('Pairs judged: 1.')
    })

    test('ask for an act, with its reason', async () => {
      const { cookie, csrf } = await signIn()
      const asked = site.send(
        '/admin/act',
        { csrf, act: 'retract', story: '1', reason: 'a hoax', back: '/admin/s/1' },
        { cookie },
      )
      // The story thread answers; here the test is it.
      await expect.poll(() => site.deps.store.operator.acts({ limit: 1 }), { timeout: 10_000 }).toHaveLength(1)
      const act = { id: 1, state: 'refused', answer: 'Not now.', at: NOON } as const
      const { cursor } = await site.deps.store.engineState()
      await site.deps.store.commitStories({ cursor, stories: [], members: [], merges: [], events: [], act })
      const response = await asked
      expect(response.headers.get('location')).toBe('/admin/s/1?act=1')
      const page = await text(site.request('/admin/s/1?act=1', { headers: { cookie } }))
      expect(page).toContain('Story retracted: refused')
      expect(page).toContain('Not now.')
    })

    test('undo what can be undone, once', async () => {
      const { cookie, csrf } = await signIn()
      const at = NOON
      const { operator } = site.deps.store
      const commit = async (act: StoryCommit['act']) => {
        const { cursor } = await site.deps.store.engineState()
        await site.deps.store.commitStories({ cursor, stories: [], members: [], merges: [], events: [], act })
      }
      for (const text of ['Ours', 'Ours again'])
        await operator.ask({ act: { type: 'headline', storyId: 1, text }, reason: 'r', at })
      const undo = { type: 'ruling', storyId: 1, key: 'headline', after: 'Ours' } as const
      await commit({ id: 1, state: 'applied', answer: '', at, undo })
      await commit({ id: 2, state: 'applied', answer: '', at })
      const page = () => text(site.request('/admin', { headers: { cookie } }))
      const listed = await page()
      expect(listed).toContain('Undo act 1')
      expect(listed).not.toContain('Undo act 2')
      const asked = site.send(
        '/admin/act',
        { csrf, act: 'undo', undo: '1', reason: 'too quick', back: '/admin' },
        { cookie },
      )
      await expect
        .poll(() => operator.act(3), { timeout: 10_000 })
        .toMatchObject({ act: { type: 'undo', act: 1 }, reason: 'too quick' })
      await commit({ id: 3, state: 'applied', answer: '', at, undoes: 1 })
      await asked
      const after = await page()
      expect(after).not.toContain('Undo act 1')
      expect(after).toContain('Taken back since, by act 3')
      const corrections = await text(site.request('/corrections'))
      expect(corrections).toContain('Taken back: Headline corrected')
      expect(corrections).toContain('<a href="#act-1">It takes back act 1</a>')
      expect(corrections).toContain('<a href="#act-3">Taken back since, by act 3</a>')
    })

    test('after a merge the other story has the note of it', async () => {
      const { cookie } = await signIn()
      const { cursor } = await site.deps.store.engineState()
      const merges = [{ from: 6, into: 1 }]
      await site.deps.store.commitStories({ cursor, stories: [], members: [], merges, events: [] })
      const response = await site.request('/admin/s/6?act=12', { headers: { cookie } })
      expect([response.status, response.headers.get('location')]).toEqual([303, '/admin/s/1?act=12'])
    })

    test('say so when a form is not whole, and what each act was about', async () => {
      const { cookie, csrf } = await signIn()
      const response = await site.send('/admin/act', { csrf, act: 'retract', story: '1', reason: ' ' }, { cookie })
      const location = response.headers.get('location')!
      expect(await text(site.request(location, { headers: { cookie } }))).toContain('Nothing was done')
      await site.deps.store.operator.ask({ act: { type: 'merge', storyId: 3, into: 1 }, reason: 'one event', at: NOON })
      expect(await text(site.request('/admin', { headers: { cookie } }))).toContain(
        'Stories merged (<a href="/admin/s/3">story 3</a> → <a href="/admin/s/1">story 1</a>): one event',
      )
    })

    test.each([
      ['without the token', {}, {}],
      ['with another token', { csrf: 'x'.repeat(32) }, {}],
      ['from another site', undefined, { origin: 'https://evil.example' }],
      ['from another site, as the browser says', undefined, { 'sec-fetch-site': 'cross-site' }],
    ])('a form %s does nothing', async (_name, fields, headers) => {
      const { cookie, csrf } = await signIn()
      const body = { ...(fields ?? { csrf }), act: 'retract', story: '1', reason: 'r' } as Record<string, string>
      expect((await site.send('/admin/act', body, { cookie, ...headers })).status).toBe(403)
      expect(await site.deps.store.operator.acts({ limit: 9 })).toEqual([])
    })

    test('sign out', async () => {
      const { cookie, csrf } = await signIn()
      expect((await site.send('/admin/sign-out', { csrf }, { cookie })).headers.get('set-cookie')).toContain(
        'Max-Age=0',
      )
      expect((await site.request('/admin', { headers: { cookie } })).status).toBe(401)
    })

    test('close reports and revive what was given up', async () => {
      const { cookie, csrf } = await signIn()
      await site.deps.store.reports.add({
        storyId: 1,
        sentence: 'It is.',
        note: '<b>not</b>',
        language: 'en',
        at: NOON,
      })
      const mail = { kind: 'mail', target: 'a@b.example', subject: 's', body: '{}', createdAt: NOON } as const
      await site.deps.store.deliveries.add([mail])
      await site.deps.store.deliveries.settle(1, { state: 'dead', nextAt: NOON, lastError: 'no such box', attempts: 8 })
      const page = await text(site.request('/admin', { headers: { cookie } }))
      expect(page).toContain('&lt;b&gt;not&lt;/b&gt;')
      expect(page).toContain('no such box')
      await site.send('/admin/close-report', { csrf, id: '1' }, { cookie })
      await site.send('/admin/revive', { csrf, id: '1' }, { cookie })
      expect(await site.deps.store.reports.count({ isOpen: true })).toBe(0)
      expect(await site.deps.store.deliveries.count()).toMatchObject({ waiting: 1, dead: 0 })
    })
  })
})
