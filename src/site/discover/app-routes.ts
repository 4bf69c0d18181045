import type { Context, Hono } from 'hono'
import type { SiteDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import { iconPicture } from '../share/picture.ts'

/** Icon sizes that Android and iOS ask for, in pixels. */
const ICON_SIDES = [180, 192, 512] as const
const A_DAY = 'public, max-age=86400'

/**
 * Adds the web app manifest, icons and service worker, with which a device installs the site on its home screen and reads its pages offline.
 *
 * @param worker source text of the service worker
 */
export function addApp(app: Hono, { settings }: SiteDeps, worker: string): void {
  const manifest = JSON.stringify({
    ...{ name: settings.title, short_name: settings.title, lang: settings.defaultLanguage },
    ...{ id: '/', start_url: '/', scope: '/', display: 'standalone' },
    // `--paper` of tokens.css.
    ...{ background_color: '#f7f8f5', theme_color: '#f7f8f5' },
    icons: [192, 512].flatMap((side) =>
      ['any', 'maskable'].map((purpose) => ({
        ...{ src: paths.icon(side), sizes: `${side}x${side}`, type: 'image/png', purpose },
      })),
    ),
  })
  app.get(paths.manifest, (c) =>
    c.body(manifest, 200, { 'Content-Type': 'application/manifest+json; charset=utf-8', 'Cache-Control': A_DAY }),
  )
  // Browsers revalidate it at each visit, so that they learn of a newer one.
  app.get(paths.worker, (c) =>
    c.body(worker, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )
  const icons = new Map<number, Uint8Array>()
  for (const side of ICON_SIDES) app.get(paths.icon(side), (c) => sendIcon(c, side, icons))
}

function sendIcon(c: Context, side: number, icons: Map<number, Uint8Array>): Response {
  const icon = icons.get(side) ?? iconPicture(side)
  icons.set(side, icon)
  return c.body(icon as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'image/png', 'Cache-Control': A_DAY })
}
