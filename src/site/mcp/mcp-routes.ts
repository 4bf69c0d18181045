import type { Context, Hono } from 'hono'
import { paths } from '../paths.ts'
import type { McpParts } from './mcp-endpoint.ts'

/** Adds the endpoint for agents. It is loaded on the first request, as most sites serve people only. */
export function addMcp(app: Hono, parts: McpParts): void {
  let endpoint: Promise<(c: Context) => Promise<Response>> | undefined
  app.all(paths.mcp, async (c) => {
    endpoint ??= import('./mcp-endpoint.ts').then(({ mcpEndpoint }) => mcpEndpoint(parts))
    return (await endpoint)(c)
  })
}
