import { isRecord } from '../json-value.ts'
import { parseHackerNews } from '../parse-hacker-news.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'

/** Submissions of a list that are read: the front page has 30. */
const READ_SUBMISSIONS = 30

/**
 * Client for the lists of the official Hacker News API (github.com/HackerNews/API): new, top, best, ask, show, job. Each
 * submission is read again at every poll while it is among the first 30, for its points and comments; one that its author or
 * a moderator removed (`deleted`, `dead`) is withdrawn.
 */
export const hackerNewsClient: SourceClient = {
  poll: (feed, context) =>
    conversation(context, async (talk) => {
      const list = await talk.json(feed.url)
      if (!Array.isArray(list))
        throw new UnexpectedAnswerError('the server answered, but not with a list of submissions')
      const ids = list.filter((id): id is number => Number.isSafeInteger(id) && id > 0).slice(0, READ_SUBMISSIONS)
      // One after the other: nothing here is urgent enough for thirty concurrent requests to a host.
      const items: unknown[] = []
      for (const id of ids) items.push(await talk.json(new URL(`/v0/item/${id}.json`, feed.url).href))
      const removed = ids.filter((_id, at) => isRemoved(items[at]))
      const standing = items.filter((item) => !isRemoved(item))
      return talk.read(parseHackerNews(standing), {
        withdrawn: removed.map((id) => `https://news.ycombinator.com/item?id=${id}`),
      })
    }),
}

function isRemoved(item: unknown): boolean {
  return isRecord(item) && (item.deleted === true || item.dead === true)
}
