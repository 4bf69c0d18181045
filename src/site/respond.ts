import type { Child } from 'hono/jsx'
import { isoInstant } from '../lib/instant.ts'
import type { PageContext } from './page-context.ts'
import type { NoticeView } from './pages/notice.tsx'
import type { View } from './view/view.ts'

/** What a route found out: a view and the page that shows it, or where to go instead. */
export type Answer =
  | { readonly view: View; readonly status?: number; readonly page: (c: PageContext) => Child }
  | { readonly redirect: string; readonly status: 301 | 302 | 303 }

/** Ties a view to its page, so that a route cannot mix two up. */
export function answer<V extends View>(
  view: V,
  page: (props: { view: V; c: PageContext }) => Child,
  status?: number,
): Answer {
  return { view, status, page: (c) => page({ view, c }) }
}

/** Fields that only the engine reads, or whose whole text belongs to its publisher. */
const PRIVATE_FIELDS: ReadonlySet<string> = new Set([
  'html',
  'fingerprint',
  'contentHash',
  'key',
  'feedUrl',
  'mentions',
  'links',
])

/**
 * A view as data for programs: instants as ISO 8601 in UTC, without what is not public.
 * Pages with a form of their own in the API give that form here.
 */
export function jsonOf(view: View | NoticeView): unknown {
  return publicForm(view, '')
}

function publicForm(value: unknown, name: string): unknown {
  if (typeof value === 'number' && (name === 'at' || /(At|Since)$/.test(name))) return isoInstant(value)
  if (Array.isArray(value)) return value.map((each) => publicForm(each, name))
  if (value === null || typeof value !== 'object') return value
  const isItem = 'fingerprint' in value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !PRIVATE_FIELDS.has(field) && !(isItem && field === 'text'))
      .map(([field, each]) => [field, publicForm(each, field)]),
  )
}
