import type { Entity } from '../types.ts'

/** An entity with English names, and whatever else the test needs. */
export function makeEntity(id: string, names: readonly string[], rest: Partial<Entity> = {}): Entity {
  return {
    id,
    type: 'company',
    names: { en: names },
    hashtags: [],
    ambiguous: [],
    context: [],
    caseSensitive: [],
    except: [],
    isVersioned: false,
    salience: 2,
    ...rest,
  }
}
