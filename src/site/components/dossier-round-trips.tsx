import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import { FIBRE_KM_PER_MS } from '../../hub/great-circle.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import type { MarketRoundTrip } from '../view/hub.ts'
import { FlatTable } from './flat-table.tsx'
import { SourceTitle } from './hub-value.tsx'

/** Round trips to each market, with the physical floor and who measured them. */
export function MarketRoundTrips({ trips, c }: { trips: readonly MarketRoundTrip[]; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const ms = (value: number) => c.f.decimal(value, value < 10 ? 1 : 0)
  return (
    <>
      <p class="q">{h.roundTripsMean(c.f.number(FIBRE_KM_PER_MS))}</p>
      <FlatTable
        isDense
        columns={[
          { head: h.to },
          { head: `${h.roundTrips}, ms`, isNumber: true },
          { head: h.interval, isNumber: true },
          { head: h.floorWord, isNumber: true },
          { head: `${h.method} · ${h.date} · ${h.source}` },
        ]}
        rows={trips.map(({ market, ms: mean, lo, hi, floorMs, method, rows }) => [
          c.nameIn(c.atlas.market(market)!.names),
          <b>{ms(mean)}</b>,
          `${ms(lo)}–${ms(hi)}`,
          ms(floorMs),
          <small>
            {phrasesIn(c.language).method(method)}
            {(method === 'measured' ? measuredBy(rows) : [{ source: 'great-circle', date: undefined }]).map(
              ({ source, date }) => (
                <>
                  {date ? ` · ${date} · ` : ' · '}
                  <SourceTitle id={source} url={c.atlas.reference(source)?.url} c={c} />
                </>
              ),
            )}
          </small>,
        ])}
      />
    </>
  )
}

/** Returns each pair of source and date once. */
export function measuredBy(
  rows: MarketRoundTrip['rows'],
): readonly { readonly source: string; readonly date: string }[] {
  return [...new Map(rows.map(({ source, date }) => [`${source} ${date}`, { source, date }])).values()]
}
