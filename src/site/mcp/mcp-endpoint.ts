import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Context } from 'hono'
import { parsedJson } from '../../lib/parsed-json.ts'
import type { SiteDeps } from '../deps.ts'
import { isSameOrigin, readAtMost } from '../http/form-guard.ts'
import type { EventHub } from '../live/event-hub.ts'
import { type Api, mcpServers } from './mcp-server.ts'
import { storyUpdates } from './story-updates.ts'

/** Maximum size of a request body; the longest hold the needs of a deployment. */
const MAX_BODY_BYTES = 64_000
/** Maximum number of open change streams; each costs a socket and a few kilobytes. */
const MOST_SUBSCRIPTIONS = 500
/** Proxies close connections that are idle for a minute. */
const HEARTBEAT_MS = 20_000
/** Error codes of JSON-RPC 2.0, section 5.1. */
const NO_JSON = -32_700
const BAD_REQUEST = -32_600

/** Dependencies of the endpoint. */
export interface McpParts {
  readonly deps: SiteDeps
  readonly api: Api
  readonly hub: EventHub
}

/**
 * Creates the endpoint for agents (Model Context Protocol, "Streamable HTTP"). It has no sessions, so that any process can answer.
 * Browsers may call it from pages of this site only, as the protocol demands; no cookie is read.
 */
export async function mcpEndpoint({ deps, api, hub }: McpParts): Promise<(c: Context) => Promise<Response>> {
  const { settings, status, onFault } = deps
  const make = await mcpServers({ title: settings.title, version: status().version, api })
  const handler = createMcpHandler(
    // Clients of the 2025 revisions get change notifications over a session, and this endpoint has none.
    ({ requestInfo, era }) => make({ origin: new URL(requestInfo!.url).origin, tellsOfChanges: era === 'modern' }),
    {
      bus: storyUpdates(hub),
      maxSubscriptions: MOST_SUBSCRIPTIONS,
      keepAliveMs: HEARTBEAT_MS,
      onerror: (error) => onFault?.(error, 'mcp'),
    },
  )
  return async (c) => {
    if (!isSameOrigin(c)) return refused(403, BAD_REQUEST, 'Pages of other sites may not ask here.')
    const { method, url, raw } = c.req
    const request = new Request(url, { method, headers: raw.headers, signal: raw.signal })
    if (method !== 'POST') return handler.fetch(request)
    const bytes = await readAtMost(raw.body, MAX_BODY_BYTES)
    if (bytes === undefined) return refused(413, BAD_REQUEST, `A message has ${MAX_BODY_BYTES} bytes at most.`)
    const parsedBody = parsedJson(Buffer.from(bytes).toString('utf8'))
    if (parsedBody === undefined) return refused(400, NO_JSON, 'The body is no JSON.')
    // One batch could cost as much as many requests; the protocol dropped batches in 2025-06-18.
    if (Array.isArray(parsedBody)) return refused(400, BAD_REQUEST, 'Send one message a request.')
    return handler.fetch(request, { parsedBody })
  }
}

function refused(status: number, code: number, message: string): Response {
  return Response.json({ jsonrpc: '2.0', id: null, error: { code, message } }, { status })
}
