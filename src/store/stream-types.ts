import type { StreamState } from '../source/timeline-streams.ts'

/** How the streams are that the process which polls keeps open. */
export interface StreamRecords {
  all(): Promise<readonly StreamState[]>
  /** Takes the place of what was known of the same stream. */
  set(state: StreamState): Promise<void>
  /** Forgets one, or all. */
  forget(url?: string): Promise<void>
}
