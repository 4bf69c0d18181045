import type { StoredClaim } from '../../store/evidence-types.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import type { Summary, SummarySentence } from '../../summary/types.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { StoryView } from '../view/story.ts'
import { VerdictMark } from './claim-verdict.tsx'
import { DatedText } from './dated-text.tsx'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'
import { quotesOf } from './quotes-of.ts'
import { countedWords } from './stakes.tsx'

/** What happened in cited sentences, who wrote it, what was left out, and why it matters. */
export function SummarySection({
  view,
  numberOf,
  c,
}: {
  readonly view: StoryView
  readonly numberOf: (itemId: number) => number | undefined
  readonly c: PageContext
}) {
  const { m } = c
  const { coverage, kind } = view.story
  const summary = summaryIn(view.story.summary, c.language)
  const counted = summary.impact ? [] : countedWords(view.story, c)
  const maker = summary.method === 'model' && summary.model ? madeByModel(summary, c) : m.extractive
  return (
    <>
      <h2 class="h">
        {m.summary}{' '}
        {summary.sentences.length > 0 ? (
          <small>
            <a href={`${paths.methods}#summary`}>{maker}</a>
          </small>
        ) : null}
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
      {view.modelCost ? (
        <p>
          <small>{m.modelCost(view.modelCost.usd.toFixed(4), view.modelCost.calls)}</small>
        </p>
      ) : null}
      {summary.droppedCount > 0 ? (
        <p class="note">
          <small>{[m.dropped(summary.droppedCount), ...droppedParts(summary, c)].join(' ')}</small>
        </p>
      ) : null}
      {summary.impact ? (
        <>
          <h2 class="h">{m.impact}</h2>
          <p class="prose">
            <Sentence
              sentence={summary.impact}
              claims={view.claims}
              numberOf={numberOf}
              isQuoted={summary.method === 'extractive'}
              c={c}
            />
          </p>
        </>
      ) : (
        <p>
          <small>
            <b>{m.impact}</b> {m.noImpact}
            {counted.length > 0 ? ` ${m.countedInstead(c.f.list(counted))}` : ''}
          </small>
        </p>
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

/** Says which model wrote a summary, from how many reports and when. */
function madeByModel({ model, independent, writtenAt }: Summary, { m, f, now }: PageContext): string {
  const from =
    independent === undefined || writtenAt === undefined ? [] : [m.writtenFrom(independent, f.moment(writtenAt, now))]
  return [m.byModel(model ?? ''), ...from].join(' · ')
}

/** Says which parts of a model's answer were left out, and why; never their words. */
function droppedParts({ dropped = [] }: Summary, { m }: PageContext): readonly string[] {
  return dropped.map(
    ({ part, rules }) => `${m.droppedParts[part]}: ${rules.map((rule) => m.droppedWhy[rule]).join('; ')}.`,
  )
}

/** Whether a claim overlaps a passage that a sentence cites. */
function isIn({ itemId, start, end }: StoredClaim, { citations }: SummarySentence): boolean {
  return citations.some((each) => each.itemId === itemId && each.start < end && start < each.end)
}

/** A sentence with the numbers of the items that it cites, and the verdicts on its claims about hubs. */
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
      <span data-say {...languageMarks(foreign(sentence.language, c))}>
        {open}
        <DatedText text={sentence.text} dates={sentence.dates} c={c} />
        {close}
      </span>
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
