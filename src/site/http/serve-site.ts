import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { MINUTE_MS, SECOND_MS } from '../../lib/instant.ts'
import { isThisMachine } from './sender.ts'

export interface Listening {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  readonly limits?: Partial<ConnectionLimits>
}

/** Limits on connections, so that clients which open many and send little, or never read, do not exhaust them. */
export interface ConnectionLimits {
  /** Time to send the headers of a request. */
  readonly headersMs: number
  /** Time to send a whole request; the longest are deliveries of WebSub hubs. */
  readonly requestMs: number
  /**
   * Time without data in either direction. Live updates send something every 20 seconds, unless nobody reads them; a model asked for a
   * translation may take two minutes.
   */
  readonly stalledMs: number
  readonly most: number
  /** Most connections from one address, except from this machine, where a proxy stands for many. */
  readonly mostOfAddress: number
}

const LIMITS: ConnectionLimits = {
  headersMs: 20 * SECOND_MS,
  requestMs: MINUTE_MS,
  stalledMs: 5 * MINUTE_MS,
  most: 5_000,
  mostOfAddress: 300,
}

/**
 * Serves a site at an address of this machine.
 *
 * The server must not replace the global `Response` by its own: a copy of that, as made for HEAD, loses headers set after its creation. The
 * security policy was missing there, and `HEAD /robots.txt` failed.
 *
 * @throws the error of the socket if the address is taken or not this machine's
 */
export function serveSite(site: Pick<Hono, 'fetch'>, { host, port, limits }: Listening): Promise<Server> {
  const { headersMs, requestMs, stalledMs, most, mostOfAddress } = { ...LIMITS, ...limits }
  const serverOptions = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(headersMs, requestMs) / 2,
  }
  return new Promise((resolve, reject) => {
    const options = { fetch: site.fetch, hostname: host, port, overrideGlobalObjects: false, serverOptions }
    const server = serve(options, () => {
      server.off('error', reject)
      resolve(server)
    }) as Server
    server.setTimeout(stalledMs)
    server.maxConnections = most
    server.on('connection', turnAwayBeyond(mostOfAddress))
    server.once('error', reject)
  })
}

function turnAwayBeyond(most: number): (socket: Socket) => void {
  const open = new Map<string, number>()
  return (socket) => {
    const address = socket.remoteAddress ?? ''
    if (isThisMachine(address)) return
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = open.get(address)! - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
    if (count > most) socket.destroy()
  }
}
