import { z } from 'zod'
import { STORY_KINDS } from '../../story/types.ts'

const cited = z.object({
  text: z.string(),
  citations: z.array(z.object({ item: z.number(), quote: z.string() })),
})

/** What a model must answer. No lengths: some providers refuse schemas that hold them, and the check judges them anyway. */
export const DRAFT_SCHEMA = z.object({
  headline: cited,
  sentences: z.array(cited),
  impact: cited.nullable(),
  kind: z.enum(STORY_KINDS),
})
export type ModelDraft = z.infer<typeof DRAFT_SCHEMA>
export type DraftSentence = z.infer<typeof cited>

/** The answer to a request to mend: each part by its number, or null where it cannot be said. */
export const REPAIR_SCHEMA = z.object({
  parts: z.array(z.object({ part: z.number(), sentence: cited.nullable() })),
})
export type DraftRepair = z.infer<typeof REPAIR_SCHEMA>
