import { searchedText } from '../pipeline.ts'
import type { StoryRecord } from '../store/story-types.ts'
import type { StoryItem } from '../story/types.ts'
import { collapseSpace } from '../summary/figures.ts'
import { everySummary } from '../summary/summaries-in.ts'

/** A published sentence and the edited item that no longer supports it. */
export interface Contradicted {
  readonly itemId: number
  readonly sentence: string
}

/**
 * Finds the published sentences that an edit at a source left unsupported: they quote words that the edited item no longer contains.
 * Words that only moved within the item do not count.
 *
 * @param published the story as last published
 * @param items its items as they are now, by id
 */
export function contradictedSentences(
  published: Pick<StoryRecord, 'summary'>,
  items: ReadonlyMap<number, Pick<StoryItem, 'title' | 'text' | 'revision'>>,
): readonly Contradicted[] {
  const every = everySummary(published.summary)
  const found: Contradicted[] = []
  for (const { text, citations } of every.flatMap(({ sentences, impact }) => [
    ...sentences,
    ...(impact ? [impact] : []),
  ])) {
    const lost = citations.find(({ itemId, quote }) => {
      const item = items.get(itemId)
      return (
        item !== undefined && item.revision > 1 && !collapseSpace(searchedText(item)).includes(collapseSpace(quote))
      )
    })
    if (lost) found.push({ itemId: lost.itemId, sentence: text })
  }
  return found
}
