import { z } from 'zod'
import { STORY_KINDS } from '../../story/types.ts'

const cited = z.object({
  text: z.string().max(1_000),
  citations: z.array(z.object({ item: z.number().int(), quote: z.string().max(2_000) })).max(6),
})

/** What a model must answer. Longer and other answers are nonsense; the check judges what is left. */
export const DRAFT_SCHEMA = z.object({
  headline: cited,
  sentences: z.array(cited).min(1).max(6),
  impact: cited.nullable(),
  kind: z.enum(STORY_KINDS),
})
export type ModelDraft = z.infer<typeof DRAFT_SCHEMA>
export type DraftSentence = z.infer<typeof cited>

/** The answer to a request to mend: each part by its number, or null where it cannot be said. */
export const REPAIR_SCHEMA = z.object({
  parts: z.array(z.object({ part: z.number().int(), sentence: cited.nullable() })).max(8),
})
export type DraftRepair = z.infer<typeof REPAIR_SCHEMA>
