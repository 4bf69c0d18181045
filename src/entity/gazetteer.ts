import { mayEnd } from './boundary.ts'
import { type Candidate, compareCandidates, isOpen, isSure, selectLongest } from './candidate.ts'
import { characterClass, DIGIT, GAP } from './character-class.ts'
import { ContextWords } from './context.ts'
import { findCandidates } from './find-candidates.ts'
import { findTags } from './find-tags.ts'
import { FoldedText } from './folded-text.ts'
import { buildNameIndex, buildTagIndex, type NameIndex, type Reading, type TagIndex } from './name-index.ts'
import { Tokens } from './tokens.ts'
import type { Entity, Gazetteer, Mention } from './types.ts'
import { findWebAddresses } from './web-addresses.ts'

/** A sure mention of an entity, or of a child of it, vouches for its ambiguous names in the same text: as many context words as it counts as. */
const SURE_MENTION_HITS = 2

const POINT = 0x2e
const SMALL_V = 0x76

/**
 * Compiles entities into one matcher: a trie over the folded tokens of all names in all languages.
 *
 * @param entities as `parseEntities` returns them: ids distinct, parents known, no cycle
 */
export function compileGazetteer(entities: readonly Entity[]): Gazetteer {
  return new CompiledGazetteer(entities)
}

class CompiledGazetteer implements Gazetteer {
  readonly #entities: readonly Entity[]
  readonly #byId: ReadonlyMap<string, Entity>
  /** Built when the first text is searched: the thread that serves pages only looks up names. */
  #index: NameIndex | undefined
  /** Built when the first hashtag is met. */
  #tagIndex: TagIndex | undefined
  readonly #context = new ContextWords()
  readonly #folded = new FoldedText()
  readonly #tokens = new Tokens()

  constructor(entities: readonly Entity[]) {
    this.#entities = entities
    this.#byId = new Map(entities.map((entity) => [entity.id, entity]))
  }

  entity(id: string): Entity | undefined {
    return this.#byId.get(id)
  }

  entities(): readonly Entity[] {
    return this.#entities
  }

  lineage(id: string): readonly string[] {
    const line: string[] = []
    for (let at = this.#byId.get(id); at && !line.includes(at.id); at = this.#byId.get(at.parent ?? '')) {
      line.push(at.id)
    }
    return line
  }

  displayName(id: string, language: string): string {
    const names = this.#byId.get(id)?.names
    if (!names) return id
    const inLanguage = Object.hasOwn(names, language) ? names[language] : undefined
    return inLanguage?.[0] ?? names.en?.[0] ?? id
  }

  findEntities(text: string): readonly Mention[] {
    this.#index ??= buildNameIndex(this.#entities)
    const folded = this.#folded.fold(text, findWebAddresses(text))
    const tokens = this.#tokens.read(folded, this.#index.vocabulary)
    const candidates = findCandidates(this.#index, folded, tokens)
    if (tokens.tags.length > 0) {
      this.#tagIndex ??= buildTagIndex(this.#entities)
      for (const candidate of findTags(this.#tagIndex, folded, tokens.tags)) candidates.push(candidate)
    }
    if (candidates.length === 0) return []
    candidates.sort(compareCandidates)
    const settled = candidates.some(isOpen) ? this.#settle(candidates, folded) : candidates
    const mentions: Mention[] = []
    let taken = 0
    for (const candidate of selectLongest(settled)) {
      const reading = candidate.readings[0]
      const start = folded.starts[candidate.start]!
      const end = folded.ends[(reading?.isVersioned ? versionEnd(folded, candidate.end) : candidate.end) - 1]!
      // Two names can overlap in one character that folds to several units (㍿).
      if (!reading || start < taken) continue
      mentions.push({ entityId: reading.entityId, start, end })
      taken = end
    }
    return mentions
  }

  /** Decides every open candidate by its context: it becomes a sure one or an except phrase, or is dropped. */
  #settle(candidates: readonly Candidate[], folded: FoldedText): Candidate[] {
    const supported = new Set<string>()
    for (const candidate of selectLongest(candidates)) {
      if (!isSure(candidate)) continue
      const { entityId } = candidate.readings[0]!
      supported.add(entityId)
      const parent = this.#byId.get(entityId)?.parent
      if (parent !== undefined) supported.add(parent)
    }
    const settled: Candidate[] = []
    for (const candidate of candidates) {
      if (!isOpen(candidate)) {
        settled.push(candidate)
        continue
      }
      const owner = this.#ownerByContext(candidate, folded, supported)
      if (owner) settled.push({ ...candidate, readings: [owner] })
      else if (candidate.isExcept) settled.push({ ...candidate, readings: [] })
    }
    return settled
  }

  /** Returns the reading with the most context; undefined where none has any, or in a tie. */
  #ownerByContext(candidate: Candidate, folded: FoldedText, supported: ReadonlySet<string>): Reading | undefined {
    let best: Reading | undefined
    let bestHits = 0
    for (const reading of candidate.readings) {
      const entity = this.#byId.get(reading.entityId)!
      const support = supported.has(entity.id) ? SURE_MENTION_HITS : 0
      const hits = support + this.#context.countNear(entity, folded, candidate.start, candidate.end)
      if (hits > bestHits) best = reading
      else if (hits === bestHits) best = undefined
      bestHits = Math.max(bestHits, hits)
    }
    return best
  }
}

/** Returns where a name ends with the version number that follows it: `GPT-5.9`, `Qwen v4`, but only `Llama` in `Llama 3B`. */
function versionEnd(folded: FoldedText, end: number): number {
  const { units, length } = folded
  let at = end
  if (at < length && characterClass(units[at]!) === GAP) at++
  if (at < length && units[at] === SMALL_V) at++
  if (at >= length || characterClass(units[at]!) !== DIGIT) return end
  while (at < length) {
    if (characterClass(units[at]!) === DIGIT) at++
    else if (units[at] === POINT && at + 1 < length && characterClass(units[at + 1]!) === DIGIT) at += 2
    else break
  }
  return mayEnd(folded, at) ? at : end
}
