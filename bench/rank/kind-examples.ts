import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KindFeature, kindFeatures } from '../../src/rank/kind-features.ts'
import { STORY_KINDS, type StoryKind } from '../../src/story/types.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { mentioningMember } from './bench-lines.ts'

/** A headline with the kind that a person gave it. */
export interface Example {
  readonly kind: StoryKind
  readonly title: string
  readonly text: string
  readonly language: string
  readonly features: ReadonlyMap<string, KindFeature>
}

const FILE = 'data/kind-examples.tsv'

/**
 * Reads `data/kind-examples.tsv`: kind, language, headline and, where there is one, lead, parted by tabs; `#` begins a comment.
 *
 * @throws Error naming the line whose kind is none or that lacks a headline
 */
export function readKindExamples(root: string): readonly Example[] {
  const gazetteer = shippedGazetteer()
  const examples: Example[] = []
  for (const [index, line] of readFileSync(join(root, FILE), 'utf8').split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue
    const [name, language, title, text = ''] = line.split('\t')
    const kind = STORY_KINDS.find((each) => each === name)
    if (!kind || !language || !title)
      throw new Error(`${FILE}, line ${index + 1}: kind, language and headline, parted by tabs`)
    const { item } = mentioningMember(index + 1, { title, text, language }, gazetteer)
    examples.push({ kind, title, text, language, features: kindFeatures(item, (id) => gazetteer.entity(id)?.type) })
  }
  return examples
}
