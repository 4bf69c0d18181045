import { dayNumber } from '../../lib/instant.ts'
import type { ModelHealth } from '../../store/model-types.ts'
import { Moment } from '../components/marks.tsx'
import { SourceName } from '../components/source-name.tsx'
import { DiskFullNote, OfflineNote } from '../components/state.tsx'
import { StoryRow } from '../components/story-row.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { StatusView } from '../view/status.ts'
import { Layout } from './layout.tsx'

/** Renders the page of the site's own state: polling, feeds, models and held stories. */
export function StatusPage({ view, c }: { view: StatusView; c: PageContext }) {
  const { m, f } = c
  const { status, counts, failing, held } = view
  const feeds = m.answering(f.number(counts.feedsAnswering), f.number(counts.feeds))
  return (
    <Layout c={c} heading={m.status} section="status" description={`${m.statusHead}. ${feeds}`}>
      <h1>{m.statusHead}</h1>
      <DiskFullNote c={c} />
      <OfflineNote c={c} hasStories={counts.stories > 0} />
      <div class="versus">
        <Figure name={m.sources} value={m.polling[status.polling]} />
        <Figure name={m.feedsAnswering} value={`${f.number(counts.feedsAnswering)}/${f.number(counts.feeds)}`} />
        <Figure name={m.itemsKept} value={f.number(counts.items)} />
        <Figure name={m.storiesWord} value={f.number(counts.stories)} />
        <Figure name={m.backlog} value={m.items(counts.backlog)} />
        <Figure name={m.eventsWord} value={f.number(counts.lastEventSeq)} />
      </div>
      <dl class="facts">
        <dt>{m.lastPoll}</dt>
        <dd>
          {c.lastReadAt === undefined ? m.never : <Moment at={c.lastReadAt}>{f.ago(c.lastReadAt, c.now)}</Moment>}
        </dd>
        {status.gap ? (
          <>
            <dt>{m.readingGap}</dt>
            <dd>
              <Moment at={status.gap.from}>{f.moment(status.gap.from, c.now)}</Moment>
              {' – '}
              <Moment at={status.gap.until}>{f.moment(status.gap.until, c.now)}</Moment>{' '}
              <small>{m.readingGapText}</small>
            </dd>
          </>
        ) : null}
        <dt>{m.startedAt}</dt>
        <dd>
          <Moment at={status.startedAt}>{f.moment(status.startedAt, c.now)}</Moment>
        </dd>
        <dt>{m.version}</dt>
        <dd>{status.version}</dd>
        <dt>{m.database}</dt>
        <dd>{view.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}</dd>
        <FetchedToday view={view} c={c} />
        <ModelFacts view={view} c={c} />
        <EmbeddingFacts view={view} c={c} />
      </dl>
      <h2 class="h" id="failing">
        {m.failingFeeds} <small>{f.number(failing.length)}</small>
      </h2>
      {failing.length === 0 ? <p class="q">{m.noneFails}</p> : null}
      <ul class="list">
        {failing.map(({ feed, source }) => (
          <li class="row">
            <p>
              <a href={paths.source(feed.sourceId)}>
                <SourceName name={source?.name ?? feed.sourceId} language={source?.language} c={c} />
              </a>
            </p>
            <p class="meta">
              <span>{feed.error}</span> <span>{m.failuresInARow(feed.failuresInARow)}</span>{' '}
              <Moment at={feed.nextPollAt}>{m.nextPoll(f.time(feed.nextPollAt))}</Moment>
            </p>
          </li>
        ))}
      </ul>
      <h2 class="h" id="held">
        {m.heldStories} <small>{f.number(held.length)}</small>
      </h2>
      {held.length === 0 ? <p class="q">{m.noneFails}</p> : null}
      <ol class="list">
        {held.map((story) => (
          <StoryRow story={story} c={c} />
        ))}
      </ol>
    </Layout>
  )
}

/** Renders the bytes fetched today and their daily budget; says so if polling pauses because it is spent. */
function FetchedToday({ view: { fetched }, c: { m, f } }: { view: StatusView; c: PageContext }) {
  const { bytes, budgetBytes } = fetched
  const megabytes = (count: number) => f.decimal(count / 1_000_000, 1)
  return (
    <>
      <dt>{m.fetchedToday}</dt>
      <dd>
        {budgetBytes === undefined
          ? m.megabytes(megabytes(bytes))
          : m.megabytesOf(megabytes(bytes), megabytes(budgetBytes))}
        {budgetBytes !== undefined && bytes >= budgetBytes ? <b>{` ${m.budgetSpent}`}</b> : null}
      </dd>
    </>
  )
}

/** Renders the health of the summary model and its cost today. */
function ModelFacts({ view: { model }, c }: { view: StatusView; c: PageContext }) {
  if (!model) return null
  const { m } = c
  const { today } = model
  return (
    <>
      <dt>{m.modelWord}</dt>
      <dd>
        <Answering model={model} words={m.modelStates} c={c} />
        {` · ${m.modelSpent((today.costMicroUsd / 1_000_000).toFixed(4), today.calls)}`}
      </dd>
    </>
  )
}

/** Renders the health of the embedding model. */
function EmbeddingFacts({ view: { embedding }, c }: { view: StatusView; c: PageContext }) {
  if (!embedding) return null
  const { m } = c
  const words = {
    ...m.modelStates,
    resting: m.meaningModelResting,
    nonsense: m.meaningModelNonsense,
    'over-budget': m.meaningModelOverBudget,
  }
  return (
    <>
      <dt>{m.meaningModelWord}</dt>
      <dd>
        <Answering model={embedding} words={words} c={c} />
      </dd>
    </>
  )
}

function Answering({
  model: { name, health },
  words,
  c: { m, f, now },
}: {
  model: { readonly name: string; readonly health?: ModelHealth }
  words: Readonly<Record<ModelHealth['state'], string>>
  c: PageContext
}) {
  // An exhausted budget of an earlier day does not apply today.
  const isOver = health?.state === 'over-budget' && dayNumber(health.at) < dayNumber(now)
  const state = health === undefined || isOver ? 'untried' : health.state
  // A planned retry is overdue if there was nothing new to ask about; then its time is not shown.
  const isFailing = state === 'resting' || state === 'nonsense'
  const until = isFailing && (health?.until ?? 0) >= now ? health?.until : undefined
  return (
    <>
      {name} <b>{words[state]}</b>
      {isFailing && health?.reason ? <span lang="en">{` (${health.reason})`}</span> : null}
      {until === undefined ? null : ` · ${m.modelAgain(f.time(until))}`}
    </>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <small>{name}</small>
      <b class="big">{value}</b>
    </div>
  )
}
