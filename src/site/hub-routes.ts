import type { Context, Hono } from 'hono'
import { decisionFeed } from './api/decision-feed.ts'
import { askedAgain } from './api/open-reading.ts'
import { FEED_FORMATS } from './api/published-feed.ts'
import type { SiteDeps } from './deps.ts'
import { readPreferences } from './http/preferences.ts'
import { isJsonRequest, jsonAddress } from './http/request.ts'
import { type NeedsFields, needsOfQuery } from './needs-query.ts'
import { ComparePage } from './pages/hub-compare.tsx'
import { CompareFormPage } from './pages/hub-compare-form.tsx'
import { DecidePage } from './pages/hub-decide.tsx'
import { HubPage } from './pages/hub-dossier.tsx'
import { HubsPage } from './pages/hub-index.tsx'
import { NoticePage } from './pages/notice.tsx'
import { feedOf, paths, withQuery } from './paths.ts'
import { type Answer, answer } from './respond.ts'
import type { ServePage } from './routes.ts'
import type { ServeList } from './serve-list.ts'
import { decideView } from './view/decide.ts'
import { compareView, hubsView, hubView } from './view/hub.ts'

const MOST_COMPARED = 6

/** Adds the hub pages: list, dossiers, comparison and decision guide. */
export function addHubPages(app: Hono, deps: SiteDeps, servePage: ServePage, serveList: ServeList): void {
  app.get(paths.hubs, (c) => servePage(c, paths.hubs, async () => answer(await hubsView(deps), HubsPage)))

  // The form sends one parameter per hub; a comparison has its hubs in its path.
  app.get(paths.compareForm, async (c) => {
    const chosen = (c.req.queries('h') ?? []).slice(0, 50)
    if (chosen.length > 0 && isComparable(chosen, deps))
      return c.redirect(isJsonRequest(c) ? jsonAddress(paths.compare(chosen)) : paths.compare(chosen), 303)
    return servePage(c, withQuery(paths.compareForm, { h: chosen[0] }), async () =>
      answer({ page: 'compareForm', isUnknown: chosen.length > 0 } as const, CompareFormPage),
    )
  })
  app.get(`${paths.compareForm}/*`, (c) => {
    const hubs = c.req.path
      .slice(paths.compareForm.length + 1)
      .split('/')
      .filter(Boolean)
      .slice(0, 20)
    const { language } = readPreferences(c, deps.settings.defaultLanguage)
    return serveList(
      c,
      paths.compare(hubs),
      async (words, hiding) =>
        isComparable(hubs, deps)
          ? answer({ ...(await compareView(deps, hubs, { language, hiding })), ...words }, ComparePage)
          : answer({ page: 'compareForm', isUnknown: true } as const, CompareFormPage, 404),
      namesOf(hubs, deps),
    )
  })

  app.get(paths.decide, (c) => {
    const { asked, written, address } = askedNeeds(c, paths.decide, deps)
    const { language } = readPreferences(c, deps.settings.defaultLanguage)
    return servePage(c, address, async () => findDecision(deps, asked, written, language, isJsonRequest(c)))
  })
  for (const format of FEED_FORMATS) {
    app.get(feedOf(paths.decide, format), askedAgain, (c) => decisionFeed(c, deps, format))
  }

  app.get('/hub/:id', (c) => {
    const id = c.req.param('id')
    const { language } = readPreferences(c, deps.settings.defaultLanguage)
    return serveList(
      c,
      paths.hubPage(id),
      async (words, hiding) => {
        const view = await hubView(deps, id, { language, hiding })
        return view
          ? answer({ ...view, ...words }, HubPage)
          : answer({ page: 'notice', status: 404, what: 'hub' } as const, NoticePage, 404)
      },
      namesOf([id], deps),
    )
  })
}

async function findDecision(
  deps: SiteDeps,
  asked: unknown,
  written: NeedsFields,
  language: Parameters<typeof decideView>[2],
  isJson: boolean,
): Promise<Answer> {
  const view = await decideView(deps, asked, language)
  // The page without needs is the form; as data it answers nothing.
  return view.problems.length > 0 || (isJson && !view.decision)
    ? answer({ ...view, written }, DecidePage, 400)
    : answer(view, DecidePage)
}

/** @returns the needs, the fields as written, and the canonical address, with its fields sorted */
function askedNeeds(c: Context, path: string, { atlas }: SiteDeps) {
  const names = Object.keys(c.req.query()).filter((name) => name !== 'lang' && name !== 'theme')
  const asked = needsOfQuery((name) => c.req.query(name), atlas)
  const written = Object.fromEntries(names.sort().map((name) => [name, c.req.query(name)]))
  return { asked, written, address: asked === undefined ? path : withQuery(path, written) }
}

/** Returns every name of the hubs: pages of them were asked for by name. */
function namesOf(hubs: readonly string[], { atlas }: SiteDeps): readonly string[] {
  return hubs.flatMap((id) => Object.values(atlas.hub(id)?.names ?? {}).flat())
}

function isComparable(hubs: readonly string[], { atlas }: SiteDeps): boolean {
  return (
    hubs.length >= 2 &&
    hubs.length <= MOST_COMPARED &&
    new Set(hubs).size === hubs.length &&
    hubs.every((id) => atlas.hub(id))
  )
}
