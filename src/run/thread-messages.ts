import type { Instant } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { ThreadName } from './thread-names.ts'

/** Input of a thread at its start. */
export interface ThreadInput {
  readonly settings: Settings
  readonly version: string
  /** URLs of feeds whose long answers were being read when the previous thread died. */
  readonly diedReading?: readonly string[]
}

/** Messages from the main thread to the others. */
export type ToThread =
  | { readonly type: 'stored' }
  /** Sources were added: the ingest thread reloads them at once. */
  | { readonly type: 'sources' }
  | { readonly type: 'stop' }
  | HubDelivery

/** A hub's delivery for a feed; answered by `taken` with the same `id`. */
export interface HubDelivery {
  readonly type: 'deliver'
  readonly id: number
  readonly sourceId: string
  readonly feedUrl: string
  readonly topic: string
  readonly bytes: Uint8Array
  readonly contentType?: string
}

/** Status of reading, as seen by the ingest thread. */
export interface IngestStatus {
  readonly feedsTried: number
  readonly feedsTotal: number
  readonly offlineSince?: Instant
  readonly offlineReason?: string
}

/** Messages from the threads to the main thread. */
export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'stored'; readonly items: number }
  | { readonly type: 'told'; readonly revisions: number }
  | { readonly type: 'taken'; readonly id: number; readonly isStored: boolean }
  | { readonly type: 'reading'; readonly feedUrl: string; readonly isDone: boolean }
  | { readonly type: 'ingest'; readonly status: IngestStatus }
  /** The disk had no space for what the thread tried to store. */
  | { readonly type: 'diskFull'; readonly thread: ThreadName }
  | { readonly type: 'log'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly message: string }
