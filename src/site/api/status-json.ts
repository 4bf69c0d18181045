import type { z } from '@hono/zod-openapi'
import { isoInstant } from '../../lib/instant.ts'
import type { StoreCounts } from '../../store/types.ts'
import type { PipelineStatus } from '../deps.ts'
import type { statusSchema } from './schemas.ts'

/** Converts the status of polling and the store's counts to JSON. */
export function statusJson(status: PipelineStatus, counts: StoreCounts): z.infer<typeof statusSchema> {
  const { version, polling, offlineReason, feedsTried, feedsTotal } = status
  const { items, stories, sources, feeds, feedsAnswering, backlog, lastEventSeq } = counts
  return {
    ...{ version, polling, offlineReason, feedsTried, feedsTotal },
    startedAt: isoInstant(status.startedAt),
    offlineSince: isoInstant(status.offlineSince),
    diskFullSince: isoInstant(status.diskFullSince),
    gap: status.gap && { from: isoInstant(status.gap.from), until: isoInstant(status.gap.until) },
    ...{ items, stories, sources, feeds, feedsAnswering, backlog, lastEventSeq },
    lastPollAt: isoInstant(counts.lastPollAt),
  }
}
