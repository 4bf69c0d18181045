import { z } from 'zod'
import { STORY_KINDS } from '../../story/types.ts'

const cited = z.object({
  text: z.string(),
  citations: z.array(z.object({ item: z.number(), quote: z.string() })),
})

/** Schema of a model's answer. It has no length limits, which some providers reject and the check enforces anyway. */
export const DRAFT_SCHEMA = z.object({
  headline: cited,
  sentences: z.array(cited),
  impact: cited.nullable(),
  kind: z.enum(STORY_KINDS),
})
export type ModelDraft = z.infer<typeof DRAFT_SCHEMA>
export type DraftSentence = z.infer<typeof cited>

/** Schema of the answer to a repair request: each part by its number; `sentence` is null if it cannot be supported. */
export const REPAIR_SCHEMA = z.object({
  parts: z.array(z.object({ part: z.number(), sentence: cited.nullable() })),
})
export type DraftRepair = z.infer<typeof REPAIR_SCHEMA>
