import type { Settings } from '../settings.ts'
import { createFetcher, type Fetcher } from '../source/fetcher.ts'
import { allowPrivate } from './ingest-settings.ts'
import { userAgent } from './user-agent.ts'

/** Creates a fetcher with the limits of the settings. */
export function fetcherFor(settings: Settings, version: string): Fetcher {
  return createFetcher({
    userAgent: userAgent(version, settings.contact),
    timeoutMs: settings.fetch_timeout_ms,
    maxBodyBytes: settings.max_body_bytes,
    maxPerHost: settings.max_connections_per_host,
    maxTotal: settings.max_connections,
    allowPrivate: allowPrivate(settings),
  })
}
