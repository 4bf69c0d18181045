import type { Hono } from 'hono'
import type { SiteDeps } from '../deps.ts'
import { paths } from '../paths.ts'

/** Adds the endpoint for Prometheus. The metrics are loaded on its first request. */
export function addMetrics(app: Hono, deps: SiteDeps): void {
  let metrics: Promise<ReturnType<typeof import('./metrics.ts').createMetrics>> | undefined
  app.get(paths.metrics, async (c) => {
    metrics ??= import('./metrics.ts').then(({ createMetrics }) => createMetrics(deps))
    const { contentType, write } = await metrics
    return c.body(await write(), 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' })
  })
}
