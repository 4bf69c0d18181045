import { countAt, isRecord, listAt, mapReadable, textAt, valueAt } from './json-value.ts'
import { resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed } from './types.ts'

/** Whether a value is a list of Lobsters: `/hottest.json`, `/newest.json`, `/t/TAG.json`. */
export function isLobsters(value: unknown): boolean {
  return Array.isArray(value) && value.some((story) => isRecord(story) && 'short_id_url' in story)
}

/** Reads submissions with their score and number of comments; the tags are their categories. */
export function parseLobsters(value: unknown): ParsedFeed {
  const entries = mapReadable(Array.isArray(value) ? value : [], lobstersEntry)
  const link = entries[0]?.link === undefined ? undefined : new URL('/', entries[0].link).href
  return { title: 'Lobsters', link, authors: [], language: 'en', entries, isSalvaged: false }
}

function lobstersEntry(story: unknown): Entry | undefined {
  const discussion = resolveUrl(textAt(story, 'short_id_url')) ?? resolveUrl(textAt(story, 'comments_url'))
  const title = textAt(story, 'title')
  if (!discussion || !title) return undefined
  const submitter = textAt(valueAt(story, 'submitter_user'), 'username') ?? textAt(story, 'submitter_user')
  return {
    id: discussion,
    link: discussion,
    title,
    content: textAt(story, 'description'),
    authors: submitter ? [submitter] : [],
    published: textAt(story, 'created_at'),
    categories: listAt(story, 'tags').filter((tag): tag is string => typeof tag === 'string'),
    enclosures: [],
    pointsTo: resolveUrl(textAt(story, 'url')),
    points: countAt(story, 'score'),
    comments: countAt(story, 'comment_count'),
  }
}
