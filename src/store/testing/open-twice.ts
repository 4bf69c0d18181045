import { beforeEach } from 'vitest'
import type { Store } from '../types.ts'
import { type ContractPlace, contractStore } from './contract-store.ts'

/**
 * Sets up an empty database for each contract test, opened twice as by two processes; closes and removes it afterwards.
 *
 * @param take receives both stores before each test
 */
export function openTwice(newPlace: () => Promise<ContractPlace>, take: (store: Store, other: Store) => void): void {
  let first: Store
  const { open } = contractStore(newPlace, (store) => {
    first = store
  })
  beforeEach(async () => take(first, await open()))
}
