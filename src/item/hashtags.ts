import { everyMatch } from '../lib/every-match.ts'

/** A tag is a run of letters, digits and underscores with at least one letter (Mastodon, Bluesky and X agree so far). */
const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃](?=[\p{N}_]{0,60}\p{L})([\p{L}\p{M}\p{N}_]{1,100})/gu

/** More tags than this are spam; what follows is not read. */
const MAX_HASHTAGS = 40

/** Returns the hashtags of a text in order, distinct regardless of case, without `#`, as first written; at most 40. */
export function hashtagsOf(text: string): readonly string[] {
  const found = new Map<string, string>()
  for (const match of everyMatch(text, HASHTAG)) {
    const tag = match[1]!
    if (!found.has(tag.toLowerCase())) found.set(tag.toLowerCase(), tag)
    if (found.size >= MAX_HASHTAGS) break
  }
  return [...found.values()]
}
