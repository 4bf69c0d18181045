import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
}

/**
 * Answers by a site at an address of this machine.
 *
 * The server's own `Response`, which it would put in the place of the global one, forgets the headers that were set after it was made
 * when it is copied, as for HEAD: the policy was missing there, and `HEAD /robots.txt` failed.
 *
 * @throws the error of the socket, if the address is taken or not this machine's
 */
export function serveSite(site: Pick<Hono, 'fetch'>, { host, port }: Listening): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: site.fetch, hostname: host, port, overrideGlobalObjects: false }, () => {
      server.off('error', reject)
      resolve(server)
    }) as Server
    server.once('error', reject)
  })
}
