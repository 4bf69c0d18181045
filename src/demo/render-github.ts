import { isoInstant } from '../lib/instant.ts'
import { addressOf, statusNumber } from './entry-address.ts'
import { publishedInstant } from './entry-instant.ts'
import { entryPlainText } from './entry-markup.ts'
import type { FeedPage } from './render-feed.ts'

/** Renders a feed as a repository's releases in GitHub's REST API (docs.github.com/rest/releases/releases). */
export function renderGitHub({ world, publisher, entries, startAt }: FeedPage): string {
  const releases = entries.map((entry) => {
    const publishedAt = isoInstant(publishedInstant(entry, startAt)) ?? null
    return {
      id: Number(statusNumber(entry.key).slice(-9)),
      tag_name: entry.key,
      name: entry.title ?? null,
      html_url: addressOf(world, entry),
      body: entryPlainText(world, entry),
      draft: false,
      prerelease: false,
      created_at: publishedAt,
      published_at: publishedAt,
      author: { login: entry.author ?? publisher.family, type: 'User' },
      assets: [],
    }
  })
  return JSON.stringify(releases, null, 1)
}
