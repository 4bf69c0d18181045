import type { Context, Hono } from 'hono'
import { paths } from '../paths.ts'
import type { McpParts } from './mcp-endpoint.ts'

/** The address for agents. What answers there is loaded when somebody asks: most sites serve people alone. */
export function addMcp(app: Hono, parts: McpParts): void {
  let endpoint: Promise<(c: Context) => Promise<Response>> | undefined
  app.all(paths.mcp, async (c) => {
    endpoint ??= import('./mcp-endpoint.ts').then(({ mcpEndpoint }) => mcpEndpoint(parts))
    return (await endpoint)(c)
  })
}
