import { loadSources, ownCatalogueFile } from '../run/catalogue-files.ts'
import { fetcherFor } from '../run/fetcher-for.ts'
import type { Settings } from '../settings.ts'
import { checkCatalogue, type FeedCheck } from '../source/check-catalogue.ts'
import { checkSource, type SourceCheck } from '../source/check-source.ts'
import type { PolledFeed } from '../source/clients/client.ts'
import { clientOf } from '../source/clients/clients.ts'
import { politeClient } from '../source/clients/polite.ts'
import { createCrawlPolicy } from '../source/crawl-policy.ts'
import { printJson, printLine } from './command-line.ts'

/** Checks every feed of the enabled sources and prints the results; sources that are read from mail are skipped. */
export async function checkAll(settings: Settings, version: string, isJson: boolean): Promise<void> {
  const fetcher = fetcherFor(settings, version)
  const sources = loadSources(settings).filter(({ kind }) => kind !== 'mail')
  try {
    const onChecked = isJson ? undefined : printFeedCheck
    const policy = createCrawlPolicy(fetcher, Date.now)
    const clientFor = (feed: PolledFeed) => politeClient(clientOf(feed), policy)
    const checks = await checkCatalogue(sources, { fetcher, now: Date.now, onChecked, clientFor })
    if (isJson) printJson({ feeds: checks })
    else printOutcome(checks, ownCatalogueFile(settings))
    if (checks.some(({ result }) => result === 'fails')) process.exitCode = 1
  } finally {
    await fetcher.close()
  }
}

function printFeedCheck({ result, sourceId, url, problem, movedTo, repairs }: FeedCheck): void {
  if (result === 'answers') return
  printLine(`${sourceId}  ${url}`)
  if (result === 'fails') printLine(`  Problem: ${problem}`)
  if (result === 'empty') printLine('  Problem: it answers without any entry')
  if (movedTo !== undefined) printLine(`  It has moved for good, and is followed there. Repair: ${movedTo}`)
  for (const repair of repairs) printLine(`  Repair: ${repair.url}  ${repair.title ?? ''} · ${repair.entries} entries`)
}

function printOutcome(checks: readonly FeedCheck[], file: string): void {
  const well = checks.filter(({ result }) => result === 'answers' || result === 'moved').length
  printLine(`${well} of ${checks.length} feeds answer.`)
  if (well < checks.length) printLine(`A source in ${file} takes the place of the shipped one with its id.`)
}

/** Checks a single address: fetches it and finds its feeds. */
export async function checkAddress(settings: Settings, version: string, url: string): Promise<SourceCheck> {
  const fetcher = fetcherFor(settings, version)
  try {
    return await checkSource(url, fetcher, Date.now)
  } finally {
    await fetcher.close()
  }
}
