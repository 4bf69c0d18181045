import type { Child } from 'hono/jsx'
import { sayReason } from '../../rank/reason.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { leadText } from '../view/lead-text.ts'
import { DatedText } from './dated-text.tsx'
import { languageMarks } from './language-marks.ts'
import { type ListHeadline, listHeadline, OriginalHeadline } from './list-headline.tsx'
import { KindMark, Moment, TierMark } from './marks.tsx'
import { SaveMark } from './save-button.tsx'
import { points, ScoreStick } from './score.tsx'
import { Stakes } from './stakes.tsx'
import { Tally } from './tally.tsx'

/** One ranked story of a list: rank, score and parts; kind, tier, age; headline; two lines; why; tally and hubs. */
export function StoryEntry({
  story,
  position,
  isLead,
  note,
  before,
  c,
}: {
  story: StoryRecord
  position: number
  isLead: boolean
  /** Shown below the headline. */
  note?: Child
  /** The story that it continues. */
  before?: StoryRecord
  c: PageContext
}) {
  const { explanation, coverage } = story
  const headline = listHeadline(story, c)
  const href = paths.story(story)
  const score = points(explanation.value, c)
  const lead = leadText(inTranslation(story, headline, c))
  return (
    <li class={isLead ? 'entry lead' : 'entry'} id={`s${story.id}`}>
      <p class="rank">
        <b>{c.f.number(position)}</b>{' '}
        <a href={`${href}#rank`}>
          {score}/100<span class="vh">{c.m.seeParts}</span>
        </a>
        <ScoreStick explanation={explanation} />
      </p>
      <div>
        <p class="meta">
          <KindMark kind={story.kind} c={c} /> <TierMark tier={coverage.bestTier} c={c} />{' '}
          <Moment at={story.updatedAt}>{c.f.ago(story.updatedAt, c.now)}</Moment>
        </p>
        <h2 data-say {...languageMarks(foreign(headline.language, c))}>
          <a href={href}>{headline.text}</a>
        </h2>
        <OriginalHeadline headline={headline} c={c} />
        {note}
        {lead ? (
          <p data-say {...languageMarks(foreign(lead.language, c))}>
            <DatedText text={lead.text} dates={lead.dates} c={c} />
          </p>
        ) : null}
        <Stakes story={story} before={before} c={c} />
        <p class="why">
          <b>{c.m.whyScore(score)}</b> {sayReason(explanation, c.language)}
        </p>
        <div class="meta">
          <Tally coverage={coverage} c={c} />
          <HubChips hubs={story.hubs} c={c} /> <SaveMark id={story.id} headline={headline} c={c} />
        </div>
      </div>
    </li>
  )
}

/** Returns what the two lines below a headline are taken from: the translation if the headline is translated. */
function inTranslation(
  { id, summary }: StoryRecord,
  headline: ListHeadline,
  c: PageContext,
): Parameters<typeof leadText>[0] {
  const texts = headline.original ? (c.translated.get(id) ?? []) : []
  if (texts.length === 0) return { summary: summaryIn(summary, c.language), headline }
  const sentences = summary.sentences.map((sentence, index) => {
    const text = texts[index + 1]
    return text === undefined ? sentence : { text, language: c.language, citations: sentence.citations }
  })
  return { summary: { ...summary, sentences }, headline }
}

export function HubChips({ hubs, c }: { hubs: readonly string[]; c: PageContext }) {
  if (hubs.length === 0 || !c.hasHubs) return null
  return (
    <ul class="chips">
      {hubs.map((hub) => (
        <li>
          <a href={paths.hubPage(hub)}>{c.names.hub(hub)}</a>
        </li>
      ))}
    </ul>
  )
}

/** @returns the language to mark a text with; undefined if it is the page's own or unknown */
export function foreign(language: string, c: PageContext): string | undefined {
  return language === c.language || language === 'und' ? undefined : language
}
