import type { DayEdition } from '../../delivery/day-edition.ts'
import type { Hiding } from './hiding.ts'

/** Returns an edition without the stories that words hide and without mentions of them; the others keep their places. */
export function shownEdition(edition: DayEdition, hiding: Hiding): DayEdition {
  if (hiding.words.length === 0) return edition
  const { isShown } = hiding
  const isShownByName = ({ headline }: { readonly headline: string }) => !hiding.hidesText(headline)
  const stories = edition.stories
    .map((each, index) => ({ ...each, place: index + 1 }))
    .filter(({ story }) => isShown(story))
  const also = edition.also.filter(isShown)
  const toWatch = edition.toWatch.filter(({ story }) => isShown(story))
  const listed = (of: Pick<DayEdition, 'stories' | 'also' | 'toWatch'>) =>
    [...of.stories, ...of.toWatch].map(({ story }) => story.id).concat(of.also.map(({ id }) => id))
  const left = new Set(listed({ stories, also, toWatch }))
  const hidden = new Set(listed(edition).filter((id) => !left.has(id)))
  const isLeft = (id: number, line: { readonly headline: string }) => !hidden.has(id) && isShownByName(line)
  const { changes } = edition
  return {
    ...edition,
    ...{ stories, also, toWatch, hidden: hidden.size },
    corrections: edition.corrections.filter((each) => isLeft(each.storyId, each)),
    amendments: edition.amendments?.filter((each) => isLeft(each.storyId, each)),
    changes: changes && shownChanges(changes, stories, isLeft),
  }
}

function shownChanges(
  changes: NonNullable<DayEdition['changes']>,
  stories: DayEdition['stories'],
  isLeft: (id: number, line: { readonly headline: string }) => boolean,
): DayEdition['changes'] {
  const known = new Set(changes.carried.map(({ id }) => id))
  return {
    ...changes,
    carried: changes.carried.filter((each) => isLeft(each.id, each)),
    gone: changes.gone.filter((each) => isLeft(each.id, each)),
    fresh: stories.filter(({ story }) => !known.has(story.id)).length,
  }
}
