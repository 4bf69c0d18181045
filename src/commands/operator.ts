import { type Command, InvalidArgumentError } from 'commander'
import { SECOND_MS } from '../lib/instant.ts'
import { openDatabase } from '../run/open-database.ts'
import type { Settings } from '../settings.ts'
import { MOST_CHARACTERS, type OperatorAct, type StoredAct } from '../store/operator-types.ts'
import type { Store } from '../store/types.ts'
import { everySummary } from '../summary/summaries-in.ts'
import { addPassword } from './admin-password.ts'
import { printJson, printLine, settingsOf, wholeNumber, withSettings } from './command-line.ts'
import { addSavedDecisions } from './saved-decisions.ts'
import { addSavedSearches } from './saved-searches.ts'
import { withStore } from './with-store.ts'

const DATABASE_SETTINGS = ['data', 'database_url'] as const
/** How long a command waits for a running Auspex to apply an act; that checks its queue once a second. */
const ANSWER_WITHIN_MS = 5 * SECOND_MS
const storyNumber = wholeNumber(1, 999_999_999_999_999)

/** An act was refused; the message says why. */
export class ActRefusedError extends Error {
  override readonly name = 'ActRefusedError'
}

/** There is no report with this number. */
export class NoSuchReportError extends Error {
  override readonly name = 'NoSuchReportError'

  constructor(id: number) {
    super(`There is no report ${id}; "auspex admin reports" lists those that are open.`)
  }
}

/** Adds `admin`, with the operator's acts as at `/admin`. */
export function addOperator(program: Command): void {
  const admin = program
    .command('admin')
    .description('Correct, retract, split, merge, move, pin, block; set the password')
  addPassword(admin)
  addQueues(admin)
  addSavedDecisions(admin)
  addSavedSearches(admin)
  const add: AddAct = (name, description) =>
    withSettings(admin.command(name).description(description), [...DATABASE_SETTINGS])
      .requiredOption('--reason <text>', 'why; public in /corrections', words)
      .option('--json', 'as data')
  addWordActs(add)
  addStandingActs(add)
  addMemberActs(add)
  addSourceActs(add)
  add('undo', 'Take an act back: what it changed is again as before')
    .argument('<act>', 'its number, as `auspex admin acts` lists it', storyNumber)
    .action((act: number, options: ActOptions) => perform({ type: 'undo', act }, options))
}

/** Adds the command of an act, with its common options. */
type AddAct = (name: string, description: string) => Command

/** Adds the acts on a story's headline and sentences. */
function addWordActs(add: AddAct): void {
  add('headline', 'Correct the headline of a story; without a text, lift the correction')
    .argument('<story>', 'its number', storyNumber)
    .argument('[text]', 'the headline', words)
    .action((storyId: number, text: string | undefined, options: ActOptions) =>
      perform({ type: 'headline', storyId, text }, options),
    )
  add('sentence', 'Correct a sentence of a summary; without a text, strike it')
    .argument('<story>', 'its number', storyNumber)
    .argument('<sentence>', 'its number, from 1; those in other languages come last', wholeNumber(1, 20))
    .argument('[text]', 'the sentence; the items that it cites must support it', words)
    .action((storyId: number, index: number, text: string | undefined, options: ActOptions) =>
      perform(async (store) => {
        const found = await store.story(storyId)
        const sentence =
          found?.type === 'story'
            ? everySummary(found.story.summary).flatMap(({ sentences }) => sentences)[index - 1]?.text
            : undefined
        if (sentence === undefined) throw new ActRefusedError(`Story ${storyId} has no sentence ${index}.`)
        return { type: 'sentence', storyId, sentence, text }
      }, options),
    )
}

/** Adds the acts on whether and where a story is listed. */
function addStandingActs(add: AddAct): void {
  for (const [type, description] of [
    ['retract', 'Retract a story: it keeps its page, with the reason, and is on no list'],
    ['reinstate', 'Take a retraction back'],
    ['pin', 'Show a story first on the front page; its score stays'],
    ['unpin', 'Show it where its score puts it'],
  ] as const) {
    add(type, description)
      .argument('<story>', 'its number', storyNumber)
      .action((storyId: number, options: ActOptions) => perform({ type, storyId }, options))
  }
}

/** Adds the acts on which items a story has. */
function addMemberActs(add: AddAct): void {
  add('merge', 'Merge a story into another; its number redirects')
    .argument('<story>', 'its number', storyNumber)
    .argument('<into>', 'the number that stays', storyNumber)
    .action((storyId: number, into: number, options: ActOptions) => perform({ type: 'merge', storyId, into }, options))
  add('split', 'Take items out of a story into a new one; the engine leaves them there')
    .argument('<story>', 'its number', storyNumber)
    .argument('<items...>', 'numbers of the items', (written: string, before: number[] = []) => [
      ...before,
      storyNumber(written),
    ])
    .action((storyId: number, itemIds: readonly number[], options: ActOptions) =>
      perform({ type: 'split', storyId, itemIds }, options),
    )
  add('move', 'Move an item into another story; the engine leaves it there')
    .argument('<item>', 'its number', storyNumber)
    .argument('<into>', 'number of the story', storyNumber)
    .action((itemId: number, into: number, options: ActOptions) => perform({ type: 'move', itemId, into }, options))
}

/** Adds the acts on sources. */
function addSourceActs(add: AddAct): void {
  for (const [type, description] of [
    ['block', 'Poll a source no more, and count nothing of what it said'],
    ['unblock', 'Take a block back'],
  ] as const) {
    add(type, description)
      .argument('<source>', 'its id')
      .action((sourceId: string, options: ActOptions) => perform({ type, sourceId }, options))
  }
  add('tier', 'Set the tier of a source; the reason is shown with it')
    .argument('<source>', 'its id')
    .argument('<tier>', '1 to 4', tierNumber)
    .action((sourceId: string, tier: 1 | 2 | 3 | 4, options: ActOptions) =>
      perform({ type: 'tier', sourceId, tier }, options),
    )
}

interface ActOptions extends Readonly<Record<string, unknown>> {
  readonly reason: string
  readonly json?: boolean
}

/** Parses a text by the operator that readers will see. */
function words(written: string): string {
  const text = written.trim()
  if (text !== '' && text.length <= MOST_CHARACTERS) return text
  throw new InvalidArgumentError(`Expected 1 to ${MOST_CHARACTERS} characters.`)
}

function tierNumber(written: string): 1 | 2 | 3 | 4 {
  if (/^[1-4]$/.test(written)) return Number(written) as 1 | 2 | 3 | 4
  throw new InvalidArgumentError('Expected a tier from 1 to 4.')
}

/** Queues an act, has it applied by the process that tells stories, and prints the result. */
async function perform(
  wanted: OperatorAct | ((store: Store) => Promise<OperatorAct>),
  options: ActOptions,
): Promise<void> {
  const settings = settingsOf(options)
  await withStore(openDatabase(settings), async (store) => {
    const act = typeof wanted === 'function' ? await wanted(store) : wanted
    const id = await store.operator.ask({ act, reason: options.reason, at: Date.now() })
    const done = await answerOf(id, store, settings)
    if (options.json) printJson(done)
    if (done.state === 'refused') throw new ActRefusedError(done.answer)
    if (options.json) return
    if (done.state === 'waiting') printLine(`Act ${id} is in the queue; a running Auspex applies it.`)
    else printLine(`Done${done.answer ? `: story ${done.answer}` : ''}. It is act ${id}, public in /corrections.`)
  })
}

/** Applies an act here if no process is telling stories; otherwise waits up to 5 seconds for a running Auspex to do so. */
async function answerOf(id: number, store: Store, settings: Settings): Promise<StoredAct> {
  if (await store.tryLockStories()) {
    const [{ openDesk }, { loadBeat }] = await Promise.all([import('../run/open-desk.ts'), import('../run/beat.ts')])
    const desk = await openDesk(store, loadBeat(settings.data), settings)
    await desk.applyActs()
    return (await store.operator.act(id))!
  }
  for (let waited = 0; waited < ANSWER_WITHIN_MS; waited += 100) {
    const act = (await store.operator.act(id))!
    if (act.state !== 'waiting') return act
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return (await store.operator.act(id))!
}

/** Maximum number of an import's sources that are named; there may be a thousand. */
const MOST_NAMED = 5

/** Formats an act like its command: `merge 4 5`, `tier chip-daily 2`. */
function inWords(act: OperatorAct): string {
  const { type, ...what } = act
  if (act.type !== 'import') return [type, ...Object.values(what).flat()].map(said).join(' ')
  const { sourceIds, tier, kind } = act
  const more = sourceIds.length > MOST_NAMED ? ` and ${sourceIds.length - MOST_NAMED} more` : ''
  return `import ${sourceIds.slice(0, MOST_NAMED).join(', ')}${more}, tier ${tier}, ${kind}`
}

function said(value: unknown): string {
  return typeof value === 'string' && /\s/.test(value) ? JSON.stringify(value) : String(value)
}

function addQueues(admin: Command): void {
  withSettings(admin.command('acts').description('What was done and what waits, newest first'), [...DATABASE_SETTINGS])
    .option('--json', 'as data')
    .action(async (options: Record<string, string>) => {
      const acts = await withStore(openDatabase(settingsOf(options)), (store) => store.operator.acts({ limit: 200 }))
      if (options.json) return printJson(acts)
      for (const { id, act, state, reason, answer, undoneBy } of acts) {
        const undone = undoneBy === undefined ? '' : ` (undone by ${undoneBy})`
        printLine(`${String(id).padStart(5)}  ${state.padEnd(8)} ${inWords(act)}  ${reason} ${answer}${undone}`)
      }
      if (acts.length === 0) printLine('Nothing was done yet.')
    })
  withSettings(admin.command('reports').description('What readers reported as wrong'), [...DATABASE_SETTINGS])
    .option('--close <id>', 'mark one as done', storyNumber)
    .option('--json', 'as data')
    .action(async (options: Record<string, unknown> & { readonly close?: number; readonly json?: boolean }) => {
      await withStore(openDatabase(settingsOf(options)), async (store) => {
        if (options.close !== undefined) {
          if (!(await store.reports.close(options.close))) throw new NoSuchReportError(options.close)
          return printLine(`Report ${options.close} is closed.`)
        }
        const reports = await store.reports.list({ isOpen: true, limit: 200 })
        if (options.json) return printJson(reports)
        for (const { id, storyId, sentence, note } of reports) {
          printLine(`${String(id).padStart(5)}  story ${storyId}: ${note}`)
          if (sentence) printLine(`       on: ${sentence}`)
        }
        if (reports.length === 0) printLine('No report is open.')
      })
    })
}
