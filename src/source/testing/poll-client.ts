import type { PolledFeed } from '../clients/client.ts'
import { clientOf } from '../clients/clients.ts'
import type { FeedRead, FetchOutcome } from '../fetch-feed.ts'
import { firstState, nextState } from '../schedule.ts'
import type { FeedState, SourceKind } from '../types.ts'
import type { Loopback } from './loopback.ts'

/** Polls one feed again and again as the poller would, each time with what the poll before left. */
export function pollsOf(
  loopback: Loopback,
  kind: SourceKind,
  url: string,
  now: () => number = Date.now,
  before: Partial<FeedState> = {},
) {
  let state: FeedState = { ...firstState(url, 'a', now()), ...before }
  const feed = (): PolledFeed => ({ url, kind, sourceId: 'a', state })
  return {
    state: () => state,
    async outcome(): Promise<FetchOutcome> {
      const outcome = await clientOf(feed()).poll(feed(), { fetcher: loopback.fetcher, now })
      state = nextState(state, outcome, { now: now(), random: () => 0, entriesChanged: false })
      return outcome
    },
    /** @throws Error for any outcome but entries */
    async read(): Promise<FeedRead> {
      const outcome = await this.outcome()
      if (outcome.type !== 'read') throw new Error(`the poll ${outcome.type}: ${JSON.stringify(outcome)}`)
      return outcome
    },
  }
}
