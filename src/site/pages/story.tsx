import type { StoredClaim } from '../../store/evidence-types.ts'
import { headlineIn } from '../../summary/headline.ts'
import type { Summary, SummarySentence } from '../../summary/types.ts'
import { ClaimVerdict, VerdictMark } from '../components/claim-verdict.tsx'
import { CommunityNote } from '../components/community.tsx'
import { CoverageGroups } from '../components/coverage.tsx'
import { foreign, HubChips } from '../components/entry.tsx'
import { FactsSection } from '../components/facts.tsx'
import { InstalmentLinks } from '../components/instalments.tsx'
import { KindMark, Moment, TierMark } from '../components/marks.tsx'
import { quotesOf } from '../components/quotes-of.ts'
import { RankNote } from '../components/rank-note.tsx'
import { StorySince, StoryThen } from '../components/since.tsx'
import { StateNote } from '../components/state.tsx'
import { History, Timeline } from '../components/story-history.tsx'
import { Tally } from '../components/tally.tsx'
import { Translation } from '../components/translation.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { hostOf, safeHref } from '../safe-href.ts'
import type { MissingStoryView, StoryView } from '../view/story.ts'
import { Layout } from './layout.tsx'

/** One story: what happened, why it stands where it does, who carries it, how the page changed. */
export function StoryPage({ view, c }: { view: StoryView; c: PageContext }) {
  const { m, f } = c
  const { story } = view
  const numbers = new Map(view.coverage.map(({ item, number }) => [item.id, number]))
  const numberOf = (itemId: number) => numbers.get(itemId)
  const isHeld = story.state === 'held'
  const { coverage } = story
  const headline = headlineIn(story.headline, c.language)
  return (
    <Layout
      c={c}
      heading={headline.text}
      feed={paths.atom(paths.storyById(story.id))}
      isIndexed={story.state === 'published'}
    >
      <article class="page">
        <div>
          {isHeld ? (
            <StateNote label={m.heldBack} heading={m.heldHead(String(story.id))} level={1}>
              <p>{m.heldText}</p>
            </StateNote>
          ) : (
            <>
              <p class="meta">
                <KindMark kind={story.kind} c={c} /> <TierMark tier={coverage.bestTier} c={c} />{' '}
                <span>{m.storyNumber(String(story.id), f.number(story.revision))}</span>{' '}
                <Moment at={story.updatedAt}>
                  {`${m.updated(f.ago(story.updatedAt, c.now))}, ${f.moment(story.updatedAt)}`}
                </Moment>
              </p>
              {story.state === 'off-beat' ? (
                <p class="note">
                  <small>
                    <b>{m.offBeat}.</b> {m.offBeatText}
                  </small>
                </p>
              ) : null}
              <h1 lang={foreign(headline.language, c)}>{headline.text}</h1>
              <Rulings story={story} c={c} />
              <StoryThen view={view} c={c} />
              <StorySince view={view} c={c} />
              <div class="meta">
                <Tally coverage={coverage} c={c} />
                <HubChips hubs={story.hubs} c={c} />
              </div>
              <InstalmentLinks view={view} c={c} />
              <SummarySection view={view} numberOf={numberOf} c={c} />
              <Translation view={view} c={c} />
              <Claims view={view} numberOf={numberOf} c={c} />
              <Original view={view} c={c} />
              <FactsSection view={view} c={c} />
              <Report view={view} c={c} />
              <RankNote view={view} c={c} />
              <CommunityNote view={view} c={c} />
            </>
          )}
          <section id="coverage">
            <h2 class="h">
              {m.coverage} <small>{m.coverageCount(view.coverage.length, coverage.independent)}</small>
            </h2>
            <CoverageGroups entries={view.coverage} numberOf={numberOf} c={c} />
          </section>
        </div>
        <aside class="side" aria-label={m.besideStory}>
          <Timeline view={view} c={c} />
          <About story={story} c={c} />
          <History view={view} c={c} />
          <ShareCite view={view} c={c} />
        </aside>
      </article>
    </Layout>
  )
}

/** What an operator decided about the story, said before anything else. */
function Rulings({ story, c }: { story: StoryView['story']; c: PageContext }) {
  const { editing: e } = c.m
  const { retracted, headline } = story.rulings ?? {}
  return (
    <>
      {retracted === undefined ? null : (
        <StateNote
          label={c.m.events.retracted}
          heading={e.retractedHead}
          acts={[{ href: paths.corrections, text: e.corrections }]}
        >
          <p>{e.retractedText(retracted)}</p>
        </StateNote>
      )}
      {headline === undefined ? null : (
        <p class="note">
          <small>
            {e.headlineByOperator} <a href={paths.corrections}>{e.corrections}</a>
          </small>
        </p>
      )}
    </>
  )
}

/** How a reader says that something is wrong, and how many did. */
function Report({ view, c }: SectionProps) {
  const { editing: e } = c.m
  return (
    <p>
      <small>
        {view.openReports > 0 ? `${e.reportsOpen(view.openReports)} ` : ''}
        <a href={paths.report(view.story.id)} rel="nofollow">
          {e.reportError}
        </a>
      </small>
    </p>
  )
}

interface SectionProps {
  readonly view: StoryView
  readonly c: PageContext
}

function SummarySection({
  view,
  numberOf,
  c,
}: SectionProps & { readonly numberOf: (itemId: number) => number | undefined }) {
  const { m } = c
  const { summary, coverage, kind } = view.story
  const maker = summary.method === 'model' && summary.model ? madeByModel(summary, c) : m.extractive
  return (
    <>
      <h2 class="h">
        {m.summary} {summary.sentences.length > 0 ? <small>{maker}</small> : null}
      </h2>
      {summary.sentences.length > 0 ? (
        <p class="sum">
          {summary.sentences.map((sentence) => (
            <Sentence
              sentence={sentence}
              claims={view.claims}
              numberOf={numberOf}
              isQuoted={summary.method === 'extractive'}
              c={c}
            />
          ))}
        </p>
      ) : (
        <p class="q">{m.noSummary}</p>
      )}
      {summary.droppedCount > 0 ? (
        <p class="note">
          <small>{[m.dropped(summary.droppedCount), ...droppedParts(summary, c)].join(' ')}</small>
        </p>
      ) : null}
      <h2 class="h">{m.impact}</h2>
      {summary.impact ? (
        <p class="prose">
          <Sentence
            sentence={summary.impact}
            claims={view.claims}
            numberOf={numberOf}
            isQuoted={summary.method === 'extractive'}
            c={c}
          />
        </p>
      ) : (
        <p class="q">{m.noImpact}</p>
      )}
      {coverage.independent === 0 ? (
        <p class="note">
          <small>{m.noReport}</small>
        </p>
      ) : coverage.independent === 1 ? (
        <p class="note">
          <small>
            <b>{m.oneVoice}</b> {kind === 'opinion' ? m.oneVoiceOpinion : m.oneVoiceReport}
          </small>
        </p>
      ) : null}
    </>
  )
}

/** Who wrote a summary, from what and when. */
function madeByModel({ model, independent, writtenAt }: Summary, { m, f }: PageContext): string {
  const from =
    independent === undefined || writtenAt === undefined ? [] : [m.writtenFrom(independent, f.moment(writtenAt))]
  return [m.byModel(model ?? ''), ...from].join(' · ')
}

/** What of a model's answer was left out, and why; never its words. */
function droppedParts({ dropped = [] }: Summary, { m }: PageContext): readonly string[] {
  return dropped.map(
    ({ part, rules }) => `${m.droppedParts[part]}: ${rules.map((rule) => m.droppedWhy[rule]).join('; ')}.`,
  )
}

/** Whether a claim stands in what a sentence cites. */
function isIn({ itemId, start, end }: StoredClaim, { citations }: SummarySentence): boolean {
  return citations.some((each) => each.itemId === itemId && each.start < end && start < each.end)
}

/** A sentence with the numbers of the items it stands in, and the verdicts on what it claims of hubs. */
function Sentence({
  sentence,
  claims,
  numberOf,
  isQuoted,
  c,
}: {
  sentence: SummarySentence
  claims: readonly StoredClaim[]
  numberOf: (itemId: number) => number | undefined
  isQuoted: boolean
  c: PageContext
}) {
  const [open, close] = isQuoted ? quotesOf(sentence.language) : ['', '']
  const numbers = [...new Set(sentence.citations.map(({ itemId }) => numberOf(itemId)))]
  return (
    <>
      <span lang={foreign(sentence.language, c)}>{`${open}${sentence.text}${close}`}</span>
      {numbers.map((number) =>
        number === undefined ? null : <a class="cite" href={`#r${number}`}>{`[${number}]`}</a>,
      )}{' '}
      {claims.map((claim, index) =>
        isIn(claim, sentence) ? (
          <>
            <VerdictMark claim={claim} c={c} href={`#claim-${index + 1}`} />{' '}
          </>
        ) : null,
      )}
    </>
  )
}

/** Statements about hubs with their verdicts. */
function Claims({ view, numberOf, c }: SectionProps & { readonly numberOf: (itemId: number) => number | undefined }) {
  if (view.claims.length === 0) return null
  return (
    <section id="claims">
      <h2 class="h">{c.m.claimsChecked}</h2>
      {view.claims.map((claim, index) => {
        const number = numberOf(claim.itemId)
        const cite = number === undefined ? undefined : { number, href: `#r${number}` }
        return <ClaimVerdict claim={claim} atlas={view.atlas} c={c} cite={cite} id={`claim-${index + 1}`} />
      })}
      <p>
        <small>{c.m.claimsNote}</small>
      </p>
    </section>
  )
}

function Original({ view, c }: SectionProps) {
  const { original } = view
  const href = safeHref(original?.item.url)
  if (!original || !href) return null
  const name = original.source?.name ?? original.item.sourceId
  const host = hostOf(href)
  return (
    <p>
      <a class="go" href={href}>
        {host ? c.m.readOriginal(name, host) : c.m.readOriginalAt(name)}
      </a>
    </p>
  )
}

function About({ story, c }: { story: StoryView['story']; c: PageContext }) {
  if (story.entityIds.length === 0) return null
  return (
    <>
      <h2 class="h">{c.m.about}</h2>
      <ul class="chips">
        {story.entityIds.map((id) => (
          <li>
            <a href={paths.entity(id)}>{c.names.entity(id)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function ShareCite({ view, c }: SectionProps) {
  const { m, f } = c
  const { story } = view
  const permalink = paths.storyById(story.id)
  return (
    <section>
      <h2 class="h">{m.shareCite}</h2>
      <dl class="facts">
        <dt>{m.permalink}</dt>
        <dd>
          <a href={permalink}>{permalink}</a> <small>{m.permanent}</small>
        </dd>
        <dt>{m.dataWord}</dt>
        <dd>
          <a href={paths.storyJson(story.id)}>JSON</a> · <a href={paths.atom(permalink)}>Atom</a>
        </dd>
      </dl>
      <details>
        <summary>{m.citationText}</summary>
        <p>
          <code>
            {m.citation(
              headlineIn(story.headline, c.language).text,
              String(story.id),
              f.number(story.revision),
              f.date(c.now),
              c.origin + permalink,
            )}
          </code>
        </p>
      </details>
    </section>
  )
}

export function MissingStoryPage({ view, c }: { view: MissingStoryView; c: PageContext }) {
  const { m } = c
  const id = String(view.id)
  const isGone = view.reason === 'gone'
  const heading = isGone ? m.goneStory(id) : m.noStory(id)
  return (
    <Layout c={c} heading={heading} isIndexed={false}>
      <StateNote
        label={isGone ? '410' : '404'}
        heading={heading}
        level={1}
        acts={[
          { href: paths.front, text: m.brief },
          { href: paths.search, text: m.search },
        ]}
      >
        <p>{isGone ? m.goneStoryText : m.noStoryText(String(view.newestId))}</p>
      </StateNote>
    </Layout>
  )
}
