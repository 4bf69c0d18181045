import { isRecord, listAt, mapReadable, recordAt, textAt } from './json-value.ts'
import { paragraphsAsHtml } from './plain-text.ts'
import { resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed } from './types.ts'

/** Whether a value is a repository's releases from GitHub's API: `/repos/OWNER/NAME/releases`. */
export function isGitHubReleases(value: unknown): boolean {
  return (
    Array.isArray(value) && value.some((release) => isRecord(release) && 'tag_name' in release && 'html_url' in release)
  )
}

/** Reads published releases; drafts are left out. The notes are Markdown, and stay as they are written. */
export function parseGitHubReleases(value: unknown): ParsedFeed {
  const entries = mapReadable(Array.isArray(value) ? value : [], releaseEntry)
  return { authors: [], entries, isSalvaged: false }
}

function releaseEntry(release: unknown): Entry | undefined {
  const link = resolveUrl(textAt(release, 'html_url'))
  const tag = textAt(release, 'tag_name')
  if (!link || !tag || (isRecord(release) && release.draft === true)) return undefined
  const repository = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/releases\//.exec(link)?.[1]?.split('/')[1]
  const name = textAt(release, 'name') ?? tag
  const author = textAt(recordAt(release, 'author'), 'login')
  const notes = textAt(release, 'body')
  return {
    id: link,
    link,
    title: repository && !name.toLowerCase().includes(repository.toLowerCase()) ? `${repository} ${name}` : name,
    content: notes === undefined ? undefined : paragraphsAsHtml(notes),
    authors: author ? [author] : [],
    published: textAt(release, 'published_at', 'created_at'),
    categories: isRecord(release) && release.prerelease === true ? ['prerelease'] : [],
    enclosures: listAt(release, 'assets').flatMap((asset) => {
      const url = resolveUrl(textAt(asset, 'browser_download_url'))
      return url ? [{ url, type: textAt(asset, 'content_type') }] : []
    }),
  }
}
