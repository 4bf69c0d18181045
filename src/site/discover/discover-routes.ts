import type { Hono } from 'hono'
import { publicOrigin } from '../api/api-context.ts'
import { askedAgain } from '../api/open-reading.ts'
import type { SiteDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import { llmsText } from './llms-text.ts'
import { type SitemapEntry, sitemapXml } from './sitemap.ts'

/** Stories in the sitemap; older ones are found through links. */
const STORIES_NAMED = 500
/** Paths that are of no use to robots: a stream, pages of one reader, and as many searches as there are words. */
const NOT_FOR_ROBOTS = [paths.events, paths.search, paths.saved, paths.hiddenWords, paths.admin]

/** Adds robots.txt (RFC 9309), a sitemap and llms.txt, which tell robots, search engines and models what there is. */
export function addDiscovery(app: Hono, deps: SiteDeps): void {
  const hasHubs = deps.settings.hasHubs !== false
  app.get('/robots.txt', (c) => {
    const refused = NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}\n`).join('')
    return c.text(`User-agent: *\n${refused}\nSitemap: ${publicOrigin(c, deps)}${paths.sitemap}\n`)
  })
  app.get(paths.sitemap, askedAgain, async (c) => {
    const body = sitemapXml(publicOrigin(c, deps), [...pagesOf(deps, hasHubs), ...(await storiesOf(deps))])
    return c.body(body, 200, { 'Content-Type': 'application/xml; charset=utf-8' })
  })
  app.get('/llms.txt', askedAgain, (c) => c.text(llmsText(deps.settings.title, publicOrigin(c, deps), hasHubs)))
}

function pagesOf({ atlas }: SiteDeps, hasHubs: boolean): readonly SitemapEntry[] {
  const { front, archive, pulse, sources, methods, corrections, api, hubs, decide } = paths
  const ofHubs = hasHubs ? [hubs, decide, ...atlas.hubs.map(({ id }) => paths.hubPage(id))] : []
  return [front, archive(), pulse, sources, methods, corrections, api, ...ofHubs].map((path) => ({ path }))
}

async function storiesOf({ store }: SiteDeps): Promise<readonly SitemapEntry[]> {
  const { stories } = await store.listStories({ order: 'newest', limit: STORIES_NAMED })
  return stories.map((story) => ({ path: paths.storyById(story.id), changedAt: story.updatedAt }))
}
