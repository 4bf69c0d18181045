import type { z } from '@hono/zod-openapi'
import type { ToldEvidence } from '../../hub/evidence/same-said.ts'
import { isoInstant } from '../../lib/instant.ts'
import { mutableCopy } from '../../lib/mutable-copy.ts'
import { paths } from '../paths.ts'
import type { DecideView } from '../view/decide.ts'
import type { decisionSchema } from './hub-schemas.ts'

/** Converts a decision to JSON: the whole answer, each sentence with its stories, and the stories that would change it. */
export function decisionJson({ decision, stories, changes }: DecideView): z.infer<typeof decisionSchema> {
  return {
    ...mutableCopy(decision!),
    sentences: decision!.sentences.map((sentence, index) => ({
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
