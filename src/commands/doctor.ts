import { accessSync, constants, statfsSync } from 'node:fs'
import { createMailer } from '../delivery/mailer.ts'
import { fileFailure } from '../lib/file-failure.ts'
import { loadBeat } from '../run/beat.ts'
import { loadSources } from '../run/catalogue-files.ts'
import { clockWords, lastStoredAt } from '../run/clock-words.ts'
import { embeddingChoice } from '../run/embedding/choice.ts'
import { tryEmbedding } from '../run/embedding/try-embedding.ts'
import { fetcherFor } from '../run/fetcher-for.ts'
import { makeDataFolder } from '../run/make-data-folder.ts'
import { modelChoice } from '../run/model/choice.ts'
import { tryModel } from '../run/model/try-model.ts'
import { openDatabase } from '../run/open-database.ts'
import { type Settings, unknownVariables } from '../settings.ts'
import type { Store } from '../store/types.ts'

async function tryMailServer({ smtp_url: smtpUrl, mail_from: from, base_url: baseUrl, title }: Settings) {
  const { host } = new URL(smtpUrl)
  const mailer = createMailer({ smtpUrl, from, baseUrl, title })
  try {
    await mailer.check()
    return `${host} lets us in`
  } catch (error) {
    throw new UnwellError(`${host}: ${(error as Error).message}; see --smtp-url`, { cause: error })
  } finally {
    mailer.close()
  }
}

const MEGABYTE = 1_000_000
/** Least free disk space; a day of the shipped catalogue takes less than a tenth of it. */
const LEAST_FREE_BYTES = 200 * MEGABYTE

/** A check found something wrong; the message says what. */
class UnwellError extends Error {
  override readonly name = 'UnwellError'
}

/** The result of one check. */
export interface Finding {
  readonly isWell: boolean
  readonly what: string
  readonly words: string
}

/** Checks everything that Auspex needs with these settings, one after the other. */
export async function examine(settings: Settings, version: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const look: Look = async (what, examineOne) => {
    try {
      findings.push({ isWell: true, what, words: await examineOne() })
    } catch (error) {
      findings.push({ isWell: false, what, words: error instanceof Error ? error.message : String(error) })
    }
  }
  await look('Node.js', () => `${process.version} on ${process.platform} ${process.arch}`)
  await look('Settings', () => {
    const unknown = unknownVariables(process.env)
    if (unknown.length > 0) throw new UnwellError(`not read, for they are no settings: ${unknown.join(', ')}`)
    return 'all variables that begin with AUSPEX_ are read'
  })
  await look('Data folder', () => {
    makeDataFolder(settings.data)
    try {
      accessSync(settings.data, constants.W_OK)
    } catch (error) {
      throw new UnwellError(`${settings.data} cannot be written: ${fileFailure(error)}`, { cause: error })
    }
    const { bavail, bsize } = statfsSync(settings.data)
    const room = `${Math.floor((bavail * bsize) / MEGABYTE)} MB free`
    if (bavail * bsize < LEAST_FREE_BYTES) throw new UnwellError(`${settings.data} has only ${room}; free some space`)
    return `${settings.data} can be written, ${room}`
  })
  await look('Catalogue', () => {
    const sources = loadSources(settings)
    return `${sources.length} sources, ${sources.filter((source) => source.isEnabled).length} switched on`
  })
  await look('Beat', () => `${loadBeat(settings.data).gazetteer.entities().length} entities`)
  const opening = (async () => openDatabase(settings))()
  try {
    await look('Database', async () => countsInWords(await opening))
    // Without a database, the clock cannot be compared and a trial of the model has no ledger. The failure is reported above.
    const store = await opening.catch(() => undefined)
    if (store) await look('Clock', () => lastStoredAt(store).then((at) => clockWords(Date.now(), at)))
    await lookOutside(settings, version, store, look)
  } finally {
    await opening.then((store) => store.close()).catch(() => undefined)
  }
  return findings
}

type Look = (what: string, examineOne: () => string | Promise<string>) => Promise<void>

async function countsInWords(store: Store): Promise<string> {
  const { items, stories, backlog } = await store.counts(Date.now())
  return `${store.engine}, ${items} items, ${stories} stories, ${backlog} waiting`
}

/** Checks what needs the network: a feed, and the mail server, model and embedding model if set. */
async function lookOutside(settings: Settings, version: string, store: Store | undefined, look: Look): Promise<void> {
  await look('Network', async () => {
    const url = loadSources(settings).find((source) => source.isEnabled)?.feeds[0]?.url
    if (!url) return 'no source is switched on'
    const fetcher = fetcherFor(settings, version)
    try {
      const { status } = await fetcher.get(url)
      if (status >= 400) throw new UnwellError(`${new URL(url).host} answered ${status}`)
      return `${new URL(url).host} answered ${status}`
    } finally {
      await fetcher.close()
    }
  })
  if (settings.smtp_url) await look('Mail', () => tryMailServer(settings))
  const choice = modelChoice(settings)
  if (choice && store) await look('Model', () => tryModel(choice, store, Date.now))
  const embedding = embeddingChoice(settings)
  if (embedding) await look('Embeddings', () => tryEmbedding(embedding, Date.now))
}
