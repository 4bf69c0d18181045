import type { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { createSite } from '../site.ts'
import { sampleDeps } from './day.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** A site with the sample day, open while the tests of a file run. */
export interface SampleSite {
  readonly deps: SiteDeps
  readonly request: Hono['request']
  /** Returns the body of a page. */
  text(url: string, cookie?: string): Promise<string>
  /** Sends a form. */
  send(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
}

export interface SampleSiteOptions extends Partial<Omit<SiteDeps, 'settings'>> {
  /** Settings other than those of the sample. */
  readonly settings?: Partial<SiteDeps['settings']>
  /** Whether each test has a site of its own. */
  readonly isFresh?: boolean
}

/** Opens a site before the tests of a file, or of a `describe`, and closes its store after them. Nothing of it can be used before. */
export function sampleSite({ settings, isFresh = false, ...more }: SampleSiteOptions = {}): SampleSite {
  let deps: SiteDeps
  let app: Hono
  const [before, after] = isFresh ? [beforeEach, afterEach] : [beforeAll, afterAll]
  before(async () => {
    const sample = await sampleDeps(more)
    deps = { ...sample, settings: { ...sample.settings, ...settings } }
    app = await createSite(deps)
  })
  after(() => deps.store.close())
  const request: Hono['request'] = (...asked) => app.request(...asked)
  return {
    get deps() {
      return deps
    },
    request,
    text: async (url, cookie = '') => (await request(url, { headers: { cookie } })).text(),
    send: async (url, fields, headers) =>
      request(url, { method: 'POST', headers: { ...FORM, ...headers }, body: new URLSearchParams(fields).toString() }),
  }
}
