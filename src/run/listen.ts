import type { Server } from 'node:http'
import type { Hono } from 'hono'
import type { Settings } from '../settings.ts'
import { serveSite } from '../site/http/serve-site.ts'
import { ListenError } from './listen-error.ts'

/** A site that listens on an address of this machine. */
export interface ListeningSite {
  /** URL for a browser on this machine, without a trailing slash: `http://127.0.0.1:4173`. */
  readonly url: string
  /** Stops listening and closes all connections, those for live updates included. */
  close(): Promise<void>
}

/** @throws ListenError */
export async function listen(
  site: Pick<Hono, 'fetch'>,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<ListeningSite> {
  const server = await serveSite(site, { host, port }).catch((error: NodeJS.ErrnoException) => {
    throw new ListenError(host, port, error)
  })
  return {
    url: urlOf(server, { host, port }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function urlOf(server: Server, { host, port }: Pick<Settings, 'host' | 'port'>): string {
  const address = server.address()
  const real = typeof address === 'object' && address ? address.port : port
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${real}`
}
