import type { Store } from '../store/types.ts'

/** Hands a store to `use` once it is open, and closes it, whatever comes of that. */
export async function withStore<T>(opening: Promise<Store>, use: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await opening
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
