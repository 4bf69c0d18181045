import { type Context, Hono } from 'hono'
import { briefDate, briefWindow } from '../../brief/brief-window.ts'
import { BRIEF_WORDS } from '../../brief/brief-words.ts'
import { writtenBrief } from '../../delivery/written-brief.ts'
import { escapeHtml } from '../../lib/escape-html.ts'
import type { SiteDeps } from '../deps.ts'
import { writeHiddenWords } from '../hidden/hidden-words.ts'
import { type Hiding, hidingBy } from '../hidden/hiding.ts'
import { shownEdition } from '../hidden/shown-edition.ts'
import { valuesIn } from '../http/request.ts'
import { messagesIn } from '../messages.ts'
import { whatWasDone } from '../pages/corrections.tsx'
import { paths, withQuery } from '../paths.ts'
import { FILTERS, knownIds, type ParameterFault, readParameters } from '../query-parameters.ts'
import { type Correction, correctionsView } from '../view/corrections.ts'
import { editionOf } from '../view/edition.ts'
import { answerLanguage, publicOrigin } from './api-context.ts'
import { feedPath } from './feed-path.ts'
import { feedRefused } from './feed-refused.ts'
import { lastChangeAt } from './last-change.ts'
import { askedAgain } from './open-reading.ts'
import { FEED_CONTENT_TYPES, FEED_FORMATS, type FeedEntry, type FeedFormat, renderFeed } from './published-feed.ts'

/** A week of editions in the brief's feed. */
const EDITIONS_IN_FEED = 7

const TEXT_FORMS = {
  md: { format: 'markdown', type: 'text/markdown; charset=utf-8' },
  txt: { format: 'text', type: 'text/plain; charset=utf-8' },
} as const

/** Creates the feeds of the brief and of the corrections, and each edition as Markdown and plain text. */
export function createEditionFeeds(deps: SiteDeps): Hono {
  const feeds = new Hono()
  const { store, settings, now } = deps
  const { timeZone } = settings

  feeds.get('/brief/:file{[0-9]{4}-[0-9]{2}-[0-9]{2}\\.(?:md|txt)}', askedAgain, async (c) => {
    const [date = '', form] = c.req.param('file').split('.') as [string, keyof typeof TEXT_FORMS]
    const { hide, faults } = hideOf(c)
    if (faults.length > 0) return feedRefused(c, faults)
    const edition = await editionOf(deps, date)
    if (!edition) return c.text(`There is no brief of ${date}.\n`, 404)
    const { format, type } = TEXT_FORMS[form]
    c.header('Content-Type', type)
    const shown = shownEdition(edition, hidingBy(hide, deps.gazetteer))
    return c.body(writtenBrief(shown, format, { language: answerLanguage(c, deps), baseUrl: publicOrigin(c, deps) }))
  })

  for (const format of FEED_FORMATS) {
    feeds.get(`/brief/feed.${format}`, askedAgain, async (c) => {
      const { hide, faults } = hideOf(c)
      if (faults.length > 0) return feedRefused(c, faults)
      return answer(c, format, {
        page: withQuery('/brief', { hide: writeHiddenWords(hide) }),
        title: messagesIn(answerLanguage(c, deps)).brief,
        entries: await editions(c, hidingBy(hide, deps.gazetteer)),
      })
    })
    feeds.get(`${paths.corrections}/feed.${format}`, askedAgain, async (c) => {
      const title = messagesIn(answerLanguage(c, deps)).editing.corrections
      return answer(c, format, { page: paths.corrections, title, entries: await corrections(c) })
    })
  }
  return feeds

  function hideOf(c: Context): { readonly hide: readonly string[]; readonly faults: readonly ParameterFault[] } {
    const { values, faults } = readParameters(valuesIn(c), { hide: FILTERS.hide }, knownIds(deps))
    return { hide: values.hide ?? [], faults }
  }

  /** Lists the editions of days that are over: an entry changes only when one of its stories is corrected. */
  async function editions(c: Context, hiding: Hiding): Promise<readonly FeedEntry[]> {
    const [language, baseUrl] = [answerLanguage(c, deps), publicOrigin(c, deps)]
    const entries: FeedEntry[] = []
    let date = briefDate(now(), timeZone)
    for (let days = 0; days < EDITIONS_IN_FEED; days++) {
      date = briefDate(briefWindow(date, timeZone).from - 1, timeZone)
      const edition = await editionOf(deps, date)
      if (!edition || edition.total === 0) continue
      const at = new Date(edition.window.to)
      entries.push({
        id: baseUrl + paths.brief(date),
        title: BRIEF_WORDS[language].title(date),
        html: bodyOf(writtenBrief(shownEdition(edition, hiding), 'html', { language, baseUrl })),
        updated: new Date(edition.amendments?.at(-1)?.at ?? at),
        ...{ published: at, categories: [], language },
      })
    }
    return entries
  }

  async function corrections(c: Context): Promise<readonly FeedEntry[]> {
    const [language, baseUrl] = [answerLanguage(c, deps), publicOrigin(c, deps)]
    const words = { m: messagesIn(language) }
    const sourcesOf = ({ sources }: Correction) =>
      sources && words.m.editing.sourcesNamed(sources.named.map(({ name }) => name).join(', '), sources.more)
    return (await correctionsView(store)).corrections.map((each) => {
      const about =
        each.headline ?? each.sourceId ?? sourcesOf(each) ?? (each.storyId === undefined ? '' : `#${each.storyId}`)
      const source = each.sourceId === undefined ? paths.sources : paths.source(each.sourceId)
      const href = each.storyId === undefined ? source : paths.storyById(each.storyId)
      const lines = [each.sentence, each.reason].filter(Boolean).map((line) => `<p>${escapeHtml(line!)}</p>`)
      const at = new Date(each.at)
      return {
        id: `${baseUrl}${paths.corrections}#${each.id}`,
        title: `${whatWasDone(each, words)}: ${about}`,
        html: `<p><a href="${escapeHtml(baseUrl + href)}">${escapeHtml(about)}</a></p>${lines.join('')}`,
        ...{ published: at, updated: at, categories: [{ term: each.what, label: whatWasDone(each, words) }], language },
      }
    })
  }

  async function answer(
    c: Context,
    format: FeedFormat,
    { page, title, entries }: { readonly page: string; readonly title: string; readonly entries: readonly FeedEntry[] },
  ) {
    const baseUrl = publicOrigin(c, deps)
    const feed = {
      title: `${settings.title}: ${title}`,
      description: title,
      pageUrl: baseUrl + page,
      feedUrl: baseUrl + feedPath(page, format, c.req.query('lang')),
      ...{ baseUrl, language: answerLanguage(c, deps), entries, asOf: await lastChangeAt(deps) },
    }
    c.header('Content-Type', FEED_CONTENT_TYPES[format])
    return c.body(renderFeed(feed, format))
  }
}

/** Returns the content of the body of an HTML page, for feed readers to show in a page of their own. */
function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body'), html.indexOf('</body>')).replace(/^<body[^>]*>/, '')
}
