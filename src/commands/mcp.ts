import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Command } from 'commander'
import { loadBeat } from '../run/beat.ts'
import { openToRead } from '../run/open-database.ts'
import { siteSettings } from '../run/site-settings.ts'
import { createApi } from '../site/api/routes.ts'
import { mcpServers } from '../site/mcp/mcp-server.ts'
import { settingsOf, withSettings } from './command-line.ts'

const MCP_SETTINGS = ['data', 'database_url', 'base_url', 'host', 'port', 'title', 'language', 'time_zone'] as const

/** `mcp`: what is stored, for an agent that starts its servers itself. */
export function addMcp(program: Command, version: string): void {
  const command = program.command('mcp').description('Answer an agent over standard input and output, by MCP')
  withSettings(command, MCP_SETTINGS).action(async (options: Record<string, string>) => {
    const settings = settingsOf(options)
    const store = await openToRead(settings)
    const startedAt = Date.now()
    const beat = loadBeat(settings.data)
    const api = createApi({
      store,
      gazetteer: beat.gazetteer,
      atlas: beat.atlas,
      now: Date.now,
      settings: siteSettings({ settings }, beat),
      status: () => ({ polling: 'none', startedAt, version, feedsTried: 0, feedsTotal: 0 }),
      onFault: (fault) => console.error(fault),
    })
    const make = await mcpServers({ title: settings.title, version, api })
    const origin = settings.base_url || `http://${settings.host}:${settings.port}`
    serveStdio(() => make({ origin, tellsOfChanges: false }), { onerror: (error) => console.error(error) })
    // The transport closes with standard input; the store is all that would keep the program.
    process.stdin.once('end', () => void store.close())
  })
}
