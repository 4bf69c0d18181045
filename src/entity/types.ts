export const ENTITY_TYPES = [
  'company',
  'lab',
  'model',
  'product',
  'chip',
  'person',
  'university',
  'agency',
  'law',
  'benchmark',
  'project',
  'conference',
  'fund',
  'place',
  'site',
  'standard',
] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** Who or what is named; one line of `data/entities.jsonl`. */
export interface Entity {
  readonly id: string
  readonly type: EntityType
  /** Aliases by language (BCP 47); the first of each is the display name. */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** Owner, maker, family or employer. */
  readonly parent?: string
  /** Hub id, only for what is in one place. */
  readonly hub?: string
  /** Whole tags, without `#`, that name the entity only as tags. */
  readonly hashtags: readonly string[]
  /** Names that are also common words or those of another: they count only where the context fits. */
  readonly ambiguous: readonly string[]
  /** Words that show, near an ambiguous name, that this entity is meant. */
  readonly context: readonly string[]
  /** Names that count only with their capitals as written. */
  readonly caseSensitive: readonly string[]
  /** Phrases in which one of its names means something else: "Claude Monet". */
  readonly except: readonly string[]
  /** Whether a version number after its name belongs to the mention. */
  readonly isVersioned: boolean
  /** Whether a text that names it is about the beat; where undefined, its type decides. */
  readonly isOnBeat?: boolean
  /** How well it identifies an event: 1 too common, 2 useful, 3 strong. */
  readonly salience: 1 | 2 | 3
}

/** A place in a text that names an entity: `text.slice(start, end)`, UTF-16 units. */
export interface Mention {
  readonly entityId: string
  readonly start: number
  readonly end: number
}

/** The compiled entity file. */
export interface Gazetteer {
  entity(id: string): Entity | undefined
  entities(): readonly Entity[]
  /** The entity and its ancestors, nearest first. */
  lineage(id: string): readonly string[]
  /** First name in the language, else in English, else the id. */
  displayName(id: string, language: string): string
  /** In order of `start`, without overlap. Linear in the length of the text. */
  findEntities(text: string): readonly Mention[]
}
