import { FoldedText } from './folded-text.ts'
import { distinctNames } from './name-index.ts'
import type { Entity } from './types.ts'

/** A name that two entities share, and that is not marked as ambiguous in both. */
export interface AliasClash {
  readonly alias: string
  readonly entity: Entity
  /** The entity that had the name first. */
  readonly rival: Entity
}

interface Owner {
  readonly alias: string
  readonly entity: Entity
  readonly earlier: Owner | undefined
}

/** Finds names that cannot be distinguished in a text: equal when folded and without gaps, and not distinguished by case. */
export function findClashes(entities: readonly Entity[]): AliasClash[] {
  const clashes: AliasClash[] = []
  const owners = new Map<string, Owner>()
  const folded = new FoldedText()
  for (const entity of entities) {
    for (const alias of distinctNames(entity)) {
      const key = withoutGaps(folded.fold(alias).slice())
      const earlier = owners.get(key)
      for (let rival = earlier; rival; rival = rival.earlier) {
        if (rival.entity !== entity && !isToldApart(alias, entity, rival)) {
          clashes.push({ alias, entity, rival: rival.entity })
        }
      }
      owners.set(key, { alias, entity, earlier })
    }
  }
  return clashes
}

function isToldApart(alias: string, entity: Entity, rival: Owner): boolean {
  if (entity.ambiguous.includes(alias) && rival.entity.ambiguous.includes(rival.alias)) return true
  const areCased = entity.caseSensitive.includes(alias) && rival.entity.caseSensitive.includes(rival.alias)
  return areCased && alias !== rival.alias
}

const GAPS = /[\s_/·・-]/

function withoutGaps(name: string): string {
  return GAPS.test(name) ? name.replaceAll(new RegExp(GAPS, 'g'), '') : name
}
