import { tripToMarket } from '../../hub/decide/cells.ts'
import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import { FIBRE_KM_PER_MS } from '../../hub/great-circle.ts'
import { HeatMap } from '../charts/heat-map.tsx'
import { WorldMap } from '../charts/world-map.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import type { CompareView } from '../view/hub.ts'
import { measuredBy } from './dossier-round-trips.tsx'
import { FlatTable } from './flat-table.tsx'
import { SourceTitle } from './hub-value.tsx'
import { WideTable } from './wide-table.tsx'

/** Round trips between the hubs and to every market, with the physical floor. */
export function ComparedRoundTrips({ view, c }: { view: CompareView; c: PageContext }) {
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
      <WideTable label={h.roundTrips}>
        <HeatMap
          columns={hubs.map(({ names }) => c.nameIn(names))}
          rows={rows.map(({ name, trips }) => ({ name, cells: trips }))}
          anchors={c.atlas.indicator('latency')!.anchors!}
          label={h.heatAlt(c.f.list(hubs.map(({ names }) => c.nameIn(names))))}
          text={ms}
        />
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
                    <td>
                      <b>
                        {trip.method === 'estimated' ? '≈ ' : ''}
                        {ms(trip.ms)}
                      </b>{' '}
                      <small>{`${ms(trip.lo)}–${ms(trip.hi)}, ${h.floor(ms(trip.floorMs))}`}</small>
                    </td>
                  ) : (
                    <td>–</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p>
        <small>
          {`${phrasesIn(c.language).method('measured')}: `}
          {measuredBy(rows.flatMap(({ trips }) => trips.flatMap((trip) => trip?.rows ?? []))).map(
            ({ source, date }, index) => (
              <>
                {index > 0 ? ' · ' : ''}
                <SourceTitle id={source} url={c.atlas.reference(source)?.url} c={c} /> ({date})
              </>
            ),
          )}
          {` · ${phrasesIn(c.language).method('estimated')}: `}
          <SourceTitle id="great-circle" c={c} />
        </small>
      </p>
    </section>
  )
}

/** The hubs on a map, and how far they are apart. */
export function ComparedMap({ view, c }: { view: CompareView; c: PageContext }) {
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
