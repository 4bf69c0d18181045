import type { Needs } from '../../hub/decide/needs.ts'
import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'

/** The form of needs, filled in with those given; works without a script and asks by address. */
export function NeedsForm({ needs, c }: { needs?: Needs; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { atlas } = c
  const marketOf = new Map(needs?.markets.map((each) => [each.market, each]))
  const placeOf = new Map(
    needs?.criteria.map(({ id, weight }, index) => [id, needs.isRankOrder ? index + 1 : Number(weight.toFixed(3))]),
  )
  const usual = needs ? undefined : USUAL
  return (
    <form action={paths.decide} method="get" class="form">
      <fieldset>
        <legend>{h.criteria}</legend>
        <p>
          <small>{h.criteriaHelp}</small>
        </p>
        {atlas.indicators
          .filter(({ isCriterion }) => isCriterion)
          .map(({ id, names }) => (
            <NumberField name={`c.${id}`} label={c.nameIn(names)} value={placeOf.get(id) ?? usual?.[id]} max={1_000} />
          ))}
        <Choice
          name="by"
          label={h.numbersAre}
          value={needs && !needs.isRankOrder ? 'weight' : ''}
          options={[
            ['', h.byOrder],
            ['weight', h.byWeight],
          ]}
        />
        <Choice
          name="confidence"
          label={h.confidence}
          value={needs?.confidence ?? 'mid'}
          options={(['low', 'mid', 'high'] as const).map((each) => [each, h.confidences[each]])}
        />
      </fieldset>
      <fieldset>
        <legend>{h.markets}</legend>
        <p>
          <small>{h.marketsHelp}</small>
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">{h.markets}</th>
              <th scope="col">{h.share}</th>
              <th scope="col">{h.maxMs}</th>
            </tr>
          </thead>
          <tbody>
            {atlas.markets.map(({ id, names }) => (
              <tr>
                <th scope="row" id={`market-${id}`}>
                  {c.nameIn(names)}
                </th>
                {([`m.${id}`, `ms.${id}`] as const).map((name, index) => (
                  <td>
                    <input
                      type="number"
                      name={name}
                      min="0"
                      max={index === 0 ? '1000' : '10000'}
                      step="any"
                      value={
                        index === 0 ? (marketOf.get(id)?.weight ?? usual?.[name]) : marketOf.get(id)?.maxRoundTripMs
                      }
                      aria-label={`${c.nameIn(names)}: ${index === 0 ? h.share : h.maxMs}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <fieldset>
        <legend>{h.law}</legend>
        <Tick name="entity" label={h.mainlandEntity} isOn={needs?.operator.mainlandEntity} />
        <label>
          {h.parentCountry}
          <input
            type="text"
            name="parent"
            maxlength={2}
            size={4}
            placeholder="US"
            value={needs?.operator.parentCountry}
          />
        </label>
        <Choice
          name="residency"
          label={h.residency}
          value={needs?.residency[0] ?? ''}
          options={[
            ['', h.anywhere],
            ...atlas.areas
              .filter(({ kind }) => kind === 'jurisdiction')
              .map(({ id }) => [id, c.placeName(id)] as const),
          ]}
        />
        <Choice
          name="chips"
          label={h.accelerators}
          value={needs?.accelerators === 'unrestricted-us' ? 'unrestricted-us' : ''}
          options={[
            ['', h.anyAccelerators],
            ['unrestricted-us', h.unrestricted],
          ]}
        />
      </fieldset>
      <fieldset>
        <legend>{h.load}</legend>
        <NumberField name="training" label={h.trainingShare} value={needs?.trainingShare || undefined} max={1} />
        <NumberField name="mw" label={h.powerMW} value={needs?.powerMW} max={100_000} />
        <NumberField name="carbon" label={h.carbonCap} value={needs?.carbonCapGPerKWh} max={2_000} />
        <NumberField name="price" label={h.priceCap} value={needs?.maxUsdPerKWh} max={10} />
      </fieldset>
      <fieldset>
        <legend>{h.splitWord}</legend>
        <Tick name="split" label={h.wantSplit} isOn={needs?.split !== undefined} />
        <NumberField name="link" label={h.maxLink} value={needs?.split?.maxLinkMs} max={10_000} />
      </fieldset>
      <fieldset>
        <legend>{h.leaveOut}</legend>
        {(['claimed', 'assumed'] as const).map((method) => (
          <Tick
            name={`without.${method}`}
            label={phrasesIn(c.language).method(method)}
            isOn={needs?.without.includes(method)}
          />
        ))}
      </fieldset>
      {needs?.hubs ? <input type="hidden" name="hubs" value={needs.hubs.join(',')} /> : null}
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
const USUAL: Readonly<Record<string, number>> = { latency: 1, 'regulatory-flexibility': 2, carbon: 3, 'm.asean': 1 }

function NumberField({
  name,
  label,
  value,
  max,
}: {
  name: string
  label: string
  value: number | undefined
  max: number
}) {
  return (
    <label>
      {label}
      <input type="number" name={name} min="0" max={String(max)} step="any" value={value} />
    </label>
  )
}

function Tick({ name, label, isOn = false }: { name: string; label: string; isOn?: boolean }) {
  return (
    <label class="opt">
      <input type="checkbox" name={name} value="1" checked={isOn} />
      {label}
    </label>
  )
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: string
  options: readonly (readonly [string, string])[]
}) {
  return (
    <label>
      {label}
      <select name={name}>
        {options.map(([id, text]) => (
          <option value={id} selected={id === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
