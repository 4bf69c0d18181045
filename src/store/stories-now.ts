import type { Db } from './schema.ts'
import type { StoryRecord } from './story-types.ts'
import { storiesById } from './tables/stories.ts'
import { redirectsOf } from './tables/story-redirects.ts'
import { reading } from './transaction.ts'

/** Returns, by requested id, what each story is now, following merges. Runs at most three queries per 500 ids. */
export async function storiesNow(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, StoryRecord>> {
  const asked = [...new Set(ids)].filter(Number.isSafeInteger)
  if (asked.length === 0) return new Map()
  return reading(db, async (tx) => {
    const found = new Map((await storiesById(tx, asked)).map((story) => [story.id, story]))
    const missing = asked.filter((id) => !found.has(id))
    if (missing.length === 0) return found
    const moved = await redirectsOf(tx, missing)
    const survivors = new Map((await storiesById(tx, [...new Set(moved.values())])).map((story) => [story.id, story]))
    for (const [id, into] of moved) {
      const survivor = survivors.get(into)
      if (survivor !== undefined) found.set(id, survivor)
    }
    return found
  })
}
