import { BRIEF_WORDS } from '../brief/brief-words.ts'
import { DAY_MS, type Instant, isoInstant, MINUTE_MS } from '../lib/instant.ts'
import { UI_LANGUAGES, type UiLanguage } from '../lib/ui-languages.ts'
import type { Delivery, Saved } from '../store/post-types.ts'
import type { StoryRecord } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import { headlineIn } from '../summary/headline.ts'
import { summaryIn } from '../summary/summaries-in.ts'
import type { MailBody } from './outbox.ts'
import { readSavedSearch, type SavedSearch, type Wanted } from './saved-search.ts'
import { SavedUnreadableError } from './saved-unreadable-error.ts'
import { searchToken } from './search-mail.ts'

export interface SearchAlertOptions {
  readonly store: Store
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Name of the site. */
  readonly title: string
}

/** A story without an update for longer than this is not news, even if it only now begins to match. */
const NEWS_MS = 3 * DAY_MS
/** Stories listed in one alert; further ones are only counted, but also marked as sent. */
const MOST_TOLD = 10
/** Stories examined per search and run. */
const MOST_READ = 100
/** Merges examined per step; more than a hundred stories have. */
const MOST_MERGES = 500
/** Minimum time between two mails of a search: stories found meanwhile go into the next. */
const MAIL_EVERY_MS = 15 * MINUTE_MS
/** Ids of sent stories that are kept; older ones are no longer news by then. */
const MOST_KEPT = 2_000

/**
 * Runs each saved search and puts an alert into the outbox if it finds new stories. A story is sent once: when it first matches, for
 * example because it reached the required number of owners. The first alert of a search contains the current matches, even if there are
 * none, so that whoever saved it sees that alerts arrive. At most one mail of a search waits at a time, however long the mail server is
 * down.
 *
 * @returns an error for each search that cannot be read, with its name in the message
 */
export async function tellSearches(options: SearchAlertOptions, now: Instant): Promise<readonly Error[]> {
  const problems: Error[] = []
  for (const saved of await options.store.savedSearches.list()) {
    try {
      await tellOne(saved, readSavedSearch(saved), options, now)
    } catch (error) {
      if (!(error instanceof SavedUnreadableError)) throw error
      problems.push(error)
    }
  }
  return problems
}

async function tellOne(saved: Saved, search: SavedSearch, options: SearchAlertOptions, now: Instant): Promise<void> {
  const { store } = options
  const { told, to } = search
  if (to.kind === 'mail' && (await isMailTooSoon(saved, to.email, store, now))) return
  const matches = (await matching(store, search.wanted, now)).filter(({ id }) => !told.has(id))
  const sent = await sentByOtherNumber(matches, told, store)
  const found = matches.filter(({ id }) => !sent.has(id))
  const isFirst = saved.told === ''
  if (found.length === 0 && !isFirst) return
  const alert = await alertOf(saved, search, found, options, now)
  const target = to.kind === 'mail' ? to.email : saved.target
  await store.deliveries.add([{ ...alert, target, subject: subjectOf(saved, saved.alerts + 1), createdAt: now }])
  const marks = [...told, ...matches.map(({ id }) => id)].slice(-MOST_KEPT)
  await store.savedSearches.noteTold(saved, JSON.stringify(marks))
}

/** Returns those stories that have taken in one that was sent. */
async function sentByOtherNumber(
  matches: readonly StoryRecord[],
  told: ReadonlySet<number>,
  store: Pick<Store, 'events'>,
): Promise<ReadonlySet<number>> {
  const sent = new Set<number>()
  /** By number of a story, the match that it is now part of. */
  const matchOf = new Map(matches.map(({ id }) => [id, id]))
  for (let ids = told.size === 0 ? [] : [...matchOf.keys()]; ids.length > 0; ) {
    const merges = await store.events({ storyIds: ids, types: ['merged'], limit: MOST_MERGES })
    ids = []
    for (const { data } of merges) {
      const [from, into] = [Number(data.from), Number(data.into)]
      const match = matchOf.get(into)
      if (match === undefined || matchOf.has(from)) continue
      matchOf.set(from, match)
      ids.push(from)
      if (told.has(from)) sent.add(match)
    }
  }
  return sent
}

/** Returns a numbered subject for idempotence: if the process dies before `noteTold`, the next run adds it again and the outbox drops it. */
function subjectOf({ name, createdAt }: Saved, alert: number): string {
  return `search ${name} of ${isoInstant(createdAt)}, ${alert}`
}

/** Returns whether the previous mail is still waiting, or was written less than `MAIL_EVERY_MS` ago. */
async function isMailTooSoon(saved: Saved, target: string, store: Store, now: Instant): Promise<boolean> {
  const before = await store.deliveries.find({ kind: 'mail', target, subject: subjectOf(saved, saved.alerts) })
  if (!before) return false
  return before.state === 'waiting' || (before.createdAt <= now && now < before.createdAt + MAIL_EVERY_MS)
}

/** Returns the recently updated published stories that meet all conditions. */
async function matching(store: Store, wanted: Wanted, now: Instant): Promise<readonly StoryRecord[]> {
  const { words, kind, tier, language, entity, hub, independent = 0 } = wanted
  const filter = { kind: kind as StoryRecord['kind'] | undefined, maxTier: tier, language, since: now - NEWS_MS }
  const { stories } =
    words === undefined
      ? await store.listStories({ ...filter, entityId: entity, hub, order: 'newest', limit: MOST_READ })
      : await store.searchStories(words, MOST_READ, undefined, filter)
  return stories.filter(
    (story) =>
      story.coverage.independent >= independent &&
      (entity === undefined || story.entityIds.includes(entity)) &&
      (hub === undefined || story.hubs.includes(hub)),
  )
}

async function alertOf(
  saved: Saved,
  { wanted, to }: SavedSearch,
  found: readonly StoryRecord[],
  { store, baseUrl, title }: SearchAlertOptions,
  now: Instant,
): Promise<Pick<Delivery, 'kind' | 'body'>> {
  const language: UiLanguage = UI_LANGUAGES.find((each) => each === saved.language) ?? 'en'
  const url = `${baseUrl}${listPath(wanted)}`
  const stories = found.slice(0, MOST_TOLD)
  const others = found.length - stories.length
  if (to.kind === 'webhook') {
    const body = {
      ...{ type: 'search', name: saved.name, reason: saved.told === '' ? 'saved' : 'new', at: isoInstant(now) },
      ...{ url, wanted, others, stories: stories.map((story) => storyLine(story, language, baseUrl)) },
    }
    return { kind: 'webhook', body: JSON.stringify(body) }
  }
  if (to.kind === 'mail') {
    const mail = { name: saved.name, isFirst: saved.told === '', storyIds: stories.map(({ id }) => id), others, url }
    const token = await searchToken(store, saved)
    return { kind: 'mail', body: JSON.stringify({ type: 'search', mail, language, token } satisfies MailBody) }
  }
  const words = BRIEF_WORDS[language]
  const count = saved.told === '' ? words.searchSaved(found.length) : words.searchFound(found.length)
  const { chatAlert } = await import('./chat/written-messages.ts')
  const heading = `${saved.name}: ${count}`
  return { kind: 'chat', body: chatAlert(to.address, { heading, url, stories, others }, { language, baseUrl, title }) }
}

function storyLine(story: StoryRecord, language: UiLanguage, baseUrl: string) {
  const { id, score, kind, coverage, entityIds, hubs } = story
  const headline = headlineIn(story.headline, language)
  return {
    ...{ id, headline: headline.text, language: headline.language, score, kind, entities: entityIds, hubs },
    independent: coverage.independent,
    summary: summaryIn(story.summary, language).sentences.map(({ text }) => text),
    url: `${baseUrl}/s/${id}`,
  }
}

/**
 * Returns the path of the site's list with these stories. The list may have more: it ignores `independent`, and with words also the tier,
 * entity and hub.
 */
function listPath({ words, kind, tier, language, entity, hub }: Wanted): string {
  const query = new URLSearchParams()
  const given = words === undefined ? { kind, tier, language, entity, hub } : { q: words, kind, language }
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, String(value))
  return `${words === undefined ? '/' : '/search'}?${query}`
}
