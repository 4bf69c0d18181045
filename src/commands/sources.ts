import { type Command, Option } from 'commander'
import { loadSources, ownCatalogueFile } from '../run/catalogue-files.ts'
import { addToOwn } from '../run/catalogue-job.ts'
import { recordImport, whileCatalogueSettled } from '../run/import-journal.ts'
import { allowPrivate } from '../run/ingest-settings.ts'
import { openDatabase } from '../run/open-database.ts'
import { changeOwnCatalogue, SourceChangeError } from '../run/own-catalogue.ts'
import { syncSources } from '../run/sync-sources.ts'
import type { Settings } from '../settings.ts'
import { blankSource } from '../source/blank-source.ts'
import type { Catalogue } from '../source/catalogue.ts'
import type { FoundFeed, SourceCheck } from '../source/check-source.ts'
import { decodeBytes } from '../source/decode-bytes.ts'
import { parseOpml } from '../source/opml.ts'
import { languageTag, planImport, type RefusedAddress, webAddress } from '../source/opml-import.ts'
import { SOURCE_TYPES, type Source, type SourceType, type Tier } from '../source/types.ts'
import { writeOpml } from '../source/write-opml.ts'
import { printJson, printLine, readInput, settingsOf, withSettings } from './command-line.ts'
import { withStore } from './with-store.ts'

const SETTINGS_USED = ['data', 'database_url', 'sources', 'contact', 'allow_private', 'fetch_timeout_ms'] as const

/** Maximum number of addresses that a message names. */
const MOST_SHOWN = 10

/** Reasons, as printed, why addresses of a list are not followed. */
const LEFT_OUT: Readonly<Record<RefusedAddress, string>> = {
  noAddress: 'these are no addresses of feeds',
  tooLong: 'these addresses are too long',
  private: 'these are in a private network, which is read where --allow-private names the host',
}

/** Adds `sources list|add|remove|check|import|export`. */
export function addSources(program: Command, version: string): void {
  const sources = program.command('sources').description('Whom we read: the shipped catalogue and your own additions')
  defineList(sources)
  defineCheck(sources, version)
  defineAdd(sources, version)
  defineRemove(sources)
  defineImport(sources)
  defineExport(sources)
}

function defineList(sources: Command): void {
  withSettings(sources.command('list').description('All sources'), SETTINGS_USED)
    .option('--json', 'as data')
    .action((options: Record<string, string>) => {
      const all = loadSources(settingsOf(options))
      if (options.json) return printJson({ sources: all })
      for (const { id, tier, isEnabled, name, feeds } of all) {
        printLine(`${isEnabled ? ' ' : '-'} tier ${tier}  ${id.padEnd(32)} ${name} · ${feeds[0]?.url ?? ''}`)
      }
    })
}

function defineCheck(sources: Command, version: string): void {
  withSettings(
    sources
      .command('check')
      .description('Fetch an address and say what it holds; without one, try every feed and propose repairs')
      .argument('[url]', 'feed or page'),
    SETTINGS_USED,
  )
    .option('--json', 'as data')
    .action(async (url: string | undefined, options: Record<string, string>) => {
      const { checkAll, checkAddress } = await import('./check-sources.ts')
      if (url === undefined) return checkAll(settingsOf(options), version, options.json !== undefined)
      const check = await checkAddress(settingsOf(options), version, url)
      if (options.json) printJson(check)
      else printCheck(check)
      if (check.feeds.length === 0) process.exitCode = 1
    })
}

function defineAdd(sources: Command, version: string): void {
  withSettings(
    sources.command('add').description('Follow a feed').argument('<url>', 'feed, or a page that names one'),
    SETTINGS_USED,
  )
    .option('--id <id>', 'kebab case; made from the title if not given')
    .option('--name <name>', 'as readers see it')
    .option('--tier <tier>', '1 primary, 2 reporting, 3 commentary, 4 community', '3')
    .option('--tier-reason <reason>', 'one line', 'Added by the operator.')
    .option('--family <owner>', 'owner; sources of one owner are one voice')
    .action(async (url: string, options: Record<string, string>) => {
      const settings = settingsOf(options)
      const { checkAddress } = await import('./check-sources.ts')
      const check = await checkAddress(settings, version, url)
      const [feed, ...others] = check.feeds
      if (!feed) {
        throw new SourceChangeError(`${url} cannot be followed: ${check.problems.join('; ')}. Nothing was added.`)
      }
      if (others.length > 0) {
        const found = check.feeds.map((each) => `  ${each.url}  ${each.title ?? ''}`).join('\n')
        throw new SourceChangeError(`${url} names several feeds; add one of them:\n${found}`)
      }
      const known = loadSources(settings).find((other) => other.feeds.some(({ url: each }) => each === feed.url))
      if (known && !known.isEnabled) return switchOn(settings, known.id)
      const source = newSource(feed, options)
      await changeSources(settings, (own, all) => withAdded(own, all, source))
      printLine(`Added ${source.id}: ${source.name}, ${feed.entries} entries, tier ${source.tier}.`)
      printLine(`It is in ${ownCatalogueFile(settings)}, where you can change it.`)
    })
}

function defineRemove(sources: Command): void {
  withSettings(
    sources.command('remove').description('Stop following a source; its items stay').argument('<id>', 'its id'),
    SETTINGS_USED,
  ).action(async (id: string, options: Record<string, string>) => {
    const settings = settingsOf(options)
    await changeSources(settings, (own, all) => {
      if (!all.some((source) => source.id === id)) {
        throw new SourceChangeError(`There is no source ${JSON.stringify(id)}; "auspex sources list" lists them.`)
      }
      const isOwn = own.sources.some((source) => source.id === id)
      return {
        sources: own.sources.filter((source) => source.id !== id),
        switchedOff: isOwn ? own.switchedOff : [...new Set([...own.switchedOff, id])],
      }
    })
    printLine(`Removed ${id}. What it published before stays.`)
  })
}

function defineImport(sources: Command): void {
  withSettings(
    sources
      .command('import')
      .description('Follow the feeds of an OPML file')
      .argument('<file>', '- for standard input')
      .option('--tier <tier>', '1 primary, 2 reporting, 3 commentary, 4 community', '3')
      .addOption(new Option('--type <type>', 'what they are').choices(SOURCE_TYPES).default('blog'))
      .option('--reason <text>', 'why; public in /corrections and with the tier', 'Added by the operator.'),
    SETTINGS_USED,
  ).action(async (file: string, options: Record<string, string>) => {
    const settings = settingsOf(options)
    const as = { tier: tierOf(options), tierReason: options.reason!, type: options.type as SourceType }
    const list = parseOpml(decodeBytes(await readInput(file)))
    const asked = { as, reason: as.tierReason, at: Date.now() }
    const { fresh, known, refused, isSalvaged, act } = await withStore(openDatabase(settings), (store) =>
      whileCatalogueSettled(settings, store, async () => {
        const planned = planImport(list, loadSources(settings), allowPrivate(settings), undefined, as)
        const begun = addToOwn(settings, planned.fresh, asked)
        await syncSources(store, loadSources(settings))
        return { ...planned, act: await recordImport(store, begun) }
      }),
    )
    const found = `${fresh.length + known.length} feeds; ${known.length} were known`
    printLine(`Added ${fresh.length} of ${found}.`)
    if (act !== undefined) printLine(`It is act ${act}; "auspex admin undo ${act}" takes it back as a whole.`)
    for (const [why, words] of Object.entries(LEFT_OUT)) {
      const addresses = refused.filter((each) => each.why === why).map(({ address }) => address.slice(0, 100))
      if (addresses.length === 0) continue
      const more = addresses.length > MOST_SHOWN ? ` and ${addresses.length - MOST_SHOWN} more` : ''
      printLine(`Left out, for ${words}: ${addresses.slice(0, MOST_SHOWN).join(', ')}${more}.`)
    }
    if (isSalvaged) printLine('The list is damaged, or ends too early: feeds may be missing.')
  })
}

function defineExport(sources: Command): void {
  withSettings(sources.command('export').description('The sources that are on, as OPML'), SETTINGS_USED).action(
    (options: Record<string, string>) => {
      const followed = loadSources(settingsOf(options)).filter((source) => source.isEnabled)
      process.stdout.write(writeOpml(followed, 'Auspex'))
    },
  )
}

function printCheck(check: SourceCheck): void {
  for (const { url, title, entries, newestTitle, newestPublished, language, suggestedId } of check.feeds) {
    printLine(url)
    printLine(
      `  ${title ?? 'without title'} · ${entries} entries · language ${language ?? 'not said'} · id ${suggestedId}`,
    )
    if (newestTitle) printLine(`  first: ${newestTitle} (${newestPublished ?? 'without date'})`)
  }
  for (const problem of check.problems) printLine(`Problem: ${problem}`)
}

function newSource(feed: FoundFeed, options: Record<string, string>): Source {
  const id = options.id ?? feed.suggestedId
  const name = options.name ?? feed.title ?? id
  return {
    ...blankSource(id, name, feed.url),
    homepage: webAddress(feed.homepage) ?? new URL(feed.url).origin,
    language: languageTag(feed.language) ?? 'mul',
    kind: feed.kind,
    tier: tierOf(options),
    tierReason: options.tierReason ?? '',
    family: options.family ?? name,
  }
}

/** @throws SourceChangeError */
function tierOf({ tier }: Record<string, string>): Tier {
  const found = ([1, 2, 3, 4] as const).find((each) => String(each) === tier)
  if (found === undefined) throw new SourceChangeError(`--tier should be 1, 2, 3 or 4, got ${tier}.`)
  return found
}

/** @throws SourceChangeError */
function withAdded(own: Catalogue, all: readonly Source[], source: Source): Catalogue {
  const url = source.feeds[0]?.url
  const twin = all.find((other) => other.isEnabled && other.feeds.some((feed) => feed.url === url))
  if (twin) throw new SourceChangeError(`${url} is followed already, as ${twin.id}.`)
  if (all.some((other) => other.id === source.id)) {
    throw new SourceChangeError(`There is a source ${source.id} already; choose another id with --id.`)
  }
  return { ...own, sources: [...own.sources, source] }
}

/** Re-enables a source that was removed or disabled. */
async function switchOn(settings: Settings, id: string): Promise<void> {
  await changeSources(settings, (own) => ({
    sources: own.sources.map((source) => (source.id === id ? { ...source, isEnabled: true } : source)),
    switchedOff: own.switchedOff.filter((each) => each !== id),
  }))
  const isOn = loadSources(settings).some((source) => source.id === id && source.isEnabled)
  if (!isOn) throw new SourceChangeError(`${id} is switched off in the shipped catalogue; copy it to your own file.`)
  printLine(`Switched ${id} on again.`)
}

/**
 * Changes the operator's catalogue, if it can be read back, and notifies a running Auspex through the database.
 *
 * @param change gets the catalogue in force too
 */
async function changeSources(
  settings: Settings,
  change: (own: Catalogue, all: readonly Source[]) => Catalogue,
): Promise<void> {
  await withStore(openDatabase(settings), (store) =>
    whileCatalogueSettled(settings, store, async () => {
      changeOwnCatalogue(settings, (own) => change(own, loadSources(settings)))
      await syncSources(store, loadSources(settings))
    }),
  )
}
