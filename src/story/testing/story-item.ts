import { fingerprint } from '../../item/fingerprint.ts'
import type { Publisher, StoryItem } from '../types.ts'

export interface ItemSketch extends Partial<Omit<StoryItem, 'publisher'>> {
  readonly id: number
  readonly publisher?: Partial<Publisher>
}

const NINE = Date.UTC(2026, 10, 22, 9)

/** An item of an invented newsroom, one minute after the other by id; what a test is about is given. */
export function storyItem({ publisher, ...given }: ItemSketch): StoryItem {
  const sourceId = publisher?.sourceId ?? `source-${given.id}`
  const title = given.title ?? `Headline ${given.id}`
  const text = given.text ?? ''
  const at = given.publishedAt ?? NINE + given.id * 60_000
  return {
    sourceId,
    title,
    text,
    url: `https://${sourceId}.example/${given.id}`,
    authors: [],
    language: 'en',
    publishedAt: at,
    fetchedAt: at,
    firstSeenAt: at,
    form: 'article',
    hashtags: [],
    links: [],
    categories: [],
    fingerprint: fingerprint(title, text),
    mentions: [],
    revision: 1,
    ...given,
    publisher: {
      sourceId,
      name: sourceId,
      tier: 2,
      tierReason: 'Newsroom',
      type: 'press',
      family: sourceId,
      country: 'HK',
      countsAsIndependent: true,
      ...publisher,
    },
  }
}
