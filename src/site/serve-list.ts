import type { Context } from 'hono'
import type { SiteDeps } from './deps.ts'
import { writeHiddenWords } from './hidden/hidden-words.ts'
import type { Hiding, ListWords } from './hidden/hiding.ts'
import { isJsonRequest, valuesIn } from './http/request.ts'
import { withQuery } from './paths.ts'
import { FILTERS, faultText, knownIds, type ParameterFault, readParameters } from './query-parameters.ts'
import type { Answer } from './respond.ts'
import type { ServePage } from './routes.ts'

/**
 * Serves a page that lists stories and whose only filter is hidden words.
 *
 * @param askedFor names that the page was asked for by: a reader's own word that occurs in one hides nothing there
 */
export type ServeList = (
  c: Context,
  path: string,
  find: (words: ListWords, hiding: Hiding) => Promise<Answer>,
  askedFor?: readonly string[],
) => Response | Promise<Response>

/** Creates the function that serves lists by hidden words. */
export function listServer(deps: SiteDeps, servePage: ServePage): ServeList {
  const known = knownIds(deps)
  return (c, path, find, askedFor) => {
    const { values, faults } = readParameters(valuesIn(c), { hide: FILTERS.hide }, known)
    if (faults.length > 0 && isJsonRequest(c)) return refused(c, faults)
    const words = { hide: values.hide, faults }
    const canonical = withQuery(path, { hide: values.hide && writeHiddenWords(values.hide) })
    return servePage(c, canonical, (hiding) => find(words, hiding), {
      key: faultKey(faults),
      list: { hide: values.hide, askedFor },
    })
  }
}

/** Answers a program's invalid query with an error; ignoring the filter would return stories it did not ask for. */
export function refused(c: Context, faults: readonly ParameterFault[]): Response {
  return c.json({ error: faultText(faults) }, 400, { 'Cache-Control': 'no-store' })
}

/** Returns the cache key of a page's faults: pages that show the same faults are equal. */
export function faultKey(faults: readonly ParameterFault[]): string {
  return faults.length === 0 ? '' : JSON.stringify(faults.map(({ name, value }) => [name, value]))
}
