import { type Command, InvalidArgumentError, Option } from 'commander'
import { briefDate } from '../brief/brief-window.ts'
import { dayEdition } from '../delivery/day-edition.ts'
import { BRIEF_FORMATS, type BriefFormat, writtenBrief } from '../delivery/written-brief.ts'
import { HOUR_MS } from '../lib/instant.ts'
import { weightsInForce } from '../rank/weights-in-force.ts'
import { loadBeatRules } from '../run/beat-file.ts'
import { loadGazetteer } from '../run/gazetteer-file.ts'
import { openToRead } from '../run/open-database.ts'
import type { Settings } from '../settings.ts'
import { briefJson } from '../site/api/brief-json.ts'
import { type JsonContext, storyListJson } from '../site/api/story-json.ts'
import { wholeStoryJson } from '../site/api/whole-story.ts'
import { hiddenWordsProblem, readHiddenWords } from '../site/hidden/hidden-words.ts'
import { hidingBy } from '../site/hidden/hiding.ts'
import { shownEdition } from '../site/hidden/shown-edition.ts'
import { messagesIn, UI_LANGUAGES, type UiLanguage } from '../site/messages.ts'
import type { StoryOrder } from '../store/query-types.ts'
import type { Store } from '../store/types.ts'
import { STORY_KINDS, type StoryKind } from '../story/types.ts'
import { printJson, printLine, settingsOf, siteAddress, wholeNumber, withSettings } from './command-line.ts'
import { withStore } from './with-store.ts'

const READING_SETTINGS = ['data', 'database_url', 'base_url', 'language', 'host', 'port'] as const
const MOST_LISTED = 1_000

/** There is no story with this number, or the argument is not a number. */
export class NoSuchStoryError extends Error {
  override readonly name = 'NoSuchStoryError'

  constructor(written: string) {
    super(`There is no story ${JSON.stringify(written)}; "auspex stories" lists them.`)
  }
}

interface StoriesOptions {
  readonly json?: boolean
  readonly kind?: StoryKind
  readonly tier?: 1 | 2 | 3 | 4
  readonly in?: string
  readonly entity?: string
  readonly hub?: string
  readonly source?: string
  readonly community?: boolean
  readonly hours?: number
  readonly order: StoryOrder
  readonly limit: number
  readonly hide?: readonly string[]
  readonly after?: string
}

interface BriefOptions {
  readonly date?: string
  readonly lang?: UiLanguage
  readonly format: BriefFormat | 'eml'
  readonly hide?: readonly string[]
  readonly json?: boolean
}

/** The argument is not a calendar day, or is in the future. */
export class NoSuchDayError extends Error {
  override readonly name = 'NoSuchDayError'

  constructor(day: string) {
    super(`${JSON.stringify(day)} is no day up to today; give one as YYYY-MM-DD.`)
  }
}

/** Adds `stories`, `story` and `brief`, which print what is stored. */
export function addReading(program: Command): void {
  addStories(program)
  addStory(program)
  addBrief(program)
}

function addStories(program: Command): void {
  withSettings(program.command('stories').description('List stories, best first'), READING_SETTINGS)
    .option('--json', 'as /api/v1/stories gives them')
    .addOption(new Option('--kind <kind>', 'only stories of that kind').choices(STORY_KINDS))
    .option('--tier <tier>', 'only stories whose best report has at least that tier, 1 to 4', wholeNumber(1, 4))
    .option('--in <language>', 'only stories with an item in that language; zh takes both scripts and Cantonese')
    .option('--entity <id>', 'only stories about it')
    .option('--hub <id>', 'only stories of that city')
    .option('--source <id>', 'only stories that the source carries')
    .option('--community', 'the stories that only open communities carry')
    .option('--hours <n>', 'only stories with news in the last hours', wholeNumber(1, 24 * 3_650))
    .addOption(
      new Option('--order <order>', 'what comes first').choices(['score', 'newest', 'independent']).default('score'),
    )
    .option('--hide <words>', 'words to hide, separated by commas: stories that have one are left out', wordsToHide)
    .option('--limit <n>', 'how many', wholeNumber(1, MOST_LISTED), 30)
    .option('--after <cursor>', '"next" of the list that came before')
    .action(async (options: StoriesOptions) => {
      const settings = settingsOf({ ...options })
      await withStore(openToRead(settings), async (store) => {
        const context = jsonContext(settings, options.hide)
        const page = await store.listStories({
          kind: options.kind,
          maxTier: options.tier,
          language: options.in,
          entityId: options.entity,
          hub: options.hub,
          sourceId: options.source,
          community: options.community,
          since: options.hours === undefined ? undefined : Date.now() - options.hours * HOUR_MS,
          order: options.order,
          limit: options.limit,
          after: options.after,
          isShown: context.hiding?.isShown,
        })
        const list = storyListJson(page, context)
        if (options.json) return printJson(list)
        for (const { id, score, kind, headline, independent, echoes, copies } of list.stories) {
          printLine(`${score.toFixed(0).padStart(3)}  ${String(id).padStart(6)}  ${kind.padEnd(14)} ${headline}`)
          printLine(`${' '.repeat(29)}${tallyWords(independent, echoes, copies)}`)
        }
        if (list.stories.length === 0) printLine('No story fits.')
        if (list.hidden) printLine(`${messagesIn('en').hiding.hiddenStories(list.hidden)}.`)
        if (list.next !== null) printLine(`More: --after ${list.next}`)
      })
    })
}

function addStory(program: Command): void {
  withSettings(
    program.command('story').description('One story, whole').argument('<id>', 'its number'),
    READING_SETTINGS,
  )
    .option('--json', 'as /api/v1/stories/ID gives it')
    .action(async (written: string, options: { readonly json?: boolean }) => {
      const settings = settingsOf({ ...options })
      await withStore(openToRead(settings), async (store) => {
        const found = /^\d{1,15}$/.test(written) ? await findStory(store, Number(written)) : undefined
        if (!found) throw new NoSuchStoryError(written)
        const page = await wholeStoryJson(store, found, jsonContext(settings))
        if (options.json) return printJson(page)
        printLine(`${page.headline}\n`)
        for (const sentence of page.summarySentences) printLine(sentence.text)
        printLine(`\n${page.score} of 100: ${page.reason}\n`)
        for (const member of page.coverage) {
          printLine(`${member.role.padEnd(8)} tier ${member.tier}  ${member.source.name}: ${member.title}`)
          if (member.url) printLine(`${' '.repeat(17)}${member.url}`)
        }
      })
    })
}

function addBrief(program: Command): void {
  withSettings(program.command('brief').description('The edition of a day').argument('[date]', 'YYYY-MM-DD; today'), [
    ...READING_SETTINGS,
    'time_zone',
    'weights',
    'title',
    'mail_from',
  ])
    .option('--date <date>', 'the same as the argument')
    .addOption(new Option('--lang <language>', 'language of the edition; default: --language').choices(UI_LANGUAGES))
    .addOption(
      new Option('--format <format>', 'how it is written').choices([...BRIEF_FORMATS, 'eml']).default('markdown'),
    )
    .option('--hide <words>', 'words to hide, separated by commas: stories that have one are left out', wordsToHide)
    .option('--json', 'as /api/v1/brief/DATE gives it')
    .action(async (argument: string | undefined, options: BriefOptions) => {
      const settings = settingsOf({ ...options })
      const now = Date.now()
      const day = argument ?? options.date ?? briefDate(now, settings.time_zone)
      await withStore(openToRead(settings), async (store) => {
        const { time_zone: timeZone } = settings
        const weights = weightsInForce(settings.weights, loadBeatRules(settings.data))
        const whole = await dayEdition({ store, timeZone, weights, isKept: false }, day, now)
        if (!whole) throw new NoSuchDayError(day)
        const context = { ...jsonContext(settings, options.hide), ...(options.lang ? { language: options.lang } : {}) }
        if (options.json) return printJson(briefJson(whole, context))
        const edition = context.hiding ? shownEdition(whole, context.hiding) : whole
        const { title, mail_from: from } = settings
        if (options.format !== 'eml') return process.stdout.write(writtenBrief(edition, options.format, context))
        const { briefMailFile } = await import('../delivery/mailer.ts')
        process.stdout.write(await briefMailFile(edition, { ...context, title, from }))
      })
    })
}

/** @throws InvalidArgumentError */
function wordsToHide(written: string): readonly string[] {
  const { words, fault } = readHiddenWords(written)
  if (fault) throw new InvalidArgumentError(`${hiddenWordsProblem(fault)}.`)
  return words
}

/** Finds a published story by its number; for a merged one, the story that it was merged into. */
async function findStory(store: Store, id: number) {
  const found = await store.story(id)
  const through = found?.type === 'moved' ? await store.story(found.into) : found
  return through?.type === 'story' ? through : undefined
}

function jsonContext(settings: Settings, hide: readonly string[] = []): JsonContext {
  const gazetteer = loadGazetteer(settings.data)
  return {
    gazetteer,
    hiding: hide.length > 0 ? hidingBy(hide, gazetteer) : undefined,
    language: settings.language as UiLanguage,
    baseUrl: siteAddress(settings),
  }
}

/** Formats a tally as `2 independent · 1 echo · 0 copies`. */
function tallyWords(independent: number, echoes: number, copies: number): string {
  const m = messagesIn('en')
  return [m.independent(independent), m.echoes(echoes), m.copies(copies)].join(' · ')
}
