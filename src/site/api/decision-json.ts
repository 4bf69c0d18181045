import type { z } from '@hono/zod-openapi'
import type { Atlas } from '../../hub/atlas-types.ts'
import type { ToldEvidence } from '../../hub/evidence/same-said.ts'
import { notesIn } from '../../hub/notes-in.ts'
import { isoInstant } from '../../lib/instant.ts'
import { mutableCopy } from '../../lib/mutable-copy.ts'
import { paths } from '../paths.ts'
import type { DecideView } from '../view/decide.ts'
import type { decisionSchema } from './hub-schemas.ts'

/**
 * Converts a decision to JSON: the whole answer, each sentence with its stories, and the stories that would change it. Sentences
 * are in the language that the decision was asked for in, and notes of values in `language`.
 */
export function decisionJson(
  { decision, stories, changes }: DecideView,
  { atlas, language }: { readonly atlas: Pick<Atlas, 'note'>; readonly language: string },
): z.infer<typeof decisionSchema> {
  const told = mutableCopy(notesIn(decision!, atlas, language))
  return {
    ...told,
    sentences: told.sentences.map((sentence, index) => ({
      ...sentence,
      stories: (stories[index] ?? []).map(lineJson),
    })),
    changes: changes.map(({ suppositions, leader, verdict, p1 }) => ({
      ...{ leader: leader ?? null, verdict, p1 },
      suppositions: suppositions.map(({ evidence, from, ...rest }) => ({
        ...{ ...rest, from: from ?? null },
        evidence: lineJson(evidence),
      })),
    })),
  }
}

function lineJson({ storyId, hub, facet, stance, status, quote, language, sourceId, at }: ToldEvidence) {
  return {
    ...{ storyId, url: paths.storyById(storyId), hub, facet, stance, status, quote, language },
    ...{ source: sourceId, publishedAt: isoInstant(at) },
  }
}
