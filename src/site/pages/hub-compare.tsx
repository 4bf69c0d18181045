import { tripToMarket } from '../../hub/decide/cells.ts'
import { FIBRE_KM_PER_MS } from '../../hub/great-circle.ts'
import { DotIntervals } from '../charts/dot-interval.tsx'
import { HubMarkIcon } from '../charts/hub-mark.tsx'
import { ShareBar } from '../charts/share-bar.tsx'
import { WorldMap } from '../charts/world-map.tsx'
import { FlatTable } from '../components/flat-table.tsx'
import { EvidenceLine } from '../components/hub-evidence.tsx'
import { intervalText, Provenance, quantityText } from '../components/hub-value.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { CompareView } from '../view/hub.ts'
import { CompareForm } from './hub-compare-form.tsx'
import { Layout } from './layout.tsx'

/** Two to six hubs side by side; every picture beside its table. */
export function ComparePage({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const heading = h.compareHead(c.f.list(view.hubs.map((id) => c.names.hub(id))))
  return (
    <Layout c={c} heading={heading} section="hubs">
      <h1>{heading}</h1>
      <p class="prose">{h.compareText}</p>
      <p class="meta">
        {view.hubs.map((id, index) => (
          <>
            <span class={index % 2 === 1 ? 'vb' : undefined}>
              <HubMarkIcon index={index} /> <a href={paths.hubPage(id)}>{c.names.hub(id)}</a>
            </span>{' '}
          </>
        ))}
      </p>
      <Indicators view={view} c={c} />
      <RoundTrips view={view} c={c} />
      <MapSection view={view} c={c} />
      <EnergyMix view={view} c={c} />
      <ForAndAgainst view={view} c={c} />
      <Disagreement view={view} c={c} />
      <section>
        <h2 class="h">{h.compare}</h2>
        <CompareForm c={c} chosen={view.hubs} />
      </section>
      <p>
        <small>{h.dataCredit}</small>
      </p>
    </Layout>
  )
}

function Indicators({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const shown = view.indicators.filter(({ readings }) => readings.some(Boolean))
  return (
    <section>
      <h2 class="h">{h.indicators}</h2>
      <FlatTable
        columns={[
          { head: h.indicator },
          { head: h.picture },
          ...view.hubs.map((id) => ({ head: c.names.hub(id), isNumber: false, isNamedInStack: true })),
        ]}
        rows={shown.map(({ indicator: id, readings }) => {
          const indicator = c.atlas.indicator(id)!
          const { anchors, digits } = indicator
          const name = c.nameIn(indicator.names)
          const rows = readings.map((each) => each && { value: each.observation.value, lo: each.lo, hi: each.hi })
          const spoken = rows.map(
            (row, index) =>
              `${c.names.hub(view.hubs[index]!)} ${row ? quantityText(row.value, indicator, c) : h.noDatum}`,
          )
          return [
            <>
              {name} <small>{indicator.unit === '0-4' ? '0–4' : indicator.unit.replace('CO2', 'CO₂')}</small>
            </>,
            anchors ? (
              <DotIntervals
                rows={rows}
                anchors={anchors}
                label={`${name}: ${spoken.join(', ')}`}
                ends={[c.f.decimal(anchors.worst, digits), `${c.f.decimal(anchors.best, digits)} ${h.better}`]}
              />
            ) : null,
            ...readings.map((reading) =>
              reading ? (
                <>
                  <b>{quantityText(reading.observation.value, indicator, c)}</b>{' '}
                  <small>
                    {intervalText(reading, digits, c)}{' '}
                    <Provenance
                      observation={{ ...reading.observation, note: undefined }}
                      indicator={indicator}
                      atlas={c.atlas}
                      c={c}
                    />
                  </small>
                </>
              ) : (
                <small>{h.noDatum}</small>
              ),
            ),
          ]
        })}
      />
    </section>
  )
}

function RoundTrips({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const hubs = view.hubs.map((id) => c.atlas.hub(id)!).filter(({ isRegion }) => !isRegion)
  const ms = (value: number) => c.f.decimal(value, value < 10 ? 1 : 0)
  const rows = [
    ...hubs.map((to) => ({
      name: c.nameIn(to.names),
      trips: hubs.map((from) => (from.id === to.id ? undefined : c.atlas.roundTrip(from, to))),
    })),
    ...c.atlas.markets.map((market) => ({
      name: c.nameIn(market.names),
      trips: hubs.map((from) => tripToMarket(from, market, c.atlas)),
    })),
  ]
  return (
    <section>
      <h2 class="h">
        {h.roundTrips} <small>ms</small>
      </h2>
      <p class="q">{`${h.roundTripsText} (${FIBRE_KM_PER_MS} km/ms)`}</p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{h.to}</th>
              {hubs.map((from) => (
                <th scope="col">{c.nameIn(from.names)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, trips }) => (
              <tr>
                <th scope="row">{name}</th>
                {trips.map((trip) =>
                  trip ? (
                    <td class={`w ${heat(trip.ms)}${trip.method === 'estimated' ? ' est' : ''}`}>
                      <b>
                        {trip.method === 'estimated' ? '≈ ' : ''}
                        {ms(trip.ms)}
                      </b>{' '}
                      <small>{`${ms(trip.lo)}–${ms(trip.hi)}, ${h.floor(ms(trip.floorMs))}`}</small>
                    </td>
                  ) : (
                    <td class="w">–</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Near ones stand out by their ground, and by their number. */
function heat(ms: number): string {
  return ms <= 20 ? 'l1' : ms <= 80 ? 'l2' : ''
}

function MapSection({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const hubs = view.hubs.map((id) => c.atlas.hub(id)!)
  const points = c.atlas.markets.flatMap((market) =>
    market.jurisdictions.some((id) => id === 'EU') ? [] : market.points,
  )
  const pairs = hubs.flatMap((from, index) =>
    hubs.slice(index + 1).map((to) => ({ from, to, trip: c.atlas.roundTrip(from, to) })),
  )
  return (
    <section>
      <h2 class="h">{h.map}</h2>
      <WorldMap hubs={hubs} points={points} label={h.mapAlt(c.f.list(hubs.map(({ names }) => c.nameIn(names))))} />
      <p class="q">{h.mapText}</p>
      <FlatTable
        columns={[{ head: h.between }, { head: h.distance, isNumber: true }, { head: h.roundTrips, isNumber: true }]}
        rows={pairs.map(({ from, to, trip }) => [
          `${c.nameIn(from.names)} – ${c.nameIn(to.names)}`,
          `${c.f.number(Math.round((trip.floorMs * FIBRE_KM_PER_MS) / 2))} km`,
          `${trip.method === 'estimated' ? '≈ ' : ''}${c.f.decimal(trip.ms, 1)} ms (${h.floor(c.f.decimal(trip.floorMs, 1))})`,
        ])}
      />
    </section>
  )
}

function EnergyMix({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const shareOf = (hub: string, id: string) => c.atlas.reading(hub, id)?.observation.value
  const power = c.atlas.indicator('power')
  return (
    <section>
      <h2 class="h">{h.energyMix}</h2>
      <FlatTable
        columns={[
          { head: h.hub },
          { head: h.energyMix },
          { head: h.renewable, isNumber: true },
          { head: h.otherCarbonFree, isNumber: true },
          { head: h.fuels, isNumber: true },
          ...(power ? [{ head: c.nameIn(power.names), isNumber: true }] : []),
        ]}
        rows={view.hubs.map((id) => {
          const renewable = shareOf(id, 'renewable-share')
          const free = shareOf(id, 'carbon-free-share')
          const headroom = c.atlas.reading(id, 'power')
          const shares =
            renewable === undefined || free === undefined ? undefined : [renewable, free - renewable, 100 - free]
          const texts = shares?.map((each) => c.f.percent(each / 100)) ?? [h.noDatum, h.noDatum, h.noDatum]
          return [
            c.names.hub(id),
            shares ? (
              <ShareBar parts={shares} label={h.energyMixAlt(c.names.hub(id), texts[0]!, texts[1]!, texts[2]!)} />
            ) : (
              '–'
            ),
            ...texts,
            ...(power ? [headroom ? `${c.f.decimal(headroom.observation.value, 1)}/4` : h.noDatum] : []),
          ]
        })}
      />
    </section>
  )
}

function ForAndAgainst({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <section>
      <h2 class="h">{h.forAndAgainst}</h2>
      {view.evidence.length === 0 ? <p class="q">{h.noStory}</p> : null}
      {view.evidence.map(({ facet, sides }) => (
        <details open>
          <summary>{c.nameIn(c.atlas.facet(facet)!.names)}</summary>
          <div class="versus">
            {sides.map(({ hub, inFavour, against }) => (
              <div>
                <h3>{c.names.hub(hub)}</h3>
                {[[h.forWord, inFavour] as const, [h.againstWord, against] as const].map(([word, lines]) => (
                  <>
                    <p class="grp">{word}</p>
                    {lines.length === 0 ? (
                      <p class="q">–</p>
                    ) : (
                      <ul class="list">
                        {lines.map((line) => (
                          <EvidenceLine line={line} c={c} />
                        ))}
                      </ul>
                    )}
                  </>
                ))}
              </div>
            ))}
          </div>
        </details>
      ))}
    </section>
  )
}

function Disagreement({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const rows = view.indicators.flatMap(({ indicator: id, readings }) =>
    readings.flatMap((reading, index) => {
      if (!reading || reading.others.length === 0) return []
      const indicator = c.atlas.indicator(id)!
      const publisher = (source: string) => c.atlas.reference(source)?.publisher ?? source
      return [
        [
          `${c.nameIn(indicator.names)}, ${c.names.hub(view.hubs[index]!)}`,
          `${quantityText(reading.observation.value, indicator, c)} (${publisher(reading.observation.source)})`,
          reading.others
            .map((each) => `${quantityText(each.value, indicator, c)} (${publisher(each.source)})`)
            .join(', '),
        ],
      ]
    }),
  )
  return (
    <section>
      <h2 class="h">{h.disagreement}</h2>
      <p class="q">{rows.length > 0 ? h.disagreementText : h.noDisagreement}</p>
      {rows.length > 0 ? (
        <FlatTable
          columns={[
            { head: h.indicator },
            { head: h.takenSource, isNamedInStack: true },
            { head: h.othersSay('').replace(/[:：]\s*$/, ''), isNamedInStack: true },
          ]}
          rows={rows}
        />
      ) : null}
    </section>
  )
}
