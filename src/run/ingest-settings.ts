import { readFileSync } from 'node:fs'
import { fileFailure } from '../lib/file-failure.ts'
import { SettingError, type Settings, variableOf } from '../settings.ts'
import type { AllowPrivate } from '../source/refused-host.ts'

/**
 * Parses a list such as `127.0.0.1:8080,feeds.lan:80`.
 *
 * @throws SettingError for a part that is not `host:port`
 */
export function allowedHosts(written: string): ReadonlySet<string> {
  const hosts = new Set<string>()
  for (const part of written.split(',').map((each) => each.trim().toLowerCase())) {
    if (part === '') continue
    const port = /^(?:\[[0-9a-f:.]+\]|[^\s:/]+):(\d{1,5})$/.exec(part)?.[1]
    if (port === undefined || Number(port) < 1 || Number(port) > 65_535) {
      throw new SettingError(variableOf('allow_private'), `expected host:port, got ${JSON.stringify(part)}`)
    }
    hosts.add(part)
  }
  return hosts
}

/** Returns a predicate for the hosts of private networks that may be read. */
export function allowPrivate({ allow_private: written }: Pick<Settings, 'allow_private'>): AllowPrivate {
  const allowed = allowedHosts(written)
  return (host, port) => allowed.has(`${host.toLowerCase()}:${port}`)
}

/**
 * Parses a list such as `mastodon.social=abc,fosstodon.org=def`.
 *
 * @throws SettingError for a part that is not `host=token`; the message does not contain the token
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

/** Reads the CA certificates for the mail server; undefined if no file is set. @throws SettingError if the file cannot be read */
export function certificatesIn(file: string): string | undefined {
  if (file === '') return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SettingError(variableOf('imap_ca_file'), `cannot read ${file}: ${fileFailure(error)}`)
  }
}
