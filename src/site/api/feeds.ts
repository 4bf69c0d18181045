import { type Context, Hono } from 'hono'
import { HOUR_MS } from '../../lib/instant.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import { headlineIn } from '../../summary/headline.ts'
import type { SiteDeps } from '../deps.ts'
import { STORY_PATH } from '../forms/story-ref.ts'
import { frontPath, readFrontQuery } from '../front-query.ts'
import { writeHiddenWords } from '../hidden/hidden-words.ts'
import { hidingBy } from '../hidden/hiding.ts'
import { numberOfRef } from '../http/record-number.ts'
import { valuesIn } from '../http/request.ts'
import { messagesIn } from '../messages.ts'
import { paths, withQuery } from '../paths.ts'
import { FILTERS, knownIds, readParameters } from '../query-parameters.ts'
import { safeHref } from '../safe-href.ts'
import { readSearchQuery, searchPath } from '../search-query.ts'
import { storyFilter } from '../view/front.ts'
import { rankWith } from '../view/rank-again.ts'
import { searchFilter } from '../view/search.ts'
import { sourceNames } from '../view/source-names.ts'
import { answerLanguage, publicOrigin } from './api-context.ts'
import { feedPath } from './feed-path.ts'
import { feedRefused } from './feed-refused.ts'
import { lastChangeAt } from './last-change.ts'
import { askedAgain } from './open-reading.ts'
import { FEED_CONTENT_TYPES, FEED_FORMATS, type FeedFormat, type Original, renderStoryFeed } from './published-feed.ts'

const STORIES_IN_FEED = 50

/** Creates the published feeds: the front page with its filters, a search, an entity, a story; each as RSS, Atom and JSON Feed. */
export function createFeeds(deps: SiteDeps): Hono {
  const feeds = new Hono()
  const { store, gazetteer, settings } = deps

  for (const format of FEED_FORMATS) {
    feeds.get(`/feed.${format}`, askedAgain, async (c) => {
      const { query, faults } = readFrontQuery(valuesIn(c), knownIds(deps))
      if (faults.length > 0) return feedRefused(c, faults)
      const since = deps.now() - (query.hours ?? settings.windowHours) * HOUR_MS
      const order = query.order ?? 'score'
      const { isShown } = hidingBy(query.hide ?? [], gazetteer)
      const { stories } = await store.listStories({
        ...storyFilter(query, since),
        order,
        limit: STORIES_IN_FEED,
        isShown,
      })
      const ranked = query.weights ? rankWith(query.weights, settings.weights, stories, deps.now()) : stories
      const what = [query.kind, query.entity, query.hub, query.language].filter(Boolean).join(', ')
      return answer(
        c,
        format,
        frontPath(query),
        what ? `${settings.title}: ${what}` : settings.title,
        ranked.filter(isShown),
      )
    })

    // A search as a feed is an alert without an account.
    feeds.get(`${paths.search}/feed.${format}`, askedAgain, async (c) => {
      const { query, faults } = readSearchQuery(valuesIn(c), knownIds(deps))
      if (faults.length > 0) return feedRefused(c, faults)
      const { isShown } = hidingBy(query.hide ?? [], gazetteer)
      const filter = { ...searchFilter(query, deps.now()), isShown }
      const { stories } = query.q
        ? await store.searchStories(query.q, STORIES_IN_FEED, undefined, filter)
        : { stories: [] }
      const what = [query.q, query.kind, query.language].filter(Boolean).join(', ')
      return answer(c, format, searchPath(query), `${settings.title}: ${what}`, stories.filter(isShown))
    })

    feeds.get(`/entity/:id/feed.${format}`, askedAgain, async (c) => {
      const id = c.req.param('id')
      if (!gazetteer.entity(id)) return c.text(`There is no entity ${JSON.stringify(id.slice(0, 100))}.\n`, 404)
      const { values, faults } = readParameters(valuesIn(c), { hide: FILTERS.hide }, knownIds(deps))
      if (faults.length > 0) return feedRefused(c, faults)
      const { hide } = values
      const { isShown } = hidingBy(hide ?? [], gazetteer)
      const { stories } = await store.listStories({ entityId: id, order: 'newest', limit: STORIES_IN_FEED, isShown })
      const page = withQuery(paths.entity(id), { hide: hide && writeHiddenWords(hide) })
      const name = gazetteer.displayName(id, answerLanguage(c, deps))
      return answer(c, format, page, `${settings.title}: ${name}`, stories.filter(isShown))
    })

    feeds.get(`${STORY_PATH}/feed.${format}`, askedAgain, async (c) => {
      const id = numberOfRef(c.req.param('ref'))
      if (id === undefined) return c.notFound()
      const found = await store.story(id)
      if (found?.type === 'moved') return c.redirect(`${paths.storyById(found.into)}/feed.${format}`, 301)
      if (found?.type !== 'story') return c.text(`There is no story ${id}.\n`, found ? 410 : 404)
      const { story } = found
      return answer(
        c,
        format,
        paths.storyById(id),
        `${settings.title}: ${headlineIn(story.headline, answerLanguage(c, deps)).text}`,
        [story],
      )
    })
  }
  return feeds

  async function answer(c: Context, format: FeedFormat, page: string, title: string, stories: readonly StoryRecord[]) {
    const baseUrl = publicOrigin(c, deps)
    const language = answerLanguage(c, deps)
    const body = renderStoryFeed(
      {
        title,
        description: settings.isDemo ? messagesIn(language).demoNote : messagesIn(language).feedAbout,
        pageUrl: baseUrl + page,
        feedUrl: baseUrl + feedPath(page, format, c.req.query('lang')),
        baseUrl,
        language,
        asOf: await lastChangeAt(deps),
        stories,
        originals: await originalsOf(store, stories),
        nameOf: (id) => gazetteer.displayName(id, language),
      },
      format,
    )
    c.header('Content-Type', FEED_CONTENT_TYPES[format])
    return c.body(body)
  }
}

/** Finds what to read first of each story: the primary document if there is one. Takes two queries for any number of stories. */
async function originalsOf(store: Store, stories: readonly StoryRecord[]): Promise<ReadonlyMap<number, Original>> {
  const items = await store.items(stories.map(({ coverage }) => coverage.originalItemId))
  const names = await sourceNames(
    store,
    items.map(({ sourceId }) => sourceId),
  )
  const byId = new Map(items.map((item) => [item.id, item]))
  return new Map(
    stories.flatMap((story): [number, Original][] => {
      const item = byId.get(story.coverage.originalItemId)
      const url = safeHref(item?.url)
      return item && url ? [[story.id, { url, sourceName: names[item.sourceId] ?? item.sourceId }]] : []
    }),
  )
}
