import type { EntityType, Gazetteer, Mention } from '../../entity/types.ts'
import { datelineEnd } from '../../lib/dateline.ts'
import {
  GOVERNMENT_AFTER,
  GOVERNMENT_BEFORE,
  HOME_TOWN_AFTER,
  LOCAL_AFTER,
  LOCAL_BEFORE,
  TRAPS_AFTER,
  TRAPS_ANYWHERE,
  TRAPS_BEFORE,
} from './place-traps.ts'

/** A name that locates a sentence's statement in a hub or region. Positions are relative to the sentence's start. */
export interface PlaceCue {
  readonly hub: string
  readonly start: number
  readonly end: number
  /** Type of the named entity: `place` for the city itself; `university`, `agency`, `site` … for something located in it. */
  readonly type: EntityType
}

/** Folded names that often mean a national government; names of these cities' districts and suburbs never do. */
const CAPITAL =
  /^(?:beijing|北京|베이징|tokyo|东京|도쿄|seoul|首尔|ソウル|서울|taipei|台北|jakarta|雅加达|ジャカルタ|bangkok|曼谷|バンコク)$/u
/** The capital that counts only if the words around it show that the city is meant. */
const NEEDS_LOCAL_CUE = 'beijing'
/** Entity types that do not locate a statement: an event is not where things are done, and a product has no place. */
const PLACELESS: ReadonlySet<EntityType> = new Set(['conference', 'model', 'product', 'person', 'chip', 'benchmark'])

/**
 * Finds the place cues of a sentence: facilities, universities, local agencies and utilities, and the city or region itself
 * if its name means the place. A company's home town, a venue, a journey, a dateline or a government is not a place cue.
 *
 * @param sentence as published
 * @param folded the same sentence, folded
 * @param mentions in the sentence, with positions relative to its start
 */
export function placeCues(
  sentence: string,
  folded: string,
  mentions: readonly Mention[],
  gazetteer: Pick<Gazetteer, 'entity'>,
): readonly PlaceCue[] {
  const cues: PlaceCue[] = []
  for (const { entityId, start, end } of mentions) {
    const entity = gazetteer.entity(entityId)
    if (entity?.hub === undefined || PLACELESS.has(entity.type)) continue
    if (entity.type !== 'place' && isWithinAnother(entity.hub, start, mentions, gazetteer)) continue
    if (entity.type === 'place' && !isPlace(entity.hub, sentence, folded, start, end)) continue
    cues.push({ hub: entity.hub, start, end, type: entity.type })
  }
  return cues
}

/** Tells whether a name directly follows the name of another hub, and so is of something there: "惠州大亞灣". */
function isWithinAnother(
  hub: string,
  start: number,
  mentions: readonly Mention[],
  gazetteer: Pick<Gazetteer, 'entity'>,
): boolean {
  const before = mentions.find(({ end }) => end === start)
  const entity = before && gazetteer.entity(before.entityId)
  return entity?.type === 'place' && entity.hub !== undefined && entity.hub !== hub
}

function isPlace(hub: string, sentence: string, folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 40), start)
  const after = folded.slice(end, end + 40)
  if (start < datelineEnd(sentence)) return false
  if (TRAPS_BEFORE.some((trap) => trap.test(before)) || TRAPS_AFTER.some((trap) => trap.test(after))) return false
  if (HOME_TOWN_AFTER.test(sentence.slice(end, end + 60))) return false
  if (TRAPS_ANYWHERE.some((trap) => trap.test(folded))) return false
  if (!CAPITAL.test(folded.slice(start, end))) return true
  if (LOCAL_BEFORE.some((cue) => cue.test(before)) || LOCAL_AFTER.some((cue) => cue.test(after))) return true
  if (hub === NEEDS_LOCAL_CUE) return false
  return !(GOVERNMENT_AFTER.some((cue) => cue.test(after)) || GOVERNMENT_BEFORE.some((cue) => cue.test(before)))
}
