import type { Child } from 'hono/jsx'
import { languageAmong } from '../../lib/language-among.ts'
import type { StoryEvent } from '../../store/story-types.ts'
import { STORY_KINDS, type StoryKind } from '../../story/types.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import { type ChronicleEntry, chronicleOf } from '../view/chronicle.ts'
import type { CoverageEntry, StoryView } from '../view/story.ts'
import { wordDiff } from '../view/word-diff.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'
import { Moment } from './marks.tsx'
import { SourceOfEntry } from './source-name.tsx'

const MOST_SHOWN = 12
const KEY_EVENTS: ReadonlySet<StoryEvent['type']> = new Set([
  'created',
  'headline',
  'merged',
  'split',
  'corrected',
  'retracted',
  'reinstated',
  'pinned',
  'left',
])

/** Independent reports in order of time, each with what it was the first to bring. */
export function Timeline({ view, c }: { view: StoryView; c: PageContext }) {
  const reports = chronicleOf(view.coverage, view.story.facts)
  if (reports.length === 0) return null
  return (
    <>
      <h2 class="h">{c.m.timeline}</h2>
      <ol class="log">
        {reports.slice(0, MOST_SHOWN).map((report, index) => (
          <TimelineRow report={report} isKey={index === 0 || report.entry === view.original} c={c} />
        ))}
      </ol>
    </>
  )
}

function TimelineRow({ report, isKey, c }: { report: ChronicleEntry; isKey: boolean; c: PageContext }) {
  const { entry, firstIn, figures, speakers } = report
  const marks = languageMarks(foreign(entry.item.language, c))
  return (
    <li class={isKey ? 'key' : undefined}>
      <Moment at={entry.item.publishedAt}>{c.f.moment(entry.item.publishedAt, c.now)}</Moment>
      <br />
      <SourceOfEntry entry={entry} c={c} /> <a class="cite" href={`#r${entry.number}`}>{`[${entry.number}]`}</a>
      {firstIn === undefined ? null : <Brought>{c.m.firstInLanguage(c.f.language(firstIn))}</Brought>}
      {figures.length === 0 ? null : (
        <Brought>
          {c.m.firstToSay} <span {...marks}>{figures.join(' · ')}</span>
        </Brought>
      )}
      {speakers.length === 0 ? null : (
        <Brought>
          {c.m.firstToQuote} <span {...marks}>{speakers.join(' · ')}</span>
        </Brought>
      )}
    </li>
  )
}

function Brought({ children }: { children: Child }) {
  return (
    <>
      <br />
      <small>{children}</small>
    </>
  )
}

/** The story's events, newest first; what changed in words is shown as a difference. */
export function History({ view, c }: { view: StoryView; c: PageContext }) {
  const { events, coverage } = view
  const byItem = new Map(coverage.map((entry) => [entry.item.id, entry]))
  // A page of an earlier state does not list later items: their numbers link to the current page.
  const coveragePath = view.asOf ? paths.storyById(view.story.id) : ''
  const row = (event: StoryEvent) => (
    <EventRow event={event} byItem={byItem} c={c} asOf={view.story.id} coveragePath={coveragePath} />
  )
  return (
    <>
      <h2 class="h" id="log">
        {c.m.history} <small>{c.m.allEvents(events.length)}</small>
      </h2>
      <ol class="log">{events.slice(0, MOST_SHOWN).map(row)}</ol>
      {events.length > MOST_SHOWN ? (
        <details>
          <summary>{c.m.olderEvents(events.length - MOST_SHOWN)}</summary>
          <ol class="log">{events.slice(MOST_SHOWN).map(row)}</ol>
        </details>
      ) : null}
    </>
  )
}

interface EventProps {
  readonly event: StoryEvent
  readonly byItem: ReadonlyMap<number, CoverageEntry>
  readonly c: PageContext
  /** Path of the page with the coverage, if it is not this one. */
  readonly coveragePath?: string
}

/** One change; `asOf`, a story's number, adds a link to the story as it was then. */
export function EventRow({ asOf, ...props }: EventProps & { readonly asOf?: number }) {
  const { event, c } = props
  return (
    <li class={KEY_EVENTS.has(event.type) ? 'key' : undefined}>
      <small>
        #{event.seq} · <Moment at={event.at}>{c.f.moment(event.at, c.now)}</Moment>
        {asOf === undefined ? null : (
          <>
            {' · '}
            <a href={`${withQuery(paths.storyById(asOf), { at: event.seq })}#then`} rel="nofollow">
              {c.m.editing.readAsOf}
            </a>
          </>
        )}
      </small>
      <br />
      {event.type === 'summary' ? (
        <details>
          <summary>{c.m.events.summary}</summary>
          <EventDetail {...props} />
        </details>
      ) : (
        <>
          {c.m.events[event.type]}
          <EventDetail {...props} />
        </>
      )}
      {event.data.reason ? <p>{c.m.editing.becauseReason(String(event.data.reason))}</p> : null}
      {event.data.undoes === undefined ? null : (
        <p>
          <a href={`${paths.corrections}#act-${event.data.undoes}`}>
            {c.m.editing.undoesAct(String(event.data.undoes))}
          </a>
        </p>
      )}
    </li>
  )
}

function EventDetail({ event, byItem, c, coveragePath = '' }: EventProps) {
  const { data, type } = event
  if ((type === 'merged' || type === 'split') && data.into !== undefined) {
    return (
      <>
        {': '}
        <a href={paths.storyById(Number(data.into))}>{c.m.mergedFrom(String(data.from), String(data.into))}</a>
        {data.meaning === undefined ? null : ` · ${c.m.mergedByMeaning(c.f.decimal(Number(data.meaning), 2))}`}
      </>
    )
  }
  if (type === 'rank') return <>{`: ${c.m.editing.scoreMoved(points(data.from, c), points(data.to, c))}`}</>
  if (type === 'left' && data.into !== undefined) {
    return (
      <>
        {': '}
        <a href={paths.storyById(Number(data.into))}>{c.m.editing.movedTo(String(data.into))}</a>
      </>
    )
  }
  if (type === 'corrected' && data.sentence !== undefined && data.act === undefined) {
    const sentence = String(data.sentence)
    const [before = '', after = ''] = c.m.editing.sourceTookBack(GAP).split(GAP)
    return (
      <p>
        {before}
        <span {...languageMarks(foreign(languageOf(sentence, byItem), c))}>{sentence}</span>
        {after}
      </p>
    )
  }
  if (type === 'kind') {
    return <>{`: ${kindWord(data.from, c)} → ${kindWord(data.to, c)}`}</>
  }
  const before = data.from ?? data.fromTitle
  const after = data.to ?? data.toTitle
  if (typeof before === 'string' && typeof after === 'string' && before !== '') {
    return <Difference from={before} to={after} languageOf={(text) => languageOf(text, byItem)} c={c} />
  }
  const entry = byItem.get(Number(data.itemId))
  if (!entry) return null
  return (
    <>
      {': '}
      <SourceOfEntry entry={entry} c={c} />{' '}
      <a class="cite" href={`${coveragePath}#r${entry.number}`}>{`[${entry.number}]`}</a>
    </>
  )
}

/** Placeholder in a message for a part with markup of its own. */
const GAP = '\u0000'

/** Returns the language of a text kept in an event: that of the item with this title, else one of the coverage's by its script. */
function languageOf(text: string, byItem: ReadonlyMap<number, CoverageEntry>): string {
  const items = [...byItem.values()].map(({ item }) => item)
  const titled = items.find(({ title }) => title === text)
  return (
    titled?.language ??
    languageAmong(
      text,
      items.map(({ language }) => language),
    ) ??
    'und'
  )
}

function points(value: string | number | undefined, c: PageContext): string {
  return c.f.decimal(Number(value), 1)
}

function kindWord(value: string | number | undefined, c: PageContext): string {
  const kind: StoryKind | undefined = STORY_KINDS.find((known) => known === value)
  return kind ? c.m.kinds[kind] : String(value ?? '')
}

/** The text before and after, one below the other, with the words that differ marked in both. */
function Difference({
  from,
  to,
  languageOf: languageOfText,
  c,
}: {
  from: string
  to: string
  languageOf: (text: string) => string
  c: PageContext
}) {
  const runs = wordDiff(from, to)
  const side = (hidden: 'added' | 'removed') =>
    runs.filter(({ change }) => change !== hidden).map(({ change, text }) => (change === 'same' ? text : <u>{text}</u>))
  return (
    <div class="diff">
      <del {...languageMarks(foreign(languageOfText(from), c))}>{side('added')}</del>
      <ins {...languageMarks(foreign(languageOfText(to), c))}>{side('removed')}</ins>
    </div>
  )
}
