import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AuspexProcess, startAuspexProcess } from '../run/auspex-process.ts'

/** The program itself, on a catalogue of feeds that attack it. */
export interface HostileProgram {
  readonly auspex: AuspexProcess
  /** The page of a source, in English. */
  page(sourceId: string): Promise<string>
  stop(): Promise<void>
}

/** @param feeds addresses by the id of their source @param hosts `host:port` that may be fetched although they are private */
export async function startHostileProgram(
  feeds: Readonly<Record<string, string>>,
  hosts: readonly string[],
): Promise<HostileProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-hostile-'))
  const catalogue = join(folder, 'sources.yaml')
  writeFileSync(catalogue, `sources:\n${Object.entries(feeds).map(sourceOf).join('')}`)
  const auspex = await startAuspexProcess(['start', '--data', folder, '--port', '0', '--sources', catalogue], {
    AUSPEX_ALLOW_PRIVATE: hosts.join(','),
    AUSPEX_POLL_MIN_SECONDS: '1',
    AUSPEX_POLL_MAX_SECONDS: '3',
    AUSPEX_FETCH_TIMEOUT_MS: '2000',
    AUSPEX_MAX_BODY_BYTES: '2000000',
    AUSPEX_MAX_CONNECTIONS_PER_HOST: '8',
  })
  return {
    auspex,
    page: async (id) => (await fetch(`${auspex.url}/sources/${id}?lang=en`)).text(),
    async stop() {
      await auspex.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function sourceOf([id, url]: readonly [string, string]): string {
  return `  - id: ${id}
    name: Source ${id}
    homepage: https://${id}.example/
    kind: ${url.includes('sitemap') ? 'sitemap' : 'rss'}
    feeds: [{ url: ${JSON.stringify(url)} }]
    language: en
    country: INT
    family: ${id}
    type: press
    tier: 2
    tierReason: a test
    topics: [models]
    hubs: []
    enabled: true
`
}
