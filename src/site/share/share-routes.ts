import type { Context, Hono } from 'hono'
import type { SiteDeps } from '../deps.ts'
import { recordNumber } from '../http/record-number.ts'
import { paths } from '../paths.ts'
import { sharePicture } from './picture.ts'

/** Preview services cache a picture; a story's picture address changes with its revision. */
const CACHE_CONTROL = 'public, max-age=86400'

/** Adds the pictures for link previews. */
export function addSharePictures(app: Hono, { store }: SiteDeps): void {
  app.get(paths.sharePicture, (c) => sendPicture(c, sharePicture()))
  app.get('/s/:id/share.png', async (c) => {
    const id = recordNumber(c.req.param('id'))
    const story = id === undefined ? undefined : (await store.storiesNow([id])).get(id)
    if (story !== undefined && story.id !== id) return c.redirect(paths.storyPicture(story.id), 301)
    // Only published stories have a picture.
    if (story?.state !== 'published') return c.notFound()
    return sendPicture(c, sharePicture(story))
  })
}

function sendPicture(c: Context, picture: Uint8Array): Response {
  return c.body(picture as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'image/png',
    'Cache-Control': CACHE_CONTROL,
    // Other sites must be able to embed it.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
}
