import type { Reading } from '../../hub/atlas-types.ts'
import { dateEnd } from '../../hub/freshness.ts'
import type { Indicator, Observation } from '../../hub/types.ts'
import { DAY_MS } from '../../lib/instant.ts'
import { DotIntervals } from '../charts/dot-interval.tsx'
import { ShareBar } from '../charts/share-bar.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import type { CompareView } from '../view/hub.ts'
import { FlatTable } from './flat-table.tsx'
import { intervalText, Provenance, Publisher, quantityText, unitText } from './hub-value.tsx'
import { WideTable } from './wide-table.tsx'

/** Every indicator that one of the hubs has, on its fixed scale. */
export function ComparedIndicators({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const shown = view.indicators.filter(({ readings }) => readings.some(Boolean))
  return (
    <section>
      <h2 class="h">{h.indicators}</h2>
      <WideTable label={h.indicators}>
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
                {name} <small>{unitText(indicator.unit)}</small>
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
      </WideTable>
    </section>
  )
}

/** What each grid is fed by, and how much headroom it has. */
export function ComparedEnergy({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const shareOf = (hub: string, id: string) => c.atlas.reading(hub, id)?.observation.value
  const power = c.atlas.indicator('power')
  return (
    <section>
      <h2 class="h">{h.energyMix}</h2>
      <WideTable label={h.energyMix}>
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
              ...texts.map((text, index) => {
                const dated = index === 0 ? c.atlas.reading(id, 'renewable-share')?.observation.date : undefined
                return dated ? `${text} (${dated})` : text
              }),
              ...(power ? [headroom ? `${c.f.decimal(headroom.observation.value, 1)}/4` : h.noDatum] : []),
            ]
          })}
        />
      </WideTable>
    </section>
  )
}

/** Returns the values of other publishers for about the same time; an earlier edition of the same report contradicts nothing. */
function rivalsOf({ observation, others }: Reading, { column }: Indicator, c: PageContext): readonly Observation[] {
  if (column === 'one-source') return others
  const publisherOf = ({ source }: Observation) => c.atlas.reference(source)?.publisher ?? source
  const isNear = ({ date }: Observation) => Math.abs(dateEnd(date) - dateEnd(observation.date)) < YEAR_MS
  return others.filter((each) => isNear(each) && publisherOf(each) !== publisherOf(observation))
}

const YEAR_MS = 365 * DAY_MS

/** All figures for a place, where several sources give one. */
export function SourceDisagreement({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const rows = view.indicators.flatMap(({ indicator: id, readings }) =>
    readings.flatMap((reading, index) => {
      const indicator = c.atlas.indicator(id)!
      const others = reading ? rivalsOf(reading, indicator, c) : []
      if (!reading || others.length === 0) return []
      const said = ({ value, source, date }: Observation) => (
        <>
          {quantityText(value, indicator, c)} (<Publisher id={source} c={c} />, {date})
        </>
      )
      return [
        [
          `${c.nameIn(indicator.names)}, ${c.names.hub(view.hubs[index]!)}`,
          said(reading.observation),
          others.map((each, at) => (
            <>
              {at > 0 ? ', ' : ''}
              {said(each)}
            </>
          )),
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
