import { createHash } from 'node:crypto'
import type { DemoEntry, DemoWorld } from './world.ts'

/** Address of the entry's page at its publisher, without tracking parameters; of a submission, its discussion. */
export function addressOf(world: DemoWorld, entry: DemoEntry): string {
  const { homepage, format, kind } = world.publisher(entry.feedId)
  if (entry.link !== undefined) return entry.link
  if (format === 'mastodon') return `${homepage}@${accountOf(entry)}/${statusId(entry)}`
  if (kind === 'hackernews') return `${homepage}item?id=${statusNumber(entry.key).slice(-8)}`
  return `${homepage}news/${entry.key}`
}

/** What the feed gives as the entry's identity; never changed by an edit. */
export function identityOf(world: DemoWorld, entry: DemoEntry): string {
  const { homepage, format } = world.publisher(entry.feedId)
  const host = new URL(homepage).host
  if (format === 'mastodon') return `${homepage}users/${accountOf(entry)}/statuses/${statusId(entry)}`
  if (format === 'atom') return `tag:${host},2026:${entry.key}`
  return entry.link === undefined ? addressOf(world, entry) : `${host}/${entry.key}`
}

/** Address of what a post or submission is about; undefined for all others. */
export function pointedAt(world: DemoWorld, entry: DemoEntry): string | undefined {
  if (entry.pointsTo === undefined) return undefined
  const target = world.entry(entry.pointsTo)
  return target ? addressOf(world, target) : entry.pointsTo
}

/** The account that a post is from: the author's name before any space. */
export function accountOf(entry: DemoEntry): string {
  return (entry.author ?? 'someone').split(' ')[0]!
}

/** The number of a post: 18 digits, in the order of the day, for `min_id` counts on it. */
export function statusId(entry: DemoEntry): string {
  return `11${String(entry.minute).padStart(4, '0')}${statusNumber(entry.key).slice(-12)}`
}

/** 18 digits, as Mastodon's ids have. */
export function statusNumber(key: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 14)}`).toString()
  return `1${digits.padStart(17, '0').slice(-17)}`
}
