import type { Instant } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { ThreadName } from './thread-names.ts'

/** What a thread is started with. */
export interface ThreadInput {
  readonly settings: Settings
  readonly version: string
  /** Feeds whose long answers were being read when the thread before this one died. */
  readonly diedReading?: readonly string[]
}

/** What the main thread tells the others. */
export type ToThread =
  | { readonly type: 'stored' }
  /** Sources were added: who asks feeds need not wait until it looks. */
  | { readonly type: 'sources' }
  | { readonly type: 'stop' }
  | HubDelivery

/** What a hub delivered for a feed; answered by `taken` with its number. */
export interface HubDelivery {
  readonly type: 'deliver'
  readonly id: number
  readonly sourceId: string
  readonly feedUrl: string
  readonly topic: string
  readonly bytes: Uint8Array
  readonly contentType?: string
}

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
  | { readonly type: 'taken'; readonly id: number; readonly isStored: boolean }
  | { readonly type: 'reading'; readonly feedUrl: string; readonly isDone: boolean }
  | { readonly type: 'ingest'; readonly status: IngestStatus }
  /** The disk had no room for what the thread was to store. */
  | { readonly type: 'diskFull'; readonly thread: ThreadName }
  | { readonly type: 'log'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly message: string }
