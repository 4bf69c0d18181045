import type { Instant } from '../../lib/instant.ts'
import type { SiteDeps } from '../deps.ts'

/**
 * Returns the `updated` instant of a feed without entries, which Atom requires (RFC 4287, section 4.2.15): the newest change of any story;
 * before there is one, the newest answer of a feed we poll, else the start of this process. It stays the same while nothing happens, so
 * that a repeated request gets the same bytes.
 */
export async function lastChangeAt({ store, status }: Pick<SiteDeps, 'store' | 'status'>): Promise<Instant> {
  const [newest] = await store.events({ limit: 1, newestFirst: true })
  return newest?.at ?? (await store.lastReadAt()) ?? status().startedAt
}
