import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import type { Context } from 'hono'
import { answerVersion } from '../../hub/decide/answer-version.ts'
import { whatIfWords } from '../../hub/decide/what-if.ts'
import { newestDatum } from '../../hub/freshness.ts'
import type { Atlas } from '../../hub/types.ts'
import { escapeHtml } from '../../lib/escape-html.ts'
import type { SiteDeps } from '../deps.ts'
import { preferencesOf } from '../http/preferences.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { UiLanguage } from '../messages.ts'
import { needsOfQuery, needsPath } from '../needs-query.ts'
import { paths } from '../paths.ts'
import { type DecideView, decideView } from '../view/decide.ts'
import { FEED_CONTENT_TYPES } from './published-feed.ts'

/**
 * A saved decision as a feed: the answer, whose id changes when the answer does, what stories would change it, and the newest
 * stories that speak of what it rests on. A feed reader, or a program that forwards feeds to a webhook, so learns of a change.
 */
export async function decisionFeed(c: Context, deps: SiteDeps, origin: string): Promise<Response> {
  const { language } = preferencesOf(
    { header: (name) => c.req.header(name), query: (name) => c.req.query(name) },
    deps.settings.defaultLanguage,
  )
  const asked = needsOfQuery((name) => c.req.query(name), deps.atlas)
  const view = await decideView(deps, asked, language)
  const { decision } = view
  if (!decision) return c.json({ error: 'needs', problems: view.problems }, 400)
  const page = origin + needsPath(paths.decide, decision.needs)
  const self = origin + needsPath(c.req.path, decision.needs)
  const title = `${deps.settings.title}: ${hubMessagesIn(language).decideHead}`
  const entries = entriesOf(view, page, origin, deps.atlas, language)
  const updated = new Date(Math.max(...entries.map((entry) => entry.updated)))
  if (c.req.path.endsWith('.json')) {
    const feed = generateJsonFeed({
      title,
      home_page_url: page,
      feed_url: self,
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        content_html: entry.html,
        date_modified: new Date(entry.updated),
      })),
    } as never)
    return c.body(typeof feed === 'string' ? feed : JSON.stringify(feed), 200, {
      'Content-Type': FEED_CONTENT_TYPES.json,
    })
  }
  const feed = generateAtomFeed({
    id: page,
    title,
    updated,
    links: [{ href: page }, { href: self, rel: 'self' }],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      updated: new Date(entry.updated),
      links: [{ href: entry.url }],
      content: { value: entry.html, type: 'html' },
      authors: [{ name: deps.settings.title }],
    })),
  } as never)
  return c.body(feed, 200, { 'Content-Type': FEED_CONTENT_TYPES.atom })
}

function entriesOf(
  { decision, stories, changes }: DecideView,
  page: string,
  origin: string,
  atlas: Atlas,
  language: UiLanguage,
) {
  const { sentences, needs } = decision!
  const newest = Object.values(stories)
    .flat()
    .sort((a, b) => b.at - a.at)
  const answer = {
    id: `${page}#${answerVersion(decision!)}`,
    url: page,
    title: sentences[0]!.text,
    html: sentences.map(({ text }) => `<p>${escapeHtml(text)}</p>`).join(''),
    updated: Math.max(newest[0]?.at ?? 0, newestDatum(atlas)),
  }
  const changed = changes.map((change) => {
    const { evidence } = change.suppositions[0]!
    const because = change.suppositions.map((each) => each.evidence)
    return {
      id: `${page}#change-${change.suppositions.map((each) => `${each.evidence.storyId}-${each.hub}-${each.criterion}`).join('-')}`,
      url: origin + paths.storyById(evidence.storyId),
      title: whatIfWords(change, needs, atlas, language),
      html: because.map(({ quote }) => `<p><q>${escapeHtml(quote)}</q></p>`).join(''),
      updated: Math.max(...because.map(({ at }) => at)),
    }
  })
  const news = newest.slice(0, 10).map((line) => ({
    id: `${page}#story-${line.storyId}-${line.facet}`,
    url: origin + paths.storyById(line.storyId),
    title: line.quote,
    html: `<p><q>${escapeHtml(line.quote)}</q></p>`,
    updated: line.at,
  }))
  return [answer, ...changed, ...news]
}
