import type { StreamState } from '../source/timeline-streams.ts'

/** State of the streams that the polling process keeps open. */
export interface StreamRecords {
  all(): Promise<readonly StreamState[]>
  /** Replaces the stored state of the same stream. */
  set(state: StreamState): Promise<void>
  /** Removes one stream, or all if `url` is undefined. */
  forget(url?: string): Promise<void>
}
