import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { dayNumber, SECOND_MS } from '../../lib/instant.ts'
import type { StoreCounts } from '../../store/types.ts'
import type { PipelineStatus, SiteDeps } from '../deps.ts'

/** Values at the time of a scrape. */
interface Moment {
  readonly counts: StoreCounts
  readonly status: PipelineStatus
  readonly bytesToday: number
  /** Cost of models today (UTC), in US dollars; 0 without a model. */
  readonly modelUsd: number
}

/** Gauges, named by the conventions of Prometheus: base units, unit last. An undefined value is unknown and written as NaN. */
const GAUGES: readonly {
  readonly name: string
  readonly help: string
  readonly of: (moment: Moment) => number | undefined
}[] = [
  { name: 'auspex_items', help: 'Items stored', of: ({ counts }) => counts.items },
  { name: 'auspex_stories', help: 'Stories published', of: ({ counts }) => counts.stories },
  { name: 'auspex_sources', help: 'Sources known', of: ({ counts }) => counts.sources },
  { name: 'auspex_feeds', help: 'Feeds of these', of: ({ counts }) => counts.feeds },
  {
    name: 'auspex_feeds_answering',
    help: 'Feeds that answered when last asked',
    of: ({ counts }) => counts.feedsAnswering,
  },
  { name: 'auspex_backlog_items', help: 'Items that wait for their story', of: ({ counts }) => counts.backlog },
  { name: 'auspex_events', help: 'Changes of stories in the log', of: ({ counts }) => counts.lastEventSeq },
  {
    name: 'auspex_last_poll_timestamp_seconds',
    help: 'When a feed was last asked',
    of: ({ counts }) => seconds(counts.lastPollAt),
  },
  {
    name: 'auspex_start_timestamp_seconds',
    help: 'When this process started',
    of: ({ status }) => seconds(status.startedAt),
  },
  { name: 'auspex_polling', help: '1 while this process polls', of: ({ status }) => Number(status.polling !== 'none') },
  {
    name: 'auspex_offline',
    help: '1 while nothing outside answers',
    of: ({ status }) => Number(status.polling === 'offline'),
  },
  {
    name: 'auspex_disk_full',
    help: '1 while the disk of the database has no room',
    of: ({ status }) => Number(status.diskFullSince !== undefined),
  },
  {
    name: 'auspex_fetched_bytes_today',
    help: 'Bytes that polls brought since midnight UTC',
    of: ({ bytesToday }) => bytesToday,
  },
  {
    name: 'auspex_model_usd_today',
    help: 'US dollars that models cost since midnight UTC',
    of: ({ modelUsd }) => modelUsd,
  },
]

/**
 * Creates the exporter of metrics in the text format of Prometheus (0.0.4): the status page's counts, the process and its event loop.
 *
 * @returns `write`, which collects and formats the metrics, and their `contentType`
 */
export function createMetrics(deps: SiteDeps): { readonly contentType: string; write(): Promise<string> } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauges = GAUGES.map(({ name, help, of }) => ({ gauge: new Gauge({ name, help, registers: [registry] }), of }))
  new Gauge({ name: 'auspex_build_info', help: 'Always 1', labelNames: ['version', 'engine'], registers: [registry] })
    .labels(deps.status().version, deps.store.engine)
    .set(1)
  return {
    contentType: registry.contentType,
    async write() {
      const moment = await momentOf(deps)
      for (const { gauge, of } of gauges) gauge.set(of(moment) ?? Number.NaN)
      return registry.metrics()
    },
  }
}

async function momentOf({ store, status, now }: SiteDeps): Promise<Moment> {
  const at = now()
  const day = dayNumber(at)
  const [counts, bytesToday, spending] = await Promise.all([
    store.counts(at),
    store.bytesToday(at),
    store.models.spending(day, day),
  ])
  return { counts, status: status(), bytesToday, modelUsd: spending.costMicroUsd / 1_000_000 }
}

function seconds(instant: number | undefined): number | undefined {
  return instant === undefined ? undefined : instant / SECOND_MS
}
