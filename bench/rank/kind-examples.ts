import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENTITY_TYPES, type EntityType, type Gazetteer, type Mention } from '../../src/entity/types.ts'
import { type KindFeature, kindFeatures } from '../../src/rank/kind-features.ts'
import { type Member, STORY_KINDS, type StoryItem, type StoryKind } from '../../src/story/types.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { mentioningMember } from './bench-lines.ts'

/** A headline with the kind that a person gave it. */
export interface Example {
  readonly kind: StoryKind
  readonly title: string
  /** A maker says it of its own work, and not a newsroom or a reader. */
  readonly isOwn: boolean
  /** How many like it it stands for, > 0. */
  readonly weight: number
  /** A report that says it. */
  readonly member: Member
  readonly entityType: (entityId: string) => EntityType | undefined
  readonly features: ReadonlyMap<string, KindFeature>
}

/** Types of publishers that `isOwnVoice` tells apart, without a prior of their own. */
const FILES = [
  // Recaps of timelines and forums are half of what the beat's days hold, and the press writes of everything: theirs count twice.
  { file: 'data/kind-examples.tsv', sourceType: 'newsletter', isOwn: false, weight: 2 },
  { file: 'data/kind-examples-press.tsv', sourceType: 'newsletter', isOwn: false, weight: 1 },
  { file: 'data/kind-examples-own.tsv', sourceType: 'lab', isOwn: true, weight: 1 },
] as const
/** `{model Corvid 3}`: a name that we invented, with the type that an entity of that name would have. */
const INVENTED_NAME = /\{([a-z]+) ([^}]+)\}/g
/** No id of the entity file has a colon. */
const INVENTED_ID = 'invented:'

/**
 * Reads the files of examples: kind, language, headline and, where there is one, lead, parted by tabs; `#` begins a comment, and a
 * name in braces carries its type.
 *
 * @throws Error naming the line whose kind or type of a name is none, or that lacks a headline
 */
export function readKindExamples(root: string): readonly Example[] {
  const gazetteer = shippedGazetteer()
  return FILES.flatMap((given) =>
    readFileSync(join(root, given.file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line === '' || line.startsWith('#') ? [] : [readExample(line, index + 1, given, gazetteer)],
      ),
  )
}

function readExample(line: string, id: number, given: (typeof FILES)[number], gazetteer: Gazetteer): Example {
  const place = `${given.file}, line ${id}`
  const [name, language, markedTitle, markedText = ''] = line.split('\t')
  const kind = STORY_KINDS.find((each) => each === name)
  if (!kind || !language || !markedTitle) throw new Error(`${place}: kind, language and headline, parted by tabs`)
  const { title, text, mentions } = withoutMarks(markedTitle, markedText, place)
  const plain = mentioningMember(id, { title, text, language, sourceType: given.sourceType }, gazetteer)
  const item: StoryItem = { ...plain.item, mentions: withInvented(plain.item.mentions, mentions) }
  const entityType = (entityId: string) =>
    entityId.startsWith(INVENTED_ID) ? typeNamed(entityId.slice(INVENTED_ID.length)) : gazetteer.entity(entityId)?.type
  const features = kindFeatures(item, entityType)
  return { kind, title, isOwn: given.isOwn, weight: given.weight, member: { ...plain, item }, entityType, features }
}

function withoutMarks(markedTitle: string, markedText: string, place: string) {
  const mentions: Mention[] = []
  const marked = `${markedTitle}\n${markedText}`
  let whole = ''
  let at = 0
  for (const { 0: mark, 1: type = '', 2: name = '', index } of marked.matchAll(INVENTED_NAME)) {
    if (!typeNamed(type)) throw new Error(`${place}: ${type} is no type of entity (${ENTITY_TYPES.join(', ')})`)
    whole += marked.slice(at, index)
    mentions.push({ entityId: INVENTED_ID + type, start: whole.length, end: whole.length + name.length })
    whole += name
    at = index + mark.length
  }
  whole += marked.slice(at)
  const titleEnd = whole.indexOf('\n')
  return { title: whole.slice(0, titleEnd), text: whole.slice(titleEnd + 1), mentions }
}

function withInvented(found: readonly Mention[], invented: readonly Mention[]): readonly Mention[] {
  const isFree = ({ start, end }: Mention) => invented.every((other) => end <= other.start || start >= other.end)
  return [...found.filter(isFree), ...invented].sort((a, b) => a.start - b.start)
}

function typeNamed(name: string): EntityType | undefined {
  return ENTITY_TYPES.find((each) => each === name)
}
