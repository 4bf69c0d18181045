import type { z } from '@hono/zod-openapi'
import type { DayEdition } from '../../delivery/day-edition.ts'
import { isoInstant } from '../../lib/instant.ts'
import { mutableCopy } from '../../lib/mutable-copy.ts'
import { shownEdition } from '../hidden/shown-edition.ts'
import type { briefSchema } from './schemas.ts'
import { type JsonContext, storyLineJson } from './story-json.ts'

/** Converts the edition of a day to JSON, without the stories that `context.hiding` hides. */
export function briefJson(whole: DayEdition, context: JsonContext): z.infer<typeof briefSchema> {
  const edition = context.hiding ? shownEdition(whole, context.hiding) : whole
  const { date, timeZone, window, total, stories, also, toWatch, corrections, amendments = [], changes } = edition
  return {
    date,
    timeZone,
    from: isoInstant(window.from),
    to: isoInstant(window.to),
    total,
    stories: stories.map(({ story }) => storyLineJson(story, context)),
    also: also.map((story) => storyLineJson(story, context)),
    toWatch: toWatch.map(({ story, owners, hours }) => ({ owners, hours, story: storyLineJson(story, context) })),
    corrections: corrections.map((each) => ({ ...each })),
    amendments: amendments.map((each) => ({ ...each, at: isoInstant(each.at) })),
    hidden: edition.hidden,
    changes: changes && mutableCopy(changes),
  }
}
