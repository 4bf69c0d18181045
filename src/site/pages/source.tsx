import { languageAmong } from '../../lib/language-among.ts'
import { withoutCredentials } from '../../lib/without-credentials.ts'
import { isSetAside } from '../../source/schedule.ts'
import type { FeedState } from '../../source/types.ts'
import { countryName } from '../components/balance.tsx'
import { foreign } from '../components/entry.tsx'
import { HealthMark } from '../components/health.tsx'
import { languageMarks } from '../components/language-marks.ts'
import { Moment, ROMAN, TierMark } from '../components/marks.tsx'
import { SourceName } from '../components/source-name.tsx'
import { FeedNotes, PollHistory, SourceFigures } from '../components/source-record.tsx'
import { StreamNote } from '../components/stream-note.tsx'
import { SubscriptionNote } from '../components/subscription-note.tsx'
import { TierReason } from '../components/tier-reason.tsx'
import { tierReasonIn } from '../messages/tier-reasons.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { hostOf, safeHref } from '../safe-href.ts'
import type { SourceView } from '../view/source.ts'
import { knownCountry } from '../view/story-balance.ts'
import { Layout } from './layout.tsx'

/** Renders the page of a source: its tier and the reason for it, the health of its feeds, its latest items. */
export function SourcePage({ view, c }: { view: SourceView; c: PageContext }) {
  const { m, f } = c
  const { line, items } = view
  const { source } = line
  return (
    <Layout
      c={c}
      heading={source.name}
      section="sources"
      description={tierReasonIn(source.tierReason, c.language).text}
    >
      <div class="page">
        <div>
          <p class="meta">
            <TierMark tier={source.tier} c={c} />{' '}
            <span>{[m.source, hostOf(source.homepage), f.language(source.language)].filter(Boolean).join(' · ')}</span>
          </p>
          <h1>
            <SourceName name={source.name} language={source.language} c={c} />
          </h1>
          <p class="why">
            <b>{m.tierIs(ROMAN[source.tier - 1]!)}</b> <TierReason reason={source.tierReason} c={c} />
          </p>
          {source.countsAsIndependent ? null : (
            <p class="note">
              <small>{m.doesNotCount}</small>
            </p>
          )}
          <h2 class="h">
            {m.health} <small>{m.healthStates[line.health]}</small>
          </h2>
          <Figures view={view} c={c} />
          {line.feeds.map((feed) => (
            <>
              <FeedNote feed={feed} c={c} />
              <FeedNotes feed={feed} record={view.record} c={c} />
              <SubscriptionNote
                subscription={view.subscriptions.find(({ feedUrl }) => feedUrl === feed.feedUrl)}
                c={c}
              />
              <StreamNote kind={source.kind} feedUrl={feed.feedUrl} streams={view.streams} c={c} />
            </>
          ))}
          <SourceFigures record={view.record} c={c} />
          <PollHistory record={view.record} c={c} />
          <h2 class="h">
            {m.newestItems} <small>{m.items(line.items)}</small>
          </h2>
          {items.length === 0 ? <p class="q">{m.noItems}</p> : null}
          <ol class="list">
            {items.map((item) => {
              const href = safeHref(item.url)
              return (
                <li class="row">
                  <h3 {...languageMarks(foreign(item.language, c))}>
                    {href ? <a href={href}>{item.title}</a> : item.title}
                  </h3>
                  <p class="meta">
                    <Moment at={item.publishedAt}>{f.moment(item.publishedAt, c.now)}</Moment>{' '}
                    {item.storyId === undefined ? null : (
                      <a href={paths.storyById(item.storyId)}>{m.inStory(String(item.storyId))}</a>
                    )}
                  </p>
                </li>
              )
            })}
          </ol>
        </div>
        <Record view={view} c={c} />
      </div>
    </Layout>
  )
}

interface SectionProps {
  readonly view: SourceView
  readonly c: PageContext
}

function Figures({ view, c }: SectionProps) {
  const { m, f } = c
  const { line } = view
  return (
    <div class="versus">
      <div>
        <small>{m.health}</small>
        <b class="big">
          <HealthMark state={line.health} c={c} />
        </b>
      </div>
      <div>
        <small>{m.itemsPerDay}</small>
        <b class="big">{f.decimal(line.itemsPerDay, 1)}</b>
      </div>
      <div>
        <small>{m.lastRead}</small>
        <b class="big">{line.lastReadAt === undefined ? m.never : f.ago(line.lastReadAt, c.now)}</b>
      </div>
      <div>
        <small>{m.newestItem}</small>
        <b class="big">{line.lastItemAt === undefined ? m.never : f.ago(line.lastItemAt, c.now)}</b>
      </div>
    </div>
  )
}

function FeedNote({ feed, c }: { feed: FeedState; c: PageContext }) {
  const { m, f } = c
  const address = withoutCredentials(feed.feedUrl)
  const href = safeHref(address)
  return (
    <dl class="facts">
      <dt>{m.feed}</dt>
      <dd>{href ? <a href={href}>{address}</a> : address}</dd>
      <dt>{m.schedule}</dt>
      <dd>
        {m.every(f.span(isSetAside(feed, c.now) ? feed.nextPollAt - (feed.lastAttemptAt ?? c.now) : feed.intervalMs))},{' '}
        <Moment at={feed.nextPollAt}>{m.nextPoll(f.time(feed.nextPollAt))}</Moment>
      </dd>
      {feed.lastStatus === undefined || !href ? null : (
        <>
          <dt>{m.statusCode}</dt>
          <dd>
            {feed.lastStatus}
            {feed.latencyMs === undefined ? '' : ` · ${f.number(Math.round(feed.latencyMs))} ms`}
          </dd>
        </>
      )}
      {feed.error === undefined ? null : (
        <>
          <dt>{m.failure}</dt>
          <dd>
            {feed.error} <small>{m.failuresInARow(feed.failuresInARow)}</small>
          </dd>
        </>
      )}
    </dl>
  )
}

function Record({ view, c }: SectionProps) {
  const { m } = c
  const { source } = view.line
  const home = safeHref(source.homepage)
  // A licence may be an identifier instead of an address.
  const licence = safeHref(source.licence)
  return (
    <aside class="side" aria-label={m.record}>
      <h2 class="h">{m.record}</h2>
      <dl class="facts">
        <dt>{m.source}</dt>
        <dd>{home ? <a href={home}>{hostOf(home)}</a> : source.homepage}</dd>
        <dt>{m.family}</dt>
        <dd>
          {source.family}
          {view.family.map(({ id, name }) => (
            <>
              <br />
              <a href={paths.source(id)}>{name}</a>
            </>
          ))}
        </dd>
        <dt>{m.type}</dt>
        <dd>{m.sourceTypes[source.type]}</dd>
        <dt>{m.country}</dt>
        <dd>{countryName(knownCountry(source.country), c)}</dd>
        {source.licence ? (
          <>
            <dt>{m.licence}</dt>
            <dd>{licence ? <a href={licence}>{hostOf(licence)}</a> : source.licence}</dd>
          </>
        ) : null}
        {source.topics.length > 0 ? (
          <>
            <dt>{m.topics}</dt>
            <dd>{source.topics.join(', ')}</dd>
          </>
        ) : null}
        {source.hubs.length > 0 ? (
          <>
            <dt>{m.hub}</dt>
            <dd>
              {source.hubs.map((hub, index) => (
                <>
                  {index > 0 ? ', ' : ''}
                  <a href={paths.hub(hub)}>{c.names.hub(hub)}</a>
                </>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
      {source.isMirror ? (
        <p>
          <small>{m.mirror}</small>
        </p>
      ) : null}
      {source.note ? (
        <p>
          <small {...languageMarks(foreign(languageAmong(source.note, ['en', 'zh', 'ja', 'ko']) ?? 'und', c))}>
            {source.note}
          </small>
        </p>
      ) : null}
    </aside>
  )
}
