import type { Instant } from '../../lib/instant.ts'
import type { SiteDeps } from '../deps.ts'

/**
 * As of when a list without entries has none, as Atom asks for an instant (RFC 4287, section 4.2.15): the newest change of any story; before
 * there was one, the newest answer of a feed, else the start of this process. It stays as long as nothing happens, so that who asks again
 * gets the same bytes.
 */
export async function lastChangeAt({ store, status }: Pick<SiteDeps, 'store' | 'status'>): Promise<Instant> {
  const [newest] = await store.events({ limit: 1, newestFirst: true })
  return newest?.at ?? (await store.lastReadAt()) ?? status().startedAt
}
