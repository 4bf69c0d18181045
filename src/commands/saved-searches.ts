import { type Command, InvalidArgumentError, Option } from 'commander'
import { CHATS, chatName } from '../delivery/chat/chat-address.ts'
import { readAlertTarget, readSavedSearch, type Wanted, wantedSchema } from '../delivery/saved-search.ts'
import { SavedUnreadableError } from '../delivery/saved-unreadable-error.ts'
import { loadBeat } from '../run/beat.ts'
import { openDatabase } from '../run/open-database.ts'
import type { Store } from '../store/types.ts'
import { STORY_KINDS } from '../story/types.ts'
import { printJson, printLine, settingsOf, wholeNumber, withSettings } from './command-line.ts'
import { savedName } from './saved-decisions.ts'
import { withStore } from './with-store.ts'

const SETTINGS = ['data', 'database_url', 'language'] as const

/** The criteria of a search are invalid, or name an unknown entity or hub. */
export class SearchWantsError extends Error {
  override readonly name = 'SearchWantsError'
}

/** There is no saved search with this name. */
export class NoSavedSearchError extends Error {
  override readonly name = 'NoSavedSearchError'

  constructor(name: string) {
    super(`There is no saved search ${JSON.stringify(name)}; "auspex admin searches" lists them.`)
  }
}

/** Options that a running Auspex needs to send alerts; without them, alerts wait and are dropped after two days. */
const NEEDED = { webhook: ' with --webhook-secret', chat: '', mail: ' with --smtp-url' } as const

interface SaveOptions {
  readonly to: string
  readonly kind?: string
  readonly tier?: number
  readonly in?: string
  readonly entity?: string
  readonly hub?: string
  readonly independent?: number
}

/** Adds `admin save-search`, `searches` and `forget-search`; new stories of saved searches are sent to a webhook, a chat or a mailbox. */
export function addSavedSearches(admin: Command): void {
  const add = (name: string, description: string) =>
    withSettings(admin.command(name).description(description), [...SETTINGS])

  add('save-search', 'Tell a webhook, a chat or a mailbox of each new story that a search finds')
    .argument('<name>', 'what to call it; one of the same name is replaced', savedName)
    .argument('[words...]', 'as in the search of the site')
    .requiredOption(
      '--to <address>',
      `webhook (https://…), mailto:somebody@mail.example, or a chat: ${CHATS.map((chat) => `${chat}:`).join(', ')}`,
      target,
    )
    .addOption(new Option('--kind <kind>', 'only stories of that kind').choices(STORY_KINDS))
    .option('--tier <tier>', 'only stories whose best report has at least that tier, 1 to 3', wholeNumber(1, 3))
    .option('--in <language>', 'only stories with an item in that language; zh takes both scripts and Cantonese')
    .option('--entity <id>', 'only stories about it')
    .option('--hub <id>', 'only stories of that city')
    .option('--independent <n>', 'only stories that so many owners report', wholeNumber(1, 100))
    .action(async (name: string, words: readonly string[], options: SaveOptions) => {
      const { data, language } = settingsOf({ ...options })
      const { to, in: inLanguage, kind, tier, entity, hub, independent } = options
      const wanted = wantedSchema.safeParse({
        ...{ words: words.join(' ').trim() || undefined, language: inLanguage },
        ...{ kind, tier, entity, hub, independent },
      })
      if (!wanted.success) throw new SearchWantsError(wanted.error.issues.map(({ message }) => message).join('; '))
      refuseUnknown(wanted.data, data)
      const saved = { name, needs: JSON.stringify(wanted.data), target: to, language, createdAt: Date.now() }
      await withStore(opened(options), (store) => store.savedSearches.save(saved))
      printLine(
        `Saved. A running Auspex${NEEDED[readAlertTarget(to)!.kind]} tells what there is within a minute, then each new story once.`,
      )
    })
  add('searches', 'The saved searches')
    .option('--json', 'as data')
    .action(async (options: { readonly json?: boolean }) => {
      const all = await withStore(opened(options), (store) => store.savedSearches.list())
      const shown = all.map(({ told, needs, target: to, ...each }) => ({
        ...each,
        ...{ ...wantedOf({ name: each.name, needs, target: to, told }), target: chatName(to) },
      }))
      if (options.json) return printJson(shown)
      for (const { name, wanted, problem, target: to, alerts } of shown) {
        const asked = Object.entries(wanted ?? {}).map(([key, value]) => `${key} ${value}`)
        printLine(`${name}: ${problem ?? asked.join(', ')} → ${to} (${alerts} alerts)`)
      }
      if (all.length === 0) printLine('No search is saved.')
    })
  add('forget-search', 'Send no more alerts of a saved search')
    .argument('<name>', 'as it was saved')
    .action(async (name: string, options: object) => {
      if (!(await withStore(opened(options), (store) => store.savedSearches.remove(name))))
        throw new NoSavedSearchError(name)
      printLine('Forgotten.')
    })
}

/** Returns the criteria of a saved search, or why they cannot be read. */
function wantedOf(saved: Parameters<typeof readSavedSearch>[0]): { wanted?: Wanted; problem?: string } {
  try {
    return { wanted: readSavedSearch(saved).wanted }
  } catch (error) {
    if (error instanceof SavedUnreadableError) return { problem: `cannot be read: ${error.reason}` }
    throw error
  }
}

/** Rejects unknown ids, with which a search would silently never find anything. @throws SearchWantsError */
function refuseUnknown({ entity, hub }: { entity?: string; hub?: string }, data: string): void {
  if (entity === undefined && hub === undefined) return
  const { gazetteer, atlas } = loadBeat(data)
  if (entity !== undefined && !gazetteer.entity(entity))
    throw new SearchWantsError(
      `There is no entity ${JSON.stringify(entity)}; "auspex entities" says what a text names.`,
    )
  if (hub !== undefined && !atlas.hubs.some(({ id }) => id === hub))
    throw new SearchWantsError(`There is no hub ${JSON.stringify(hub)}: ${atlas.hubs.map(({ id }) => id).join(', ')}.`)
}

function opened(options: object): Promise<Store> {
  return openDatabase(settingsOf({ ...options }))
}

function target(written: string): string {
  if (readAlertTarget(written)) return written
  throw new InvalidArgumentError(
    'Expected https://…, mailto:somebody@mail.example, or a chat such as slack:https://hooks.slack.com/….',
  )
}
