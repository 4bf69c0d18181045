import type { PipelineStatus, SiteDeps } from '../site/deps.ts'
import type { Store } from '../store/types.ts'
import type { AuspexOptions } from './auspex.ts'
import type { Beat } from './beat.ts'
import { feedImporting } from './feed-importing.ts'
import type { Logger } from './log.ts'
import { methodTables } from './method-tables.ts'
import type { PipelineThreads } from './pipeline-threads.ts'
import { siteSettings } from './site-settings.ts'

export interface SiteParts {
  readonly store: Store
  readonly beat: Beat
  /** Undefined if this process only serves. */
  readonly threads: PipelineThreads | undefined
  /** Whether the database can only be read. */
  readonly isReadonly: boolean
  readonly log: Logger
}

/** Builds the dependencies of pages and the API, for a process that polls or one that only serves. */
export function siteDeps(options: AuspexOptions, { store, beat, threads, isReadonly, log }: SiteParts): SiteDeps {
  const { settings, version, now } = options
  const startedAt = now()
  const status = (): PipelineStatus => {
    if (!threads) return { polling: 'none', startedAt, version, feedsTried: 0, feedsTotal: 0 }
    const reading = threads.status()
    return { polling: reading.offlineReason === undefined ? 'running' : 'offline', startedAt, version, ...reading }
  }
  return {
    store,
    gazetteer: beat.gazetteer,
    atlas: beat.atlas,
    now,
    settings: { ...siteSettings(options, beat), isReadonly },
    status,
    methods: methodTables(settings),
    onEvents: threads && ((listener) => threads.onEvents(listener)),
    webSub: threads && {
      maxBodyBytes: settings.max_body_bytes,
      deliver: (subscription, body) => threads.deliver(subscription, body),
    },
    // The demo has its own feeds, and a process that only serves may run on a machine without the operator's catalogue.
    importing: threads && !options.isDemo ? feedImporting(settings, store, () => threads.lookForSources()) : undefined,
    onFault: (fault, reference) => log.error({ err: fault, reference }, 'a page failed'),
  }
}
