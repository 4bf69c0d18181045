import type { z } from '@hono/zod-openapi'
import { isoInstant } from '../../lib/instant.ts'
import type { Facts } from '../../summary/facts/types.ts'
import type { factsSchema } from './story-schemas.ts'

/** Converts the facts of a story, which set its reports side by side, to JSON. */
export function factsJson({ claim, figures, quotations, first, primary }: Facts): z.infer<typeof factsSchema> {
  return {
    claim,
    figures: figures.map(({ type, values, of }) => ({
      type,
      ...(of && { of: of.map((each) => ({ ...each })) }),
      values: values.map(({ citations, ...value }) => ({
        ...value,
        citations: citations.map((each) => ({ ...each })),
      })),
    })),
    quotations: quotations.map(({ citation, ...quotation }) => ({ ...quotation, citation: { ...citation } })),
    first: first && { itemId: first.itemId, at: isoInstant(first.at) },
    primary: primary && { ...primary },
  }
}
