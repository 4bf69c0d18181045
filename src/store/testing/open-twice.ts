import { beforeEach } from 'vitest'
import type { Store } from '../types.ts'
import { type ContractPlace, contractStore } from './contract-store.ts'

/**
 * For each test of a contract an empty database, open twice, as two processes have it; closed and removed afterwards.
 *
 * @param take is given what was opened, before each test
 */
export function openTwice(newPlace: () => Promise<ContractPlace>, take: (store: Store, other: Store) => void): void {
  let first: Store
  const { open } = contractStore(newPlace, (store) => {
    first = store
  })
  beforeEach(async () => take(first, await open()))
}
