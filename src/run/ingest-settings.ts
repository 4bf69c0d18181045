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

/**
 * Reads `mastodon.social=abc,fosstodon.org=def`.
 *
 * @throws SettingError for a part that is no `host=token`, without saying the token
 */
export function tokensByHost(written: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>()
  for (const part of written.split(',').map((each) => each.trim())) {
    if (part === '') continue
    const [, host, token] = /^([a-z0-9.-]+(?::\d{1,5})?)=([\x21-\x7e]{1,500})$/i.exec(part) ?? []
    if (host === undefined || token === undefined) {
      throw new SettingError(
        variableOf('mastodon_tokens'),
        `expected host=token, got one that begins ${JSON.stringify(part.split('=')[0]!.slice(0, 40))}`,
      )
    }
    tokens.set(host.toLowerCase(), token)
  }
  return tokens
}
