import type { Context } from 'hono'
import { HOUR_MS } from '../../lib/instant.ts'
import { fits } from '../../store/story-fits.ts'
import type { SiteDeps } from '../deps.ts'
import { readFrontQuery } from '../front-query.ts'
import { hiddenIn } from '../hidden/hidden-cookie.ts'
import { hidingBy, wordsInForce } from '../hidden/hiding.ts'
import { valuesIn } from '../http/request.ts'
import { knownIds } from '../query-parameters.ts'
import { storyFilter } from '../view/front.ts'
import type { ListableStory } from './event-hub.ts'

/**
 * Returns whether the front page of a request shows a story, by the filters and hidden words of its address and the hidden words of its
 * reader: a page that says "3 new stories" must show them.
 */
export function frontListOf(deps: SiteDeps): (c: Context) => (story: ListableStory) => boolean {
  const { gazetteer, settings, now } = deps
  const known = knownIds(deps)
  return (c) => {
    const { query } = readFrontQuery(valuesIn(c), known)
    const { isShown } = hidingBy(wordsInForce(query, hiddenIn(c.req.header('cookie'))), gazetteer)
    const windowMs = (query.hours ?? settings.windowHours) * HOUR_MS
    return (story) => fits(story, storyFilter(query, now() - windowMs)) && isShown(story)
  }
}
