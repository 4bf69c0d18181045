import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Command } from 'commander'
import { loadBeat } from '../run/beat.ts'
import { createLog } from '../run/log.ts'
import { openToRead } from '../run/open-database.ts'
import { siteDeps } from '../run/site-deps.ts'
import { createApi } from '../site/api/routes.ts'
import { mcpServers } from '../site/mcp/mcp-server.ts'
import { settingsOf, siteAddress, withSettings } from './command-line.ts'

const MCP_SETTINGS = ['data', 'database_url', 'base_url', 'host', 'port', 'title', 'language', 'time_zone'] as const

/** Adds `mcp`, an MCP server over standard input and output, for agents that start their servers themselves. */
export function addMcp(program: Command, version: string): void {
  const command = program.command('mcp').description('Answer an agent over standard input and output, by MCP')
  withSettings(command, MCP_SETTINGS).action(async (options: Record<string, string>) => {
    const settings = settingsOf(options)
    const store = await openToRead(settings)
    const log = createLog(settings.log_level, settings.log_format)
    const parts = { store, beat: loadBeat(settings.data), threads: undefined, isReadonly: true, log }
    const api = createApi(siteDeps({ settings, version, now: Date.now }, parts))
    const make = await mcpServers({ title: settings.title, version, api })
    const connection = { origin: siteAddress(settings), tellsOfChanges: false }
    serveStdio(() => make(connection), { onerror: (err) => log.warn({ err }, 'an agent was not answered') })
    // The transport closes with standard input; only the open store would keep the process alive.
    process.stdin.once('end', () => void store.close())
  })
}
