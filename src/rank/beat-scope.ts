import type { Entity, Gazetteer } from '../entity/types.ts'
import { oncePerObject } from '../lib/once-per-object.ts'
import type { Member, StoryItem } from '../story/types.ts'
import type { BeatRules } from './beat-rules.ts'
import { wordsAsWritten, wordsInAnyCase } from './beat-words.ts'

/** Least relevance of a story on the beat; bench/rank/beat.ts measures what this threshold catches and lets through. */
export const ON_BEAT = 0.4

const TITLE_LENGTH = 300
const LEAD_LENGTH = 1_000

/** Decides whether stories are about the field that a deployment follows, or merely name a company of it. */
export interface BeatScope {
  /**
   * Scores how far a story is about the beat: the mean over its reports (over all members, if none is a report) of the strongest
   * evidence in each. A word of the beat in the title gives 1, an entity of the beat in the title 0.8, two of these or of the
   * field's words in title and lead 0.6, one of them 0.35. A beat that is everything gives 1.
   *
   * @returns score in [0, 1]; from `ON_BEAT` on, the story is on the beat
   */
  relevance(members: readonly Member[]): number
  /** Whether a story is published: because of its relevance, or because a source of one of the beat's types reports it. */
  covers(members: readonly Member[]): boolean
}

type BeatGazetteer = Pick<Gazetteer, 'entity' | 'lineage'>

export function compileScope(rules: BeatRules, gazetteer: BeatGazetteer): BeatScope {
  const names = wordsAsWritten(rules.names)
  const words = wordsInAnyCase(rules.words)
  const fieldWords = wordsInAnyCase(rules.fieldWords)
  const sourceTypes: ReadonlySet<string> = new Set(rules.sourceTypes)
  const isOfBeat = entityCheck(rules, gazetteer)

  const countCues = (text: string) => names.find(text).length + words.find(text).length
  const relevanceOf = oncePerObject((item: StoryItem): number => {
    const title = item.title.slice(0, TITLE_LENGTH)
    if (countCues(title) > 0) return 1
    const named = item.mentions.filter(({ entityId }) => isOfBeat(entityId))
    if (named.some(({ end }) => end <= item.title.length)) return 0.8
    const leadEnd = item.title.length + 1 + LEAD_LENGTH
    const lead = item.text.slice(0, LEAD_LENGTH)
    const ofField = new Set(fieldWords.find(`${title}\n${lead}`).map((word) => word.toLowerCase().replace(/s$/, '')))
    const inLead = countCues(lead) + named.filter(({ end }) => end <= leadEnd).length + ofField.size
    if (inLead >= 2) return 0.6
    return inLead === 1 ? 0.35 : 0
  })
  const relevance = (members: readonly Member[]): number => {
    if (rules.isEverything) return 1
    const reports = members.filter((member) => member.role === 'report')
    const read = reports.length > 0 ? reports : members
    if (read.length === 0) return 0
    return read.reduce((sum, { item }) => sum + relevanceOf(item), 0) / read.length
  }
  return {
    relevance,
    covers: (members) =>
      members.some(({ role, item }) => role === 'report' && sourceTypes.has(item.publisher.type)) ||
      relevance(members) >= ON_BEAT,
  }
}

/**
 * Returns a test whether an entity is on the beat: as the entity file says, else by its type. A product also counts if a lab makes it
 * and labs are on the beat; a project does not count if it is a household name (salience 1).
 */
function entityCheck({ entityTypes }: BeatRules, gazetteer: BeatGazetteer): (entityId: string) => boolean {
  const types: ReadonlySet<string> = new Set(entityTypes)
  const isLab = (id: string) => gazetteer.entity(id)?.type === 'lab'
  const isByType = ({ id, type, salience }: Entity): boolean => {
    if (types.has(type)) return type !== 'project' || salience > 1
    return type === 'product' && types.has('lab') && gazetteer.lineage(id).some(isLab)
  }
  return (entityId) => {
    const entity = gazetteer.entity(entityId)
    return entity !== undefined && (entity.isOnBeat ?? isByType(entity))
  }
}
