import type { Child } from 'hono/jsx'
import type { Atlas } from '../hub/atlas-types.ts'
import { notesIn } from '../hub/notes-in.ts'
import { isoInstant } from '../lib/instant.ts'
import type { StoryRecord } from '../store/story-types.ts'
import { balanceJson } from './api/balance-json.ts'
import { briefJson } from './api/brief-json.ts'
import { decisionJson } from './api/decision-json.ts'
import { entityJson } from './api/entity-json.ts'
import { needsFault } from './api/needs-fault.ts'
import { sourceJson } from './api/source-json.ts'
import { statusJson } from './api/status-json.ts'
import {
  type JsonContext,
  searchListJson,
  shownLines,
  storyLineJson,
  storyListJson,
  storyPageJson,
} from './api/story-json.ts'
import { frontPath } from './front-query.ts'
import { hubMessagesIn } from './messages/hubs.ts'
import { messagesIn } from './messages.ts'
import type { PageContext } from './page-context.ts'
import { noticeWords } from './pages/notice.tsx'
import { sourcesPath } from './view/source.ts'
import type { StoryView } from './view/story.ts'
import type { View } from './view/view.ts'

/** Result of a route: a view and the page that shows it, or a redirect. */
export type Answer =
  | { readonly view: View; readonly status?: number; readonly page: (c: PageContext) => Child }
  | { readonly redirect: string; readonly status: 301 | 302 | 303 }

/** Pairs a view with its page; the types rule out a wrong pair. */
export function answer<V extends View>(
  view: V,
  page: (props: { view: V; c: PageContext }) => Child,
  status?: number,
): Answer {
  return { view, status, page: (c) => page({ view, c }) }
}

/** What the JSON of a page needs: that of stories, and the notes of hub values in each language. */
interface ViewContext extends JsonContext {
  readonly atlas: Pick<Atlas, 'note'>
}

/** Converts a view to JSON. Content that the API also serves has the API's form; instants are in ISO 8601, UTC. */
export function jsonOf(view: View, context: ViewContext): unknown {
  const lines = (stories: readonly StoryRecord[]) => stories.map((story) => storyLineJson(story, context))
  switch (view.page) {
    case 'front': {
      const next = view.hasNext ? frontPath(view.query, { page: (view.query.page ?? 1) + 1 }) : undefined
      return { ...shownLines(view.stories, context), total: view.total, next: next ? context.baseUrl + next : null }
    }
    case 'story':
      return storyData(view, context)
    case 'brief':
      return briefJson(view.brief, context)
    case 'pulse':
      return storyListJson({ ...view, stories: view.stories.map(({ story }) => story) }, context)
    case 'entity':
      return { ...entityJson(view.entity, context), total: view.total, ...storyListJson(view, context) }
    case 'search':
      return { query: view.query.q, ...searchListJson(view, view.snippets, context) }
    case 'sources': {
      const next = view.hasNext ? sourcesPath({ ...view.query, page: (view.query.page ?? 1) + 1 }) : undefined
      const sources = view.sources.map(sourceJson)
      const balance = balanceJson(view.balance)
      return { sources, total: view.total, next: next ? context.baseUrl + next : null, balance }
    }
    case 'source':
      return { ...sourceJson(view.line), recentItems: publicForm(view.items, '') }
    case 'status':
      return { ...statusJson(view.status, view.counts), engine: view.engine, held: lines(view.held) }
    case 'missingStory':
      return { error: view.reason === 'gone' ? `story ${view.id} is gone` : `no story has number ${view.id}` }
    case 'decide':
      return view.decision ? decisionJson(view, context) : needsFault(view.problems, context.language)
    case 'hubs':
      return publicForm(notesIn(view, context.atlas, context.language), '')
    case 'hub':
    case 'compare': {
      const { hiddenStories, hide, faults, ...rest } = view
      const told = publicForm(notesIn(rest, context.atlas, context.language), '')
      return context.hiding ? { ...(told as object), hidden: hiddenStories.length } : told
    }
    case 'compareForm':
      return view.isUnknown ? { error: hubMessagesIn(context.language).compareUnknown } : publicForm(view, '')
    case 'api':
      return view.document
    case 'notice':
      return {
        error: noticeWords(view, messagesIn(context.language)).heading,
        status: view.status,
        reference: view.reference,
      }
    default:
      return publicForm(view, '')
  }
}

function storyData({ story, coverage, events, ...more }: StoryView, context: JsonContext): unknown {
  const members = coverage.map((entry) => ({ ...entry, storyId: story.id, itemId: entry.item.id }))
  const sources = new Map(coverage.flatMap(({ source }) => (source ? [[source.id, source] as const] : [])))
  return storyPageJson(story, members, events, sources, more, context)
}

/** Fields that are internal to the engine, or full texts that belong to their publishers. */
const PRIVATE_FIELDS: ReadonlySet<string> = new Set([
  'html',
  'text',
  'fingerprint',
  'contentHash',
  'key',
  'mentions',
  'links',
  'etag',
])

function publicForm(value: unknown, name: string): unknown {
  if (typeof value === 'number' && (name === 'at' || /(At|Since)$/.test(name))) return isoInstant(value)
  if (Array.isArray(value)) return value.map((each) => publicForm(each, name))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !PRIVATE_FIELDS.has(field))
      .map(([field, each]) => [field, publicForm(each, field)]),
  )
}
