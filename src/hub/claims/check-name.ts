import { hasCue, wordsPattern } from '../evidence/cue-pattern.ts'
import { nameIn } from '../names.ts'
import type { FormerName } from '../types.ts'
import type { ClaimCheck } from './claim-sentence.ts'

/** Words by which a sentence itself says that the name is a former one. */
const OF_THE_PAST = /\b(?:former|formerly|renamed|then|previously|until 20\d\d|was called)\b|前身|原|更名|改名|旧称/u

/** Checks for former names of a body: the statement may be true, but the name is out of date. */
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

/** Returns a pattern for all former names of a body. */
export function patternOf({ names }: FormerName): RegExp {
  return wordsPattern(Object.values(names).flat())
}
