import type { Instant } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'

/** What a thread is started with. */
export interface ThreadInput {
  readonly settings: Settings
  readonly version: string
}

/** What the main thread tells the others. */
export type ToThread = { readonly type: 'stored' } | { readonly type: 'stop' }

/** How reading goes, as the ingest thread sees it. */
export interface IngestStatus {
  readonly feedsTried: number
  readonly feedsTotal: number
  readonly offlineSince?: Instant
  readonly offlineReason?: string
}

/** What the threads tell the main thread. */
export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'stored'; readonly items: number }
  | { readonly type: 'told'; readonly revisions: number }
  | { readonly type: 'ingest'; readonly status: IngestStatus }
  | { readonly type: 'log'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly message: string }
