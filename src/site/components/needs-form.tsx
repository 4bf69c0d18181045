import { LEFT_OUT } from '../../hub/decide/needs.ts'
import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { NeedsFields } from '../needs-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { Choice } from './choice.tsx'
import { FlatTable } from './flat-table.tsx'

/**
 * The form of needs; works without a script and submits by GET.
 *
 * @param fields what it is filled in with: what was asked for, valid or not; undefined for a new form
 */
export function NeedsForm({
  fields = USUAL,
  isWide = false,
  c,
}: {
  fields?: NeedsFields
  /** In two columns where there is room. */
  isWide?: boolean
  c: PageContext
}) {
  const h = hubMessagesIn(c.language)
  const { atlas } = c
  const residency = String(fields.residency ?? '')
  const jurisdictions = atlas.areas.filter(({ kind }) => kind === 'jurisdiction').map(({ id }) => id)
  const textOf = (name: string) => String(fields[name] ?? '')
  return (
    <form action={paths.decide} method="get" class={isWide ? 'form pair' : 'form'}>
      <fieldset>
        <legend>{h.criteria}</legend>
        <p>
          <small>
            {h.criteriaHelp} <a href={`${paths.methods}#hubs`}>{c.m.methods}</a>
          </small>
        </p>
        <div class="fields">
          {atlas.indicators
            .filter(({ isCriterion }) => isCriterion)
            .map(({ id, names }) => (
              <NumberField name={`c.${id}`} label={c.nameIn(names)} fields={fields} max={1_000} />
            ))}
        </div>
        <Choice
          name="by"
          label={h.numbersAre}
          value={textOf('by')}
          options={[
            ['', h.byOrder],
            ['weight', h.byWeight],
          ]}
        />
        <Choice
          name="confidence"
          label={h.confidence}
          value={textOf('confidence') || 'mid'}
          options={(['low', 'mid', 'high'] as const).map((each) => [each, h.confidences[each]])}
        />
      </fieldset>
      <fieldset>
        <legend>{h.markets}</legend>
        <p>
          <small>{h.marketsHelp}</small>
        </p>
        <FlatTable
          isDense
          columns={[
            { head: h.markets },
            { head: h.share, isNamedInStack: true },
            { head: h.maxMs, isNamedInStack: true },
          ]}
          rows={atlas.markets.map(({ id, names }) => {
            const market = c.nameIn(names)
            return [
              market,
              <MarketField name={`m.${id}`} label={`${market}: ${h.share}`} fields={fields} max={1_000} />,
              <MarketField name={`ms.${id}`} label={`${market}: ${h.maxMs}`} fields={fields} max={10_000} />,
            ]
          })}
        />
      </fieldset>
      <fieldset>
        <legend>{h.law}</legend>
        <Tick name="entity" label={h.mainlandEntity} fields={fields} />
        <label>
          {h.parentCountry}
          <input type="text" name="parent" maxlength={2} size={4} placeholder="US" value={fields.parent} />
        </label>
        <Choice
          name="residency"
          label={h.residency}
          value={residency}
          options={[
            ['', h.anywhere],
            ...[...new Set([residency, ...jurisdictions])]
              .filter(Boolean)
              .map((ids) => [ids, placeNames(ids, c)] as const),
          ]}
        />
        <Choice
          name="chips"
          label={h.accelerators}
          value={textOf('chips')}
          options={[
            ['', h.anyAccelerators],
            ['unrestricted-us', h.unrestricted],
          ]}
        />
      </fieldset>
      <fieldset>
        <legend>{h.load}</legend>
        <div class="fields">
          <NumberField name="training" label={h.trainingShare} fields={fields} max={1} />
          <NumberField name="mw" label={h.powerMW} fields={fields} max={100_000} />
          <NumberField name="carbon" label={h.carbonCap} fields={fields} max={2_000} />
          <NumberField name="price" label={h.priceCap} fields={fields} max={10} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{h.splitWord}</legend>
        <Tick name="split" label={h.wantSplit} fields={fields} />
        <NumberField name="link" label={h.maxLink} fields={fields} max={10_000} />
      </fieldset>
      <fieldset>
        <legend>{h.leaveOut}</legend>
        {(['claimed', 'assumed'] as const).map((method) => (
          <Tick name={`without.${method}`} label={phrasesIn(c.language).method(method)} fields={fields} />
        ))}
      </fieldset>
      {HIDDEN.map((name) =>
        fields[name] === undefined ? null : <input type="hidden" name={name} value={fields[name]} />,
      )}
      <p>
        <button type="submit">{h.workOut}</button>{' '}
        <small>
          <a href={paths.decide}>{h.startOver}</a>
        </small>
      </p>
    </form>
  )
}

/** What a new form is filled in with: a market and an order, so that the first click gives an answer. */
const USUAL: NeedsFields = { 'c.latency': 1, 'c.regulatory-flexibility': 2, 'c.carbon': 3, 'm.asean': 1 }

/** Fields that only an address can set; kept when the form is sent again. */
const HIDDEN = [
  'hubs',
  'draws',
  'seed',
  ...LEFT_OUT.filter((method) => method !== 'claimed' && method !== 'assumed').map((method) => `without.${method}`),
]

function placeNames(ids: string, c: PageContext): string {
  return c.f.list(ids.split(',').map((id) => c.placeName(id)))
}

function NumberField({ name, label, fields, max }: { name: string; label: string; fields: NeedsFields; max: number }) {
  return (
    <label>
      {label}
      <input type="number" name={name} min="0" max={String(max)} step="any" value={fields[name]} />
    </label>
  )
}

/** A number field in a table, whose column heads are its visible label. */
function MarketField({ name, label, fields, max }: { name: string; label: string; fields: NeedsFields; max: number }) {
  return (
    <input type="number" name={name} min="0" max={String(max)} step="any" value={fields[name]} aria-label={label} />
  )
}

function Tick({ name, label, fields }: { name: string; label: string; fields: NeedsFields }) {
  return (
    <label class="opt">
      <input type="checkbox" name={name} value="1" checked={fields[name] !== undefined} />
      {label}
    </label>
  )
}
