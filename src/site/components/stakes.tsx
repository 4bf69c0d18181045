import { signalsOf } from '../../rank/reason.ts'
import { sayPhrase } from '../../rank/reason-messages.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import { subjectFor } from '../../summary/facts/figure-of.ts'
import type { Figure } from '../../summary/facts/types.ts'
import { headlineIn } from '../../summary/headline.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { DatedText } from './dated-text.tsx'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'

/** Shown below a story in a list, each if known: its impact, a figure on which reports differ, the story that it continues. */
export function Stakes({ story, before, c }: { story: StoryRecord; before?: StoryRecord; c: PageContext }) {
  const { impact } = summaryIn(story.summary, c.language)
  const differing = story.facts?.figures.find(isDisputed)
  const subject = differing && subjectFor(differing, c.language)
  const earlier = before && headlineIn(before.headline, c.language)
  return (
    <>
      {impact ? (
        <p class="why">
          <b>{c.m.impact}</b>{' '}
          <span data-say {...languageMarks(foreign(impact.language, c))}>
            <DatedText text={impact.text} dates={impact.dates} c={c} />
          </span>
        </p>
      ) : null}
      {differing ? (
        <p class="why">
          <b>
            <span aria-hidden="true">≠</span> {c.m.reportsDiffer}
          </b>{' '}
          {subject ? (
            <>
              <span {...languageMarks(foreign(subject.language, c))}>{subject.text}</span>:{' '}
            </>
          ) : null}
          <a href={`${paths.story(story)}#facts`}>{differing.values.map(({ text }) => text).join(' · ')}</a>
        </p>
      ) : null}
      {before && earlier ? (
        <p class="why">
          <b>{c.m.previously}</b>{' '}
          <a href={paths.story(before)} {...languageMarks(foreign(earlier.language, c))}>
            {earlier.text}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** Least independent reports of a figure for it to be named in place of an impact. */
const MANY_REPORTS = 3
const MOST_FIGURES = 2
/** Signals that say something about the event itself; the others are in every reason. */
const TELLING: ReadonlySet<string> = new Set(['momentum', 'novelty-first'])

/**
 * Says what can be counted of a story, for stories without an impact: how fast others followed, that it is the first of its
 * kind in a week, in how many languages it is told, which figures many reports agree on.
 *
 * @returns phrases without a full stop; none if there is nothing to count
 */
export function countedWords(
  { explanation, coverage, facts }: StoryRecord,
  { m, language }: PageContext,
): readonly string[] {
  const signals = signalsOf(explanation).filter(({ value, reason }) => value > 0 && TELLING.has(reason.key))
  const figures = (facts?.figures ?? [])
    .filter(
      ({ values }) => values.length === 1 && values[0]!.independent >= MANY_REPORTS && isReadable(values[0]!.text),
    )
    .slice(0, MOST_FIGURES)
  const languages = coverage.languages.filter((each) => each !== 'und').length
  return [
    ...signals.map(({ reason }) => sayPhrase(reason, language)),
    ...(languages > 1 ? [m.inLanguages(languages)] : []),
    ...figures.map(({ values: [value] }) => `${value!.text}: ${m.inReports(value!.independent)}`),
  ]
}

function isDisputed({ values }: Figure): boolean {
  return values.length > 1
}

/** Whether every reader can read a figure, which is shown as its report writes it: it has no letters but Latin ones. */
function isReadable(text: string): boolean {
  return /^[\p{N}\p{P}\p{S}\s\p{Script=Latin}]+$/u.test(text)
}
