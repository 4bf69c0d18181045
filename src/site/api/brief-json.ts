import type { z } from '@hono/zod-openapi'
import { isoInstant } from '../../lib/instant.ts'
import type { BriefView } from '../view/brief.ts'
import type { briefSchema } from './schemas.ts'
import { type JsonContext, storyLineJson } from './story-json.ts'

/** The edition of a day. */
export function briefJson({ date, brief }: BriefView, context: JsonContext): z.infer<typeof briefSchema> {
  return {
    date,
    from: isoInstant(brief.window.from),
    to: isoInstant(brief.window.to),
    total: brief.total,
    stories: brief.stories.map(({ story }) => storyLineJson(story, context)),
    also: brief.also.map((story) => storyLineJson(story, context)),
  }
}
