import type { Child } from 'hono/jsx'
import { withoutDateline } from '../../lib/dateline.ts'
import { subjectFor } from '../../summary/facts/figure-of.ts'
import type { Facts, Figure } from '../../summary/facts/types.ts'
import type { Citation } from '../../summary/types.ts'
import type { PageContext } from '../page-context.ts'
import type { StoryView } from '../view/story.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'
import { Moment } from './marks.tsx'
import { quotesOf } from './quotes-of.ts'
import { SourceOfEntry } from './source-name.tsx'

/** What independent reports say of the same thing, agreeing or not; who said it first; who is quoted. */
export function FactsSection({ view, c }: { view: StoryView; c: PageContext }) {
  const { facts } = view.story
  if (!facts) return null
  const { m } = c
  const entryOf = (itemId: number) => view.coverage.find(({ item }) => item.id === itemId)
  const nameOf = (itemId: number) => {
    const entry = entryOf(itemId)
    return entry ? <SourceOfEntry entry={entry} c={c} /> : ''
  }
  const cite = (itemId: number) => {
    const number = entryOf(itemId)?.number
    return number === undefined ? null : <a class="cite" href={`#r${number}`}>{`[${number}]`}</a>
  }
  const languageOf = (itemId: number) => entryOf(itemId)?.item.language
  const sentences = sentencesOf(facts.figures, ({ itemId }) => languageOf(itemId) === c.language)
  return (
    <section id="facts">
      <h2 class="h">
        {m.factsHead} <small>{m.claimStates[facts.claim]}</small>
      </h2>
      <dl class="facts">
        <WhoFirst facts={facts} nameOf={nameOf} cite={cite} c={c} />
        {facts.figures.map((figure) => (
          <FigureRow figure={figure} nameOf={nameOf} cite={cite} languageOf={languageOf} sentences={sentences} c={c} />
        ))}
        {facts.quotations.map(({ text, language, speaker, independent, citation }) => {
          const [open, close] = quotesOf(language)
          return (
            <>
              <dt {...languageMarks(foreign(language, c))}>{speaker}</dt>
              <dd>
                <q {...languageMarks(foreign(language, c))}>{`${open}${text}${close}`}</q> {cite(citation.itemId)}{' '}
                <small>{independent > 1 ? m.inReports(independent) : nameOf(citation.itemId)}</small>
              </dd>
            </>
          )
        })}
      </dl>
    </section>
  )
}

type Value = Figure['values'][number]

/**
 * Chooses a sentence for each value, in the reader's language if there is one. No sentence is quoted twice, even if it has two figures.
 * If the ones in the reader's language are all quoted already, the value gets none rather than one in another language.
 */
function sentencesOf(figures: readonly Figure[], isOwn: (citation: Citation) => boolean): ReadonlyMap<Value, Citation> {
  const quoted = new Set<string>()
  const sentences = new Map<Value, Citation>()
  for (const value of figures.flatMap(({ values }) => values)) {
    const fresh = value.citations.filter(({ quote }) => !quoted.has(quote))
    const sentence = fresh.find(isOwn) ?? (value.citations.some(isOwn) ? undefined : fresh[0])
    if (!sentence) continue
    quoted.add(sentence.quote)
    sentences.set(value, sentence)
  }
  return sentences
}

interface RowProps {
  readonly nameOf: (itemId: number) => Child
  readonly cite: (itemId: number) => unknown
  readonly c: PageContext
}

function WhoFirst({ facts: { first, primary }, nameOf, cite, c }: RowProps & { readonly facts: Facts }) {
  const { m, f } = c
  return (
    <>
      {first ? (
        <>
          <dt>{m.firstReport}</dt>
          <dd>
            {nameOf(first.itemId)} {cite(first.itemId)} <Moment at={first.at}>{f.moment(first.at, c.now)}</Moment>
          </dd>
        </>
      ) : null}
      {primary ? (
        <>
          <dt>{m.primaryForms[primary.form]}</dt>
          <dd>
            {nameOf(primary.itemId)} {cite(primary.itemId)}
          </dd>
        </>
      ) : null}
    </>
  )
}

/** Each value with the number of reports that give it and the sentence that has it; differing values are below each other. */
function FigureRow({
  figure,
  nameOf,
  cite,
  languageOf,
  sentences,
  c,
}: RowProps & {
  readonly figure: Figure
  readonly languageOf: (itemId: number) => string | undefined
  /** The sentence quoted for each value. */
  readonly sentences: ReadonlyMap<Value, Citation>
}) {
  const { m } = c
  const { type, values } = figure
  const differ = values.length > 1
  const subject = subjectFor(figure, c.language)
  const languageIn = ({ itemId }: Citation) => foreign(languageOf(itemId) ?? 'und', c)
  return (
    <>
      <dt>
        {type === 'date' ? m.dateWord : m.figureOf}
        {subject ? (
          <>
            <br />
            <span {...languageMarks(foreign(subject.language, c))}>{subject.text}</span>
          </>
        ) : null}
        <br />
        <small>{differ ? m.reportsDiffer : m.reportsAgree}</small>
      </dt>
      <dd>
        {values.map((value) => {
          const { text, independent, citations } = value
          const sentence = sentences.get(value)
          return (
            <p>
              <b {...languageMarks(languageIn(citations[0]!))}>{text}</b>{' '}
              <span>
                {independent > 1 ? m.inReports(independent) : nameOf(citations[0]!.itemId)}{' '}
                {citations.map(({ itemId }) => cite(itemId))}
              </span>
              {sentence ? (
                <>
                  <br />
                  <span class="orig" {...languageMarks(languageIn(sentence))}>
                    {withoutDateline(sentence.quote)}
                  </span>
                </>
              ) : null}
            </p>
          )
        })}
      </dd>
    </>
  )
}
