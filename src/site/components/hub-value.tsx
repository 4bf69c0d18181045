import type { Atlas, Reading } from '../../hub/atlas-types.ts'
import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import { isStale } from '../../hub/freshness.ts'
import { nameIn } from '../../hub/names.ts'
import type { Indicator, Observation } from '../../hub/types.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { safeHref } from '../safe-href.ts'

/** Returns the unit beside an indicator's name; empty if the name already says what is counted. */
export function unitText(unit: string): string {
  if (unit === 'rank' || unit === 'systems') return ''
  return unit === '0-4' ? '0–4' : unit.replace('CO2', 'CO₂')
}

/** Formats a value with its unit: `1.5/4`, `#3`, `590 gCO₂/kWh`. */
export function quantityText(
  value: number,
  { unit, digits }: Pick<Indicator, 'unit' | 'digits'>,
  c: PageContext,
): string {
  const number = c.f.decimal(value, digits)
  if (unit === '0-4') return `${number}/4`
  return unit === 'rank' ? `#${number}` : `${number} ${unitText(unit)}`.trim()
}

/** Formats an interval: `505–682`; undefined if both ends read the same. */
export function intervalText(
  { lo, hi }: Pick<Reading, 'lo' | 'hi'>,
  digits: number,
  c: PageContext,
): string | undefined {
  const [low, high] = [c.f.decimal(lo, digits), c.f.decimal(hi, digits)]
  return low === high ? undefined : `${low}–${high}`
}

/** Says what a coded value means: its level in the rubric or the two it lies between; undefined without a rubric. */
export function levelText(value: number, { rubric }: Pick<Indicator, 'rubric'>, c: PageContext): string | undefined {
  const h = hubMessagesIn(c.language)
  const [lower, upper] = [Math.floor(value), Math.ceil(value)].map((level) =>
    rubric.find((each) => each.value === level),
  )
  if (!lower || !upper) return undefined
  return lower === upper
    ? h.rubricOf(c.nameIn(lower.means))
    : h.rubricBetween(c.nameIn(lower.means), c.nameIn(upper.means))
}

/** Scope, method, date, source and note of an observation, with what it is inherited from and whether it is out of date. */
export function Provenance({
  observation,
  indicator,
  atlas,
  c,
}: {
  observation: Observation
  indicator?: Indicator
  atlas: Atlas
  c: PageContext
}) {
  const h = hubMessagesIn(c.language)
  const { scope, method, date, source, sourceUrl, madeFor, note } = observation
  const url = sourceUrl ?? atlas.reference(source)?.url
  const place = madeFor && placeName(madeFor, atlas, c)
  const wider = place === c.names.hub(observation.hub) ? undefined : place
  // The code of a grid zone is no place that readers know.
  const zone = scope === 'zone' && method !== 'inherited' && madeFor?.startsWith('zone/') ? wider : undefined
  const parts = [
    zone ? `${h.scopes.zone} ${zone}` : h.scopes[scope],
    phrasesIn(c.language).method(method),
    ...(wider && method === 'inherited' ? [h.inheritedFrom(wider)] : wider && !zone ? [h.madeFor(wider)] : []),
    date,
  ]
  return (
    <>
      {parts.join(' · ')}
      {' · '}
      <SourceTitle id={source} url={url} c={c} />
      {indicator ? <OutOfDate observation={observation} indicator={indicator} c={c} /> : null}
      {note ? (
        <>
          {' · '}
          <NoteText note={note} c={c} />
        </>
      ) : null}
    </>
  )
}

/** The mark of a value that is older than its indicator allows, with the limit, linked to the rule; nothing on others. */
export function OutOfDate({
  observation,
  indicator: { staleAfterDays },
  c,
}: {
  observation: Pick<Observation, 'date'>
  indicator: Pick<Indicator, 'staleAfterDays'>
  c: PageContext
}) {
  if (!isStale(observation, staleAfterDays, c.now)) return null
  return (
    <b>
      {' · '}
      <a href={`${paths.methods}#out-of-date`}>{hubMessagesIn(c.language).outOfDate(c.f.number(staleAfterDays))}</a>
    </b>
  )
}

/**
 * The title of a source, linked if it has an address: in the reader's language if the atlas has that, else marked as English.
 *
 * @param title name of a source that is no longer a reference
 */
export function SourceTitle({ id, title = id, url, c }: { id: string; title?: string; url?: string; c: PageContext }) {
  const titles = c.atlas.reference(id)?.title
  const said = titles?.[c.language]?.[0]
  const shown = said ?? titles?.en?.[0] ?? title
  // What we coded, assumed or estimated ourselves is explained on the methods page.
  const href = safeHref(url) ?? (c.atlas.reference(id)?.isOwn ? `${paths.methods}#hubs` : undefined)
  return <span lang={said === undefined ? 'en' : undefined}>{href ? <a href={href}>{shown}</a> : shown}</span>
}

/** The publisher of a source, whose name is marked as English. */
export function Publisher({ id, c }: { id: string; c: PageContext }) {
  return <span lang="en">{c.atlas.reference(id)?.publisher ?? id}</span>
}

/** The note of an observation in the reader's language; an untranslated one, such as an operator's own, is marked as English. */
export function NoteText({ note, c }: { note: string; c: PageContext }) {
  const said = c.atlas.note(note)?.names[c.language]?.[0]
  return <span lang={said === undefined ? 'en' : undefined}>{said ?? note}</span>
}

function placeName(madeFor: string, atlas: Atlas, c: PageContext): string {
  const [, id = ''] = madeFor.split('/', 2)
  const place = atlas.area(id) ?? atlas.hub(id)
  return place ? nameIn(place.names, c.language) : id
}
