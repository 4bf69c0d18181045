import { createHash } from 'node:crypto'
import type { DemoEntry, DemoWorld } from './world.ts'

/** Returns the address of the entry's page at its publisher, without tracking parameters; of a submission, its discussion. */
export function addressOf(world: DemoWorld, entry: DemoEntry): string {
  const { homepage, format, kind } = world.publisher(entry.feedId)
  if (entry.link !== undefined) return entry.link
  if (format === 'mastodon') return `${homepage}@${accountOf(entry)}/${statusId(entry)}`
  if (kind === 'hackernews') return `${homepage}item?id=${statusNumber(entry.key).slice(-8)}`
  return `${homepage}news/${entry.key}`
}

/** Returns the id that the feed gives the entry; an edit never changes it. */
export function identityOf(world: DemoWorld, entry: DemoEntry): string {
  const { homepage, format } = world.publisher(entry.feedId)
  const host = new URL(homepage).host
  if (format === 'mastodon') return `${homepage}users/${accountOf(entry)}/statuses/${statusId(entry)}`
  if (format === 'atom') return `tag:${host},2026:${entry.key}`
  return entry.link === undefined ? addressOf(world, entry) : `${host}/${entry.key}`
}

/** Returns the address of what a post or submission is about; undefined for all others. */
export function pointedAt(world: DemoWorld, entry: DemoEntry): string | undefined {
  if (entry.pointsTo === undefined) return undefined
  const target = world.entry(entry.pointsTo)
  return target ? addressOf(world, target) : entry.pointsTo
}

/** Returns the account that a post is from: the author's name up to the first space. */
export function accountOf(entry: DemoEntry): string {
  return (entry.author ?? 'someone').split(' ')[0]!
}

/** Returns the id of a post: 18 digits that increase over the day, as `min_id` requires. */
export function statusId(entry: DemoEntry): string {
  return `11${String(entry.minute).padStart(4, '0')}${statusNumber(entry.key).slice(-12)}`
}

/** Derives a number of 18 digits, as in Mastodon's ids, from a key. */
export function statusNumber(key: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 14)}`).toString()
  return `1${digits.padStart(17, '0').slice(-17)}`
}
