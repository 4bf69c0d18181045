import type { Atlas } from '../../hub/atlas-types.ts'
import { placeName } from '../../hub/claims/check-text.ts'
import type { Claim, Figure } from '../../hub/claims/types.ts'
import { verdictReason, verdictWord } from '../../hub/claims/verdict-messages.ts'
import { nameIn } from '../../hub/names.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { foreign } from './entry.tsx'
import { FlatTable } from './flat-table.tsx'
import { NoteText, SourceTitle } from './hub-value.tsx'
import { languageMarks } from './language-marks.ts'

/** A sign beside each verdict's word, so that no verdict depends on colour. */
const SIGNS = {
  supported: '✓',
  plausible: '≈',
  depends: '±',
  contradicted: '✗',
  impossible: '⊘',
  uncheckable: '?',
} as const

interface ClaimProps {
  readonly claim: Claim
  readonly atlas: Atlas
  readonly c: PageContext
}

/** The verdict's word with its sign; with `href`, a link to the reasons elsewhere on the page. */
export function VerdictMark({ claim, c, href }: Pick<ClaimProps, 'claim' | 'c'> & { readonly href?: string }) {
  const mark = (
    <>
      <i aria-hidden="true">{SIGNS[claim.verdict]}</i> {verdictWord(claim.verdict, c.language)}
    </>
  )
  if (href === undefined) {
    return (
      <span class="verdict" data-v={claim.verdict}>
        {mark}
      </span>
    )
  }
  return (
    <a class="verdict" data-v={claim.verdict} href={href}>
      <span class="vh">{c.m.claimChecked} </span>
      {mark}
    </a>
  )
}

/** One claim: what is said, what the figures say of it, and the figures with their sources. */
export function ClaimVerdict({
  claim,
  atlas,
  c,
  cite,
  id,
}: ClaimProps & {
  readonly id?: string
  /** Number and address of the item that makes the claim. */
  readonly cite?: { number: number; href: string }
}) {
  const nameOf = (place: string) => placeName(place, c.language, atlas)
  return (
    <div class="claim" id={id}>
      <blockquote {...languageMarks(foreign(claim.language, c))}>
        {claim.quote}
        {cite ? <a class="cite" href={cite.href}>{`[${cite.number}]`}</a> : null}
      </blockquote>
      <p>
        <VerdictMark claim={claim} c={c} /> {nameOf(claim.hub)}
        {': '}
        {verdictReason(claim.reason, c.language, nameOf)}
        {'.'}
      </p>
      {claim.evidence.length > 0 ? (
        <details>
          <summary>{c.m.figuresBehind(claim.evidence.length)}</summary>
          <Figures figures={claim.evidence} atlas={atlas} c={c} nameOf={nameOf} />
        </details>
      ) : null}
    </div>
  )
}

function Figures({
  figures,
  atlas,
  c,
  nameOf,
}: Pick<ClaimProps, 'atlas' | 'c'> & { readonly figures: readonly Figure[]; readonly nameOf: (id: string) => string }) {
  const { m } = c
  return (
    <FlatTable
      columns={[
        { head: m.figureOf },
        { head: m.value, isNumber: true },
        { head: m.figureDate, isNamedInStack: true },
        { head: m.source, isNamedInStack: true },
      ]}
      rows={figures.map((figure) => [
        <>
          {figure.to ? `${nameOf(figure.place)} – ${nameOf(figure.to)}` : nameOf(figure.place)}
          {', '}
          {indicatorName(figure.indicator, c, atlas)}
        </>,
        valueText(figure, c),
        figure.date ?? '–',
        <Source figure={figure} c={c} />,
      ])}
    />
  )
}

function indicatorName(id: string, c: PageContext, atlas: Atlas): string {
  if (id === 'floor') return c.m.fibreFloor
  if (id === 'entity') return hubMessagesIn(c.language).nameChanged
  const indicator = atlas.indicator(id)
  return indicator ? nameIn(indicator.names, c.language) : id
}

/** Formats value and unit, with the interval if there is one. */
function valueText({ value, lo, hi, unit }: Figure, c: PageContext): string {
  const digits = (each: number) => c.f.decimal(each, 3)
  const interval = lo === hi ? '' : ` (${digits(lo)}–${digits(hi)})`
  return unit === 'year' ? String(value) : `${digits(value)}${interval} ${unit}`
}

function Source({ figure, c }: { readonly figure: Figure; readonly c: PageContext }) {
  const { m } = c
  if (figure.indicator === 'floor') return <>{m.physics}</>
  if (figure.source === undefined) return <>{m.ownEstimate}</>
  return (
    <>
      <SourceTitle id={figure.source} title={figure.sourceTitle} url={figure.sourceUrl} c={c} />
      {figure.note ? (
        <small>
          {' '}
          <NoteText note={figure.note} c={c} />
        </small>
      ) : null}
    </>
  )
}
