import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import type { SiteDeps } from './deps.ts'
import { messagesIn, UI_LANGUAGES } from './messages.ts'
import { createSite } from './site.ts'
import { sampleDeps } from './testing/day.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-readonly-'))
let deps: SiteDeps
let site: Hono
const faults: unknown[] = []

beforeAll(async () => {
  const file = join(folder, 'auspex.db')
  const written = await openStore({ file })
  await sampleDeps({ store: written })
  await written.close()
  const store = await openStore({ file }, { readonly: true })
  const sample = await sampleDeps({ store, onFault: (fault) => faults.push(fault) }, true)
  deps = { ...sample, settings: { ...sample.settings, sendsMail: true, model: 'ollama/none', isReadonly: true } }
  site = await createSite(deps)
})
afterAll(async () => {
  await deps.store.close()
  rmSync(folder, { recursive: true, force: true })
})

const post = (at: Hono, path: string, fields: Record<string, string>) =>
  at.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields).toString(),
  })

describe('a database that can only be read', () => {
  test('is known to be one', async () => {
    expect(await deps.store.canWrite()).toBe(false)
  })

  test('is shown, and nothing is offered that would have to be written', async () => {
    for (const path of ['/', '/s/1', '/s/3', '/status', '/brief/2026-11-22']) {
      const answer = await site.request(path)
      expect(answer.status, path).toBe(200)
      expect(await answer.text(), path).not.toMatch(/\/report"|\/translation"|"\/subscribe"/)
    }
    // What is offered where it can be written.
    const { isReadonly: _, ...settings } = deps.settings
    const html = await (await (await createSite({ ...deps, settings })).request('/s/3')).text()
    for (const path of ['/s/3/report', '/s/3/translation', '/subscribe']) expect(html).toContain(`href="${path}"`)
  })

  test.each([
    '/s/1/report',
    '/s/1-slug/report',
    '/s/3/translation',
    '/subscribe',
    '/subscribe/token',
    '/unsubscribe/token',
    '/admin',
    '/admin/sign-in',
    '/admin/sources',
  ])('%s, asked for all the same, says why it is not there', async (path) => {
    for (const answer of [await site.request(path), await post(site, path, { note: 'It is not so.', password: 'x' })]) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.text()).toContain('This site only shows what is stored')
    }
  })

  test.each(UI_LANGUAGES)('says so in %s', async (language) => {
    const html = await (await site.request(`/s/1/report?lang=${language}`)).text()
    expect(html).toContain(messagesIn(language).readonlyText)
  })

  test('is no fault where it shows only in the act', async () => {
    const { isReadonly: _, ...settings } = deps.settings
    const answer = await (await createSite({ ...deps, settings })).request('/s/1/report')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('This site only shows what is stored')
  })

  test('keeps no reader from a list of their own', async () => {
    expect((await post(site, '/saved', { save: '1' })).status).toBe(303)
    expect((await post(site, '/hidden-words', { act: 'add', words: 'crypto' })).status).toBe(303)
  })
})
