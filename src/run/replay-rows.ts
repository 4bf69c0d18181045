import type { Store } from '../store/types.ts'
import type { PartitionChange } from '../story/compare-partitions.ts'

/** One difference in readable form. */
export interface ReplayRow {
  readonly what: PartitionChange['type']
  readonly stories: readonly number[]
  /** Headlines of stories that would merge or split; titles of items that would leave. */
  readonly headlines: readonly string[]
}

/** Maximum number of titles shown of the items that leave a story. */
const SHOWN = 5

/** Adds to each difference the headlines and titles that show what it is about. */
export async function replayRows(store: Store, changes: readonly PartitionChange[]): Promise<readonly ReplayRow[]> {
  const rows: ReplayRow[] = []
  for (const change of changes) {
    if (change.type === 'merge') {
      const headlines = await Promise.all(change.stories.map((id) => headlineOf(store, id)))
      rows.push({ what: 'merge', stories: change.stories, headlines })
    } else if (change.type === 'split') {
      const leaving = await titlesOf(store, change.parts.flat())
      rows.push({
        what: 'split',
        stories: [change.story],
        headlines: [await headlineOf(store, change.story), ...leaving],
      })
    } else {
      rows.push({ what: 'move', stories: [change.from, change.into], headlines: await titlesOf(store, change.items) })
    }
  }
  return rows
}

async function headlineOf(store: Store, id: number): Promise<string> {
  const found = await store.story(id)
  return found?.type === 'story' ? `${id} ${found.story.headline.text}` : String(id)
}

async function titlesOf(store: Store, itemIds: readonly number[]): Promise<readonly string[]> {
  const titles = (await store.items(itemIds.slice(0, SHOWN))).map(({ title }) => `– ${title}`)
  return itemIds.length > SHOWN ? [...titles, `… ${itemIds.length - SHOWN} more`] : titles
}
