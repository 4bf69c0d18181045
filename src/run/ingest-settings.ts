import { SettingError, type Settings, variableOf } from '../settings.ts'
import { createFetcher, type Fetcher } from '../source/fetcher.ts'
import { userAgent } from './user-agent.ts'

/** @returns a fetcher with the limits that the settings give */
export function fetcherFor(settings: Settings, version: string): Fetcher {
  const allowed = allowedHosts(settings.allow_private)
  return createFetcher({
    userAgent: userAgent(version, settings.contact),
    timeoutMs: settings.fetch_timeout_ms,
    maxBodyBytes: settings.max_body_bytes,
    maxPerHost: settings.max_connections_per_host,
    maxTotal: settings.max_connections,
    allowPrivate: (host, port) => allowed.has(`${host.toLowerCase()}:${port}`),
  })
}

/**
 * Reads `127.0.0.1:8080,feeds.lan:80`.
 *
 * @throws SettingError for a part that is no `host:port`
 */
export function allowedHosts(written: string): ReadonlySet<string> {
  const hosts = new Set<string>()
  for (const part of written.split(',').map((each) => each.trim().toLowerCase())) {
    if (part === '') continue
    if (!/^(\[[0-9a-f:.]+\]|[^\s:/]+):\d{1,5}$/.test(part)) {
      throw new SettingError(variableOf('allow_private'), `expected host:port, got ${JSON.stringify(part)}`)
    }
    hosts.add(part)
  }
  return hosts
}
