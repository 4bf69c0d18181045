import { hasCue, wordsPattern } from '../evidence/cue-pattern.ts'
import { nameIn } from '../names.ts'
import type { FormerName } from '../types.ts'
import type { ClaimCheck } from './claim-sentence.ts'

/** A sentence that says so itself is right. */
const OF_THE_PAST = /\b(?:former|formerly|renamed|then|previously|until 20\d\d|was called)\b|前身|原|更名|改名|旧称/u

/** A stale name: what is said of the body may be so, but not under this name any more. */
export const checkName: ClaimCheck = ({ folded, mentions, gazetteer, atlas }) => {
  if (OF_THE_PAST.test(folded)) return []
  const stale = atlas.formerNames.filter(
    (each) => mentions.some(({ entityId }) => entityId === each.id) && hasCue(patternOf(each), folded),
  )
  return stale.map(({ id, until, now, source, url }) => {
    const place = gazetteer.entity(id)?.hub ?? ''
    const reference = atlas.reference(source)
    const year = Number(until)
    return {
      hub: place,
      indicator: 'entity',
      verdict: 'depends',
      reason: { key: 'staleName', params: { until, now } },
      evidence: [
        {
          ...{ place, indicator: 'entity', value: year, lo: year, hi: year, unit: 'year', method: 'reported' },
          ...{ source, sourceTitle: reference && nameIn(reference.title, 'en'), sourceUrl: url ?? reference?.url },
          note: gazetteer.displayName(id, 'en'),
        },
      ],
    }
  })
}

/** Finds any name that the body no longer has. */
export function patternOf({ names }: FormerName): RegExp {
  return wordsPattern(Object.values(names).flat())
}
