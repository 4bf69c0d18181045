import type { Store } from '../store/types.ts'

/** Passes an opened store to `use`, and closes it afterwards even if `use` throws. */
export async function withStore<T>(opening: Promise<Store>, use: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await opening
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
