import type { RoundTrip } from '../../hub/atlas-types.ts'
import { worthBetween } from '../../hub/decide/value.ts'
import type { Anchors } from '../../hub/types.ts'
import { HubMark } from './hub-mark.tsx'

export type HeatCell = Pick<RoundTrip, 'ms' | 'floorMs' | 'method'>

const LABEL = 150
const CELL = 84
const ROW = 30
const HEAD = 26
/** Round trip in milliseconds that fills the bar of a cell. */
const FULL_MS = 300
const BAR = CELL - 10
/** Opacity of the strongest background; the number on it keeps a contrast of at least 6, light and dark. */
const STRONGEST = 0.4

/**
 * Heat map of round trips: the shorter, the stronger the background, on the fixed scale of the anchors. The bar is the round trip,
 * hatched if estimated; the stroke through it is the physical floor. The table below it has the values.
 *
 * @param rows one per destination, with a cell per column; undefined for the place itself
 */
export function HeatMap({
  columns,
  rows,
  anchors,
  label,
  text,
}: {
  columns: readonly string[]
  rows: readonly { readonly name: string; readonly cells: readonly (HeatCell | undefined)[] }[]
  anchors: Anchors
  label: string
  text: (ms: number) => string
}) {
  const worth = worthBetween(anchors)
  const width = LABEL + columns.length * CELL
  const height = HEAD + rows.length * ROW
  return (
    <svg class="plot" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {columns.map((_, column) => (
        <g class={column % 2 === 1 ? 'vb' : undefined}>
          <HubMark index={column} x={LABEL + column * CELL + 12} y={13} />
        </g>
      ))}
      {rows.map(({ name, cells }, row) => {
        const y = HEAD + row * ROW
        return (
          <>
            <text x="0" y={y + 17}>
              {name}
            </text>
            {cells.map((cell, column) =>
              cell ? <Cell cell={cell} x={LABEL + column * CELL} y={y} ground={worth(cell.ms)} text={text} /> : null,
            )}
          </>
        )
      })}
    </svg>
  )
}

function Cell({
  cell: { ms, floorMs, method },
  x,
  y,
  ground,
  text,
}: {
  cell: HeatCell
  x: number
  y: number
  ground: number
  text: (ms: number) => string
}) {
  const isEstimated = method === 'estimated'
  const length = (of: number) => (BAR * Math.min(1, of / FULL_MS)).toFixed(1)
  const floorX = (x + 4 + Number(length(floorMs))).toFixed(1)
  return (
    <>
      <rect class="pb" x={x} y={y} width={CELL - 2} height={ROW - 2} fill-opacity={(STRONGEST * ground).toFixed(2)} />
      <text class="in" x={x + 4} y={y + 14}>
        {`${isEstimated ? '≈ ' : ''}${text(ms)}`}
      </text>
      <rect
        {...(isEstimated ? { fill: 'url(#hatch)' } : { class: 'pa' })}
        x={x + 4}
        y={y + 19}
        width={length(ms)}
        height="5"
      />
      <path class="fl" d={`M${floorX} ${y + 16}v11`} />
    </>
  )
}
