import type { Context } from 'hono'
import type { Atlas } from '../../hub/atlas-types.ts'
import { answerVersion } from '../../hub/decide/answer-version.ts'
import { whatIfWords } from '../../hub/decide/what-if.ts'
import { newestDatum } from '../../hub/freshness.ts'
import { escapeHtml } from '../../lib/escape-html.ts'
import type { Instant } from '../../lib/instant.ts'
import type { SiteDeps } from '../deps.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { UiLanguage } from '../messages.ts'
import { needsOfQuery, needsPath } from '../needs-query.ts'
import { paths } from '../paths.ts'
import { type DecideView, decideView } from '../view/decide.ts'
import { answerLanguage, publicOrigin } from './api-context.ts'
import { feedPath } from './feed-path.ts'
import { needsFault } from './needs-fault.ts'
import { FEED_CONTENT_TYPES, type FeedEntry, type FeedFormat, renderFeed } from './published-feed.ts'

/**
 * Serves the answer to the needs of an address as a feed, so that a feed reader, or a program that forwards feeds to a webhook, learns of
 * a change. Its entries are the answer, whose id changes when the answer does; the stories that would change it; and the ten newest
 * quotations about what it rests on.
 */
export async function decisionFeed(c: Context, deps: SiteDeps, format: FeedFormat): Promise<Response> {
  const [language, origin] = [answerLanguage(c, deps), publicOrigin(c, deps)]
  const asked = needsOfQuery((name) => c.req.query(name), deps.atlas)
  const view = await decideView(deps, asked, language)
  const { decision } = view
  if (!decision) return c.json(needsFault(view.problems, language), 400)
  const page = origin + needsPath(paths.decide, decision.needs)
  const feed = renderFeed(
    {
      title: `${deps.settings.title}: ${hubMessagesIn(language).decideHead}`,
      description: decision.sentences[0]!.text,
      pageUrl: page,
      feedUrl: origin + feedPath(needsPath(paths.decide, decision.needs), format, c.req.query('lang')),
      baseUrl: origin,
      language,
      asOf: newestDatum(deps.atlas),
      entries: entriesOf(view, page, origin, deps.atlas, language),
    },
    format,
  )
  return c.body(feed, 200, { 'Content-Type': FEED_CONTENT_TYPES[format] })
}

function entriesOf(
  { decision, stories, changes }: DecideView,
  page: string,
  origin: string,
  atlas: Atlas,
  language: UiLanguage,
): readonly FeedEntry[] {
  const { sentences, needs } = decision!
  const newest = Object.values(stories)
    .flat()
    .sort((a, b) => b.at - a.at)
  const entry = (at: Instant, more: Pick<FeedEntry, 'id' | 'url' | 'title' | 'html'>): FeedEntry => ({
    ...more,
    published: new Date(at),
    updated: new Date(at),
    categories: [],
    language,
  })
  const answer = entry(Math.max(newest[0]?.at ?? 0, newestDatum(atlas)), {
    id: `${page}#${answerVersion(decision!)}`,
    url: page,
    title: sentences[0]!.text,
    html: sentences.map(({ text }) => `<p>${escapeHtml(text)}</p>`).join(''),
  })
  const changed = changes.map((change) => {
    const { evidence } = change.suppositions[0]!
    const because = change.suppositions.map((each) => each.evidence)
    return entry(Math.max(...because.map(({ at }) => at)), {
      id: `${page}#change-${change.suppositions.map((each) => `${each.evidence.storyId}-${each.hub}-${each.criterion}`).join('-')}`,
      url: origin + paths.storyById(evidence.storyId),
      title: whatIfWords(change, needs, atlas, language),
      html: because.map(({ quote }) => `<p><q>${escapeHtml(quote)}</q></p>`).join(''),
    })
  })
  const news = newest.slice(0, 10).map((line) =>
    entry(line.at, {
      id: `${page}#story-${line.storyId}-${line.facet}`,
      url: origin + paths.storyById(line.storyId),
      title: line.quote,
      html: `<p><q>${escapeHtml(line.quote)}</q></p>`,
    }),
  )
  return [answer, ...changed, ...news]
}
