import { primaryLanguage } from '../../lib/primary-language.ts'
import { sayReason } from '../../rank/reason.ts'
import { headlineIn } from '../../summary/headline.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import { StoryBalanceNote } from '../components/balance.tsx'
import { About, ShareCite } from '../components/beside-story.tsx'
import { CommunityNote } from '../components/community.tsx'
import { CoverageGroups } from '../components/coverage.tsx'
import { foreign, HubChips } from '../components/entry.tsx'
import { FactsSection } from '../components/facts.tsx'
import { InstalmentLinks } from '../components/instalments.tsx'
import { languageMarks } from '../components/language-marks.ts'
import { Listen } from '../components/listen.tsx'
import { KindMark, Moment, TierMark } from '../components/marks.tsx'
import { RankNote } from '../components/rank-note.tsx'
import { SaveButton } from '../components/save-button.tsx'
import { StorySince, StoryThen } from '../components/since.tsx'
import { StateNote } from '../components/state.tsx'
import { Claims } from '../components/story-claims.tsx'
import { History, Timeline } from '../components/story-history.tsx'
import { SummarySection } from '../components/summary.tsx'
import { Tally } from '../components/tally.tsx'
import { Translation } from '../components/translation.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { hostOf, safeHref } from '../safe-href.ts'
import { storyPreview } from '../share/previews.ts'
import type { MissingStoryView, StoryView } from '../view/story.ts'
import { Layout } from './layout.tsx'

/** Renders the page of a story: what happened, why it has its rank, who carries it and how it changed. */
export function StoryPage({ view, c }: { view: StoryView; c: PageContext }) {
  const { m, f } = c
  const { story } = view
  const numbers = new Map(view.coverage.map(({ item, number }) => [item.id, number]))
  const numberOf = (itemId: number) => numbers.get(itemId)
  const isHeld = story.state === 'held'
  const { coverage } = story
  const { asOf } = view
  // The log holds only the headline in the main language.
  const headline = asOf ? { ...story.headline, text: asOf.headline } : headlineIn(story.headline, c.language)
  const entries = asOf ? view.coverage.filter(({ item }) => !asOf.joinedSince.has(item.id)) : view.coverage
  const description = story.state === 'published' ? described(view, c) : undefined
  return (
    <Layout
      c={c}
      heading={headline.text}
      description={description}
      preview={description && !asOf ? storyPreview(view, description, c) : undefined}
      feed={paths.storyById(story.id)}
      isIndexed={story.state === 'published' && !asOf}
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
                  {`${m.updated(f.ago(story.updatedAt, c.now))}, ${f.moment(story.updatedAt, c.now)}`}
                </Moment>
              </p>
              {story.state === 'off-beat' ? (
                <p class="note">
                  <small>
                    <b>{m.offBeat}.</b> {m.offBeatText}
                  </small>
                </p>
              ) : null}
              <h1 data-say {...languageMarks(foreign(headline.language, c))}>
                {headline.text}
              </h1>
              <Rulings story={story} c={c} />
              <StoryThen view={view} c={c} />
              {asOf ? null : <StoryNow view={view} numberOf={numberOf} c={c} />}
            </>
          )}
          <section id="coverage">
            <h2 class="h">
              {m.coverage}{' '}
              <small>{asOf ? m.items(entries.length) : m.coverageCount(entries.length, coverage.independent)}</small>
            </h2>
            {asOf ? null : <StoryBalanceNote view={view} c={c} />}
            <CoverageGroups entries={entries} numberOf={numberOf} c={c} />
          </section>
        </div>
        <aside class="side" aria-label={m.besideStory}>
          {asOf ? null : <Timeline view={view} c={c} />}
          <About story={story} c={c} />
          <History view={view} c={c} />
          {asOf ? null : <ShareCite view={view} c={c} />}
        </aside>
      </article>
    </Layout>
  )
}

/** Returns the page's description: the summary or, without one, the reason for the rank. */
function described({ story }: StoryView, c: PageContext): string {
  const { sentences } = summaryIn(story.summary, c.language)
  const blank = /^(zh|ja)/.test(primaryLanguage(sentences[0]?.language ?? '')) ? '' : ' '
  return sentences.map(({ text }) => text).join(blank) || sayReason(story.explanation, c.language)
}

/** Renders the part between headline and coverage, in the story's current state. */
function StoryNow({ view, numberOf, c }: SectionProps & { readonly numberOf: (itemId: number) => number | undefined }) {
  const { story } = view
  return (
    <>
      <StorySince view={view} c={c} />
      <div class="meta">
        <Tally coverage={story.coverage} c={c} />
        <HubChips hubs={story.hubs} c={c} />
      </div>
      <InstalmentLinks view={view} c={c} />
      <SummarySection view={view} numberOf={numberOf} c={c} />
      <Translation view={view} c={c} />
      <Claims view={view} numberOf={numberOf} c={c} />
      <Original view={view} c={c} />
      <FactsSection view={view} c={c} />
      <div class="acts">
        <SaveButton id={story.id} c={c} />
        <Listen c={c} />
        <Report view={view} c={c} />
      </div>
      <RankNote view={view} c={c} />
      <CommunityNote view={view} c={c} />
    </>
  )
}

/** Renders the operator's decisions on the story, which come before anything else. */
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

/** Renders the link for reporting an error, with the number of open reports. */
function Report({ view, c }: SectionProps) {
  const { editing: e } = c.m
  return (
    <small>
      {view.openReports > 0 ? `${e.reportsOpen(view.openReports)} ` : ''}
      {c.isReadonly ? null : (
        <a href={paths.report(view.story.id)} rel="nofollow">
          <u>{e.reportError}</u>
        </a>
      )}
    </small>
  )
}

interface SectionProps {
  readonly view: StoryView
  readonly c: PageContext
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
