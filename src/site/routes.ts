import type { Context, Hono } from 'hono'
import type { SiteDeps } from './deps.ts'
import { frontPath, readFrontQuery } from './front-query.ts'
import { FrontPage } from './pages/front.tsx'
import { MissingStoryPage, StoryPage } from './pages/story.tsx'
import { paths } from './paths.ts'
import { type Answer, answer } from './respond.ts'
import { frontView } from './view/front.ts'
import { missingStoryView, storyView } from './view/story.ts'

/** Answers a page's request; `canonical` is its path with the query that counts, in one fixed order. */
export type ServePage = (c: Context, canonical: string, find: () => Promise<Answer>) => Promise<Response>

/** Every page and what it shows. */
export function addPages(app: Hono, deps: SiteDeps, servePage: ServePage): void {
  const { now } = deps

  app.get(paths.front, (c) => {
    const query = readFrontQuery((name) => c.req.query(name))
    return servePage(c, frontPath(query, { page: query.page }), async () =>
      answer(await frontView(deps, query, now()), FrontPage),
    )
  })

  app.get('/s/:ref', (c) => {
    const number = /^(\d{1,15})(?:-.*)?$/.exec(c.req.param('ref'))?.[1]
    if (number === undefined) return c.notFound()
    const id = Number(number)
    return servePage(c, paths.storyById(id), () => findStory(deps, id))
  })
}

async function findStory(deps: SiteDeps, id: number): Promise<Answer> {
  const found = await deps.store.story(id)
  if (found?.type === 'moved') return { redirect: paths.storyById(found.into), status: 301 }
  if (found?.type === 'story') return answer(await storyView(deps, found, deps.now()), StoryPage)
  const reason = found ? 'gone' : 'unknown'
  return answer(await missingStoryView(deps.store, id, reason), MissingStoryPage, found ? 410 : 404)
}
