import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { escapeHtml } from '../../lib/escape-html.ts'
import type { Instant } from '../../lib/instant.ts'
import { sayReason } from '../../rank/reason.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import { headlineIn } from '../../summary/headline.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import { messagesIn, type UiLanguage } from '../messages.ts'
import { paths } from '../paths.ts'

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

export const FEED_CONTENT_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

/** A list of stories to publish as a feed. */
export interface StoryFeed {
  readonly title: string
  readonly description: string
  /** Absolute addresses of the page that the feed mirrors, and of the feed itself. */
  readonly pageUrl: string
  readonly feedUrl: string
  /** Without a trailing slash. */
  readonly baseUrl: string
  readonly language: UiLanguage
  /** When the feed was updated, if it has no entries. */
  readonly asOf: Instant
  readonly stories: readonly StoryRecord[]
  /** What to read first, by story id. */
  readonly originals: ReadonlyMap<number, Original>
  /** Returns the name of an entity in the feed's language. */
  readonly nameOf: (entityId: string) => string
}

/** The item of a story to read first. */
export interface Original {
  readonly url: string
  readonly sourceName: string
}

/**
 * Renders stories as RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. A story keeps its id through every change, so that feed readers
 * update the entry they have instead of adding another.
 */
export function renderStoryFeed({ stories, originals, nameOf, ...feed }: StoryFeed, format: FeedFormat): string {
  const m = messagesIn(feed.language)
  const entries = stories.map((story): FeedEntry => {
    const headline = headlineIn(story.headline, feed.language)
    return {
      id: feed.baseUrl + paths.storyById(story.id),
      title: headline.text,
      html: storyHtml(story, feed.language, originals.get(story.id)),
      published: new Date(story.coverage.firstPublishedAt),
      updated: new Date(story.updatedAt),
      categories: [
        { term: story.kind, label: m.kinds[story.kind] },
        ...story.entityIds.slice(0, 5).map((id) => ({ term: id, label: nameOf(id) })),
      ],
      language: headline.language,
    }
  })
  return renderFeed({ ...feed, entries }, format)
}

/** One entry; `id` is also its address, unless `url` is set. */
export interface FeedEntry {
  readonly id: string
  readonly url?: string
  readonly title: string
  readonly html: string
  readonly published: Date
  readonly updated: Date
  /** Each has an id and the label that readers see. */
  readonly categories: readonly { readonly term: string; readonly label: string }[]
  readonly language: string
}

/** Renders any list as RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. */
export function renderFeed(
  feed: Omit<StoryFeed, 'stories' | 'originals' | 'nameOf'> & { readonly entries: readonly FeedEntry[] },
  format: FeedFormat,
): string {
  const title = plainXml(feed.title)
  const times = feed.entries.map((entry) => entry.updated.getTime())
  const updated = new Date(times.length > 0 ? Math.max(...times) : feed.asOf)
  const entries = feed.entries.map((entry) => ({
    ...entry,
    title: plainXml(entry.title),
    html: plainXml(entry.html),
    categories: entry.categories.map(({ term, label }) => ({ term, label: plainXml(label) })),
  }))
  switch (format) {
    case 'rss':
      return generateRssFeed({
        title,
        link: feed.pageUrl,
        description: feed.description,
        language: feed.language,
        lastBuildDate: updated,
        atom: { links: [{ href: feed.feedUrl, rel: 'self', type: 'application/rss+xml' }] },
        items: entries.map((entry) => ({
          title: entry.title,
          link: entry.url ?? entry.id,
          guid: { value: entry.id, isPermaLink: entry.url === undefined },
          pubDate: entry.published,
          description: entry.html,
          categories: entry.categories.map(({ label }) => ({ name: label })),
        })),
      })
    case 'atom':
      return generateAtomFeed({
        xml: { lang: feed.language },
        id: feed.pageUrl,
        title: { value: title, type: 'text' },
        subtitle: { value: feed.description, type: 'text' },
        updated,
        links: [
          { href: feed.feedUrl, rel: 'self', type: 'application/atom+xml' },
          { href: feed.pageUrl, rel: 'alternate', type: 'text/html' },
        ],
        authors: [{ name: 'Auspex' }],
        entries: entries.map((entry) => ({
          xml: { lang: entry.language },
          id: entry.id,
          title: { value: entry.title, type: 'text' },
          links: [{ href: entry.url ?? entry.id, rel: 'alternate', type: 'text/html' }],
          published: entry.published,
          updated: entry.updated,
          content: { value: entry.html, type: 'html' },
          categories: entry.categories,
        })),
      })
    case 'json':
      return JSON.stringify({
        ...(generateJsonFeed({
          title,
          home_page_url: feed.pageUrl,
          feed_url: feed.feedUrl,
          description: feed.description,
          language: feed.language,
          items: entries.map((entry) => ({
            id: entry.id,
            url: entry.url ?? entry.id,
            title: entry.title,
            content_html: entry.html,
            date_published: entry.published,
            date_modified: entry.updated,
            tags: entry.categories.map(({ label }) => label),
            language: entry.language,
          })),
        }) as object),
        // The generator omits an empty list; JSON Feed 1.1 requires one.
        ...(entries.length === 0 ? { items: [] } : {}),
      })
  }
}

/** Renders a story's summary, impact, reason and what to read first as HTML, with all texts escaped. */
function storyHtml(story: StoryRecord, language: UiLanguage, original?: Original): string {
  const headline = headlineIn(story.headline, language)
  const summary = summaryIn(story.summary, language)
  const text = summary.sentences.map((sentence) => sentence.text).join(' ')
  const paragraph = (words: string, lang: string) => `<p lang="${escapeHtml(lang)}">${escapeHtml(words)}</p>`
  const link = (href: string, words: string) => `<p><a href="${escapeHtml(href)}">${escapeHtml(words)}</a></p>`
  return [
    text ? paragraph(text, summary.sentences[0]?.language ?? headline.language) : '',
    summary.impact ? paragraph(summary.impact.text, summary.impact.language) : '',
    paragraph(sayReason(story.explanation, language), language),
    original ? link(original.url, messagesIn(language).readOriginalAt(original.sourceName)) : '',
  ].join('')
}

/** Removes characters that XML 1.0 forbids (section 2.2). */
function plainXml(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '',
  )
}
