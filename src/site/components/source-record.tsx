import { DAY_MS, dayNumber } from '../../lib/instant.ts'
import { MAX_ENTRIES } from '../../source/max-entries.ts'
import { isSetAside } from '../../source/schedule.ts'
import type { FeedState } from '../../source/types.ts'
import type { FeedDay, SourceRecord } from '../../store/feed-types.ts'
import type { PageContext } from '../page-context.ts'
import { FlatTable } from './flat-table.tsx'
import { Moment } from './marks.tsx'

/** A feed that answers but has not changed for this long gets a note. */
const STILL_AFTER_MS = 7 * DAY_MS
/** Polls compared: a busy feed may be all new once or twice, but not every time. */
const POLLS_LOOKED_AT = 4

/** How a source's feeds did over a month, and which roles its items have in stories. */
export function SourceFigures({ record, c }: { record: SourceRecord; c: PageContext }) {
  const { m, f } = c
  const polls = sum(record.days, ({ polls: count }) => count)
  const failures = sum(record.days, ({ failures: count }) => count)
  const share = (count: number) => (record.members === 0 ? '–' : f.percent(count / record.members))
  return (
    <dl class="facts">
      <dt>{m.uptime}</dt>
      <dd>{polls === 0 ? '–' : `${f.percent(1 - failures / polls)} · ${m.pollCount(polls)}`}</dd>
      <dt>{m.latency}</dt>
      <dd>
        {polls === 0 ? '–' : `${f.number(Math.round(sum(record.days, ({ latencyMs }) => latencyMs) / polls))} ms`}
      </dd>
      <dt>{m.newToday}</dt>
      <dd>{m.againstUsual(f.number(today(record.days, c.now)), f.decimal(usual(record.days, c.now), 1))}</dd>
      <dt>{m.copyShare}</dt>
      <dd>{share(record.copies)}</dd>
      <dt>{m.ledShare}</dt>
      <dd>{share(record.led)}</dd>
      <dt>{m.reportedFirst}</dt>
      <dd>{f.number(record.first)}</dd>
    </dl>
  )
}

/** What is odd about a feed, and what its publisher allows, each in a sentence. */
export function FeedNotes({ feed, record, c }: { feed: FeedState; record: SourceRecord; c: PageContext }) {
  const { m } = c
  const { permission, entries, futureEntries = 0, repeatedIds = 0, lastChangeAt, lastSuccessAt, failuresInARow } = feed
  const isCutOff = (entries ?? 0) >= MAX_ENTRIES
  const isStill =
    failuresInARow === 0 && lastChangeAt !== undefined && (lastSuccessAt ?? 0) - lastChangeAt > STILL_AFTER_MS
  const notes = [
    isSetAside(feed, c.now) && permission?.robots !== 'own' ? m.feedNotes.setAside : undefined,
    feed.unread === undefined ? undefined : m.feedNotes.unread(feed.unread),
    feed.movedTo === undefined ? undefined : `${m.feedNotes.moved} ${feed.movedTo}`,
    entries === 0 ? m.feedNotes.empty : undefined,
    entries !== undefined && entries > 0 && futureEntries === entries ? m.feedNotes.future : undefined,
    isStill ? m.feedNotes.still : undefined,
    isCutOff ? m.feedNotes.cutOff(c.f.number(MAX_ENTRIES)) : undefined,
    feed.isSalvaged && !isCutOff ? m.feedNotes.damaged : undefined,
    repeatedIds > 0 ? m.feedNotes.repeated(c.f.number(repeatedIds)) : undefined,
    isNewEachTime(feed, record) ? m.feedNotes.newEachTime : undefined,
  ].filter((note) => note !== undefined)
  return (
    <dl class="facts">
      {permission === undefined || !/^https?:/.test(feed.feedUrl) ? null : (
        <>
          <dt>{m.permission}</dt>
          <dd>
            {m.robots[permission.robots]}
            {permission.reserved === undefined ? null : <p>{m.reserved[permission.reserved]}</p>}
          </dd>
        </>
      )}
      {notes.length === 0 ? null : (
        <>
          <dt>{m.noticed}</dt>
          <dd>
            {notes.map((note) => (
              <p>{note}</p>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

/** Whether each of the last polls that brought entries had more than two, all of them new. */
function isNewEachTime({ feedUrl }: FeedState, { polls }: SourceRecord): boolean {
  const last = polls.filter((poll) => poll.feedUrl === feedUrl && poll.entries !== undefined).slice(0, POLLS_LOOKED_AT)
  return (
    last.length === POLLS_LOOKED_AT && last.every(({ entries = 0, inserted }) => entries > 2 && inserted === entries)
  )
}

/** The last polls, newest first, behind a fold. */
export function PollHistory({ record, c }: { record: SourceRecord; c: PageContext }) {
  const { m, f } = c
  if (record.polls.length === 0) return null
  return (
    <details>
      <summary>{m.lastPolls(record.polls.length)}</summary>
      <FlatTable
        columns={[
          { head: m.polledAt },
          { head: m.statusCode },
          { head: m.latency, isNumber: true },
          { head: m.entriesNew, isNumber: true },
        ]}
        rows={record.polls.map((poll) => [
          <Moment at={poll.at}>{f.moment(poll.at, c.now)}</Moment>,
          poll.error ?? String(poll.status ?? '–'),
          poll.isDelivered ? m.delivered : `${f.number(Math.round(poll.latencyMs))} ms`,
          poll.entries === undefined ? '–' : `+${f.number(poll.inserted)} / ${f.number(poll.entries)}`,
        ])}
      />
    </details>
  )
}

function sum(days: readonly FeedDay[], figure: (day: FeedDay) => number): number {
  return days.reduce((total, day) => total + figure(day), 0)
}

function today(days: readonly FeedDay[], now: number): number {
  return days.find(({ day }) => day === dayNumber(now))?.inserted ?? 0
}

/** Returns the median of new entries a day before today, which one busy day does not move. */
function usual(days: readonly FeedDay[], now: number): number {
  const counts = days.filter(({ day }) => day < dayNumber(now)).map(({ inserted }) => inserted)
  counts.sort((a, b) => a - b)
  const middle = Math.floor(counts.length / 2)
  return counts.length === 0
    ? 0
    : counts.length % 2 === 1
      ? counts[middle]!
      : (counts[middle - 1]! + counts[middle]!) / 2
}
