import { worthBetween } from '../../hub/decide/value.ts'
import type { Anchors } from '../../hub/types.ts'
import { HubMark } from './hub-mark.tsx'

export interface DotInterval {
  readonly value: number
  readonly lo: number
  readonly hi: number
}

const WIDTH = 240
const LEFT = 20
const SPAN = 200
const ROW = 20

/**
 * Chart of values with intervals on the scale of the anchors, the better end on the right. The table around it has the values.
 *
 * @param rows one per hub; undefined without a value, which leaves the row empty
 */
export function DotIntervals({
  rows,
  anchors,
  label,
  ends,
}: {
  rows: readonly (DotInterval | undefined)[]
  anchors: Anchors
  label: string
  ends: readonly [string, string]
}) {
  const worth = worthBetween(anchors)
  const at = (value: number) => LEFT + SPAN * worth(value)
  const height = rows.length * ROW + 26
  const axis = rows.length * ROW + 6
  return (
    <svg class="plot" width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      <path class="ax" d={`M${LEFT} ${axis + 0.5}h${SPAN}M${LEFT} ${axis - 3}v7M${LEFT + SPAN} ${axis - 3}v7`} />
      <text x={LEFT} y={axis + 17} text-anchor="middle">
        {ends[0]}
      </text>
      <text x={WIDTH} y={axis + 17} text-anchor="end">
        {ends[1]}
      </text>
      {rows.map((row, index) => {
        if (!row) return null
        const y = index * ROW + 11
        const [a, b] = [at(row.lo), at(row.hi)].sort((left, right) => left - right) as [number, number]
        return (
          <g class={index % 2 === 1 ? 'vb' : undefined}>
            <path class="iv" d={`M${fixed(a)} ${y}H${fixed(b)}M${fixed(a)} ${y - 4}v8M${fixed(b)} ${y - 4}v8`} />
            <HubMark index={index} x={Number(fixed(at(row.value)))} y={y} />
          </g>
        )
      })}
    </svg>
  )
}

function fixed(value: number): string {
  return value.toFixed(1)
}
