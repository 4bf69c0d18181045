import type { Facts, Figure } from '../../summary/facts/types.ts'
import type { Citation } from '../../summary/types.ts'
import type { PageContext } from '../page-context.ts'
import type { StoryView } from '../view/story.ts'
import { foreign } from './entry.tsx'
import { Moment } from './marks.tsx'
import { quotesOf } from './quotes-of.ts'

/** What independent reports say of the same thing, agreeing or not; who said it first; who is quoted. */
export function FactsSection({ view, c }: { view: StoryView; c: PageContext }) {
  const { facts } = view.story
  if (!facts) return null
  const { m } = c
  const entryOf = (itemId: number) => view.coverage.find(({ item }) => item.id === itemId)
  const nameOf = (itemId: number) => {
    const entry = entryOf(itemId)
    return entry?.source?.name ?? entry?.item.sourceId ?? ''
  }
  const cite = (itemId: number) => {
    const number = entryOf(itemId)?.number
    return number === undefined ? null : <a class="cite" href={`#r${number}`}>{`[${number}]`}</a>
  }
  return (
    <section id="facts">
      <h2 class="h">
        {m.factsHead} <small>{m.claimStates[facts.claim]}</small>
      </h2>
      <dl class="facts">
        <WhoFirst facts={facts} nameOf={nameOf} cite={cite} c={c} />
        {facts.figures.map((figure) => (
          <FigureRow
            figure={figure}
            nameOf={nameOf}
            cite={cite}
            languageOf={(id) => entryOf(id)?.item.language}
            c={c}
          />
        ))}
        {facts.quotations.map(({ text, language, speaker, independent, citation }) => {
          const [open, close] = quotesOf(language)
          return (
            <>
              <dt lang={foreign(language, c)}>{speaker}</dt>
              <dd>
                <q lang={foreign(language, c)}>{`${open}${text}${close}`}</q> {cite(citation.itemId)}{' '}
                <small>{independent > 1 ? m.inReports(independent) : nameOf(citation.itemId)}</small>
              </dd>
            </>
          )
        })}
      </dl>
    </section>
  )
}

interface RowProps {
  readonly nameOf: (itemId: number) => string
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
            {nameOf(first.itemId)} {cite(first.itemId)} <Moment at={first.at}>{f.moment(first.at)}</Moment>
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

/** Each value with how many report it and the sentence it stands in; differing values stand under one another. */
function FigureRow({
  figure: { type, values },
  nameOf,
  cite,
  languageOf,
  c,
}: RowProps & { readonly figure: Figure; readonly languageOf: (itemId: number) => string | undefined }) {
  const { m } = c
  const differ = values.length > 1
  const sentenceOf = ({ itemId, quote }: Citation) => (
    <small class="q" lang={foreign(languageOf(itemId) ?? 'und', c)}>
      {quote}
    </small>
  )
  return (
    <>
      <dt>
        {type === 'date' ? m.dateWord : m.figure}
        <br />
        <small>{differ ? m.reportsDiffer : m.reportsAgree}</small>
      </dt>
      <dd>
        {values.map(({ text, independent, citations }) => (
          <p>
            <b lang={foreign(languageOf(citations[0]!.itemId) ?? 'und', c)}>{text}</b>{' '}
            <span>
              {independent > 1 ? m.inReports(independent) : nameOf(citations[0]!.itemId)}{' '}
              {citations.map(({ itemId }) => cite(itemId))}
            </span>
            <br />
            {sentenceOf(citations[0]!)}
          </p>
        ))}
      </dd>
    </>
  )
}
