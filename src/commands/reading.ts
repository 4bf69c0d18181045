import type { Command } from 'commander'
import { briefDate, briefWindow } from '../brief/brief-window.ts'
import { briefMarkdown } from '../brief/markdown.ts'
import { selectStories } from '../brief/select.ts'
import { loadBeat } from '../run/beat.ts'
import { openDatabase } from '../run/open-database.ts'
import type { Settings } from '../settings.ts'
import { type JsonContext, storyLineJson, storyPageJson } from '../site/api/story-json.ts'
import type { UiLanguage } from '../site/messages.ts'
import { paths } from '../site/paths.ts'
import type { Store, StoryRecord } from '../store/types.ts'
import { printJson, printLine, settingsOf, withSettings } from './command-line.ts'

const READING_SETTINGS = ['data', 'database_url', 'base_url', 'language', 'time_zone', 'host', 'port'] as const
const HISTORY_LENGTH = 200

/** No story has that number, or the argument is none. */
export class NoSuchStoryError extends Error {
  override readonly name = 'NoSuchStoryError'

  constructor(written: string) {
    super(`There is no story ${JSON.stringify(written)}; "auspex stories" lists them.`)
  }
}

/** `stories`, `story` and `brief`: what is stored, read from the command line. */
export function addReading(program: Command): void {
  withSettings(program.command('stories').description('List stories, best first'), READING_SETTINGS)
    .option('--json', 'as /api/v1/stories gives them')
    .option('--kind <kind>', 'release, research, policy, funding, infrastructure, incident, opinion, tool or other')
    .option('--entity <id>', 'only stories about it')
    .option('--hours <n>', 'only stories with news in the last hours')
    .option('--order <order>', 'score, newest or independent', 'score')
    .option('--limit <n>', 'how many', '30')
    .option('--after <cursor>', '"next" of the list before')
    .action(async (options: Record<string, string>) => {
      const settings = settingsOf(options)
      await withStore(settings, async (store) => {
        const page = await store.listStories({
          kind: options.kind as StoryRecord['kind'] | undefined,
          entityId: options.entity,
          since: options.hours === undefined ? undefined : Date.now() - Number(options.hours) * 3_600_000,
          order: options.order as 'score',
          limit: Math.min(1_000, Math.max(1, Number(options.limit) || 30)),
          after: options.after,
        })
        const context = jsonContext(settings)
        const stories = page.stories.map((story) => storyLineJson(story, context))
        if (options.json) return printJson({ stories, next: page.next ?? null })
        for (const story of stories) {
          printLine(
            `${story.score.toFixed(0).padStart(3)}  ${String(story.id).padStart(6)}  ${story.kind.padEnd(14)} ${story.headline}`,
          )
          printLine(
            `${' '.repeat(29)}${story.independent} independent · ${story.echoes} echoes · ${story.copies} copies`,
          )
        }
        if (stories.length === 0) printLine('No stories yet.')
      })
    })

  withSettings(
    program.command('story').description('One story, whole').argument('<id>', 'its number'),
    READING_SETTINGS,
  )
    .option('--json', 'as /api/v1/stories/ID gives it')
    .action(async (written: string, options: Record<string, string>) => {
      const settings = settingsOf(options)
      await withStore(settings, async (store) => {
        const found = /^\d{1,15}$/.test(written) ? await findStory(store, Number(written)) : undefined
        if (!found) throw new NoSuchStoryError(written)
        const [history, sources] = await Promise.all([
          store.events({ storyId: found.story.id, limit: HISTORY_LENGTH, newestFirst: true }),
          store.sources(),
        ])
        const byId = new Map(sources.map((source) => [source.id, source]))
        const page = storyPageJson(found.story, found.members, history, byId, jsonContext(settings))
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

  withSettings(
    program.command('brief').description('The edition of a day, in Markdown').argument('[date]', 'YYYY-MM-DD; today'),
    READING_SETTINGS,
  )
    .option('--json', 'as data')
    .action(async (date: string | undefined, options: Record<string, string>) => {
      const settings = settingsOf(options)
      await withStore(settings, async (store) => {
        const day = date ?? briefDate(Date.now(), settings.time_zone)
        const window = briefWindow(day, settings.time_zone)
        const { stories } = await store.listStories({ order: 'score', since: window.from, limit: 500 })
        const brief = selectStories(stories, { window })
        const context = jsonContext(settings)
        if (options.json) {
          return printJson({
            date: day,
            stories: brief.stories.map(({ story }) => storyLineJson(story, context)),
            also: brief.also.map((story) => storyLineJson(story, context)),
          })
        }
        const cited = await citedSources(
          store,
          brief.stories.map(({ story }) => story),
        )
        const markdown = briefMarkdown(brief, {
          date: day,
          language: context.language,
          storyUrl: (id) => context.baseUrl + paths.storyById(id),
          source: (itemId) => cited.get(itemId),
        })
        process.stdout.write(markdown)
      })
    })
}

/** A story by number, through merges. */
async function findStory(store: Store, id: number) {
  const found = await store.story(id)
  const through = found?.type === 'moved' ? await store.story(found.into) : found
  return through?.type === 'story' ? through : undefined
}

async function citedSources(store: Store, stories: readonly StoryRecord[]) {
  const sentences = stories.flatMap(({ summary }) => [
    ...summary.sentences,
    ...(summary.impact ? [summary.impact] : []),
  ])
  const ids = new Set(sentences.flatMap((sentence) => sentence.citations.map((citation) => citation.itemId)))
  const names = new Map((await store.sources()).map((source) => [source.id, source.name]))
  const items = await store.items([...ids])
  return new Map(
    items.map(({ id, sourceId, title, url }) => [id, { publisher: names.get(sourceId) ?? sourceId, title, url }]),
  )
}

async function withStore(settings: Settings, use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openDatabase(settings)
  try {
    await use(store)
  } finally {
    await store.close()
  }
}

function jsonContext(settings: Settings): JsonContext {
  return {
    gazetteer: loadBeat().gazetteer,
    language: settings.language as UiLanguage,
    baseUrl: settings.base_url.replace(/\/+$/, '') || `http://${settings.host}:${settings.port}`,
  }
}
