import { afterEach, beforeEach } from 'vitest'
import type { ContractPlace } from '../store.contract.ts'
import type { Store } from '../types.ts'

/**
 * For each test of a contract an empty database, open twice, as two processes have it; closed and removed afterwards.
 *
 * @param take is given what was opened, before each test
 */
export function openTwice(newPlace: () => Promise<ContractPlace>, take: (store: Store, other: Store) => void): void {
  let place: ContractPlace
  let opened: readonly Store[] = []

  beforeEach(async () => {
    place = await newPlace()
    const [store, other] = [await place.open(), await place.open()]
    opened = [store, other]
    take(store, other)
  })

  afterEach(async () => {
    for (const store of opened) await store.close()
    await place.remove()
  })
}
