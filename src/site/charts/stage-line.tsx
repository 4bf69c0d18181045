import type { Status } from '../../hub/evidence/types.ts'
import type { Instant } from '../../lib/instant.ts'

/** Stages of an undertaking from plan to service; `cancelled` comes last. */
const STAGES = ['announced', 'approved', 'building', 'operating', 'cancelled'] as const satisfies readonly Status[]

const LABEL = 96
const SPAN = 220
const ROW = 18

/**
 * Chart of how far undertakings have come, by the day of the report: one row per stage, time to the right. The lines of evidence below it
 * have the same facts.
 *
 * @param points at least one
 */
export function StageLine({
  points,
  words,
  label,
  ends,
}: {
  points: readonly { readonly stage: (typeof STAGES)[number]; readonly at: Instant }[]
  words: Readonly<Record<(typeof STAGES)[number], string>>
  label: string
  /** The first and the last day in words. */
  ends: readonly [string, string]
}) {
  const stages = STAGES.filter((stage) => points.some((point) => point.stage === stage))
  const times = points.map(({ at }) => at)
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const x = (at: Instant) => (LABEL + 8 + (to === from ? SPAN / 2 : (SPAN * (at - from)) / (to - from))).toFixed(1)
  const axis = stages.length * ROW + 4
  const width = LABEL + SPAN + 16
  return (
    <svg
      class="plot"
      width={width}
      height={axis + 18}
      viewBox={`0 0 ${width} ${axis + 18}`}
      role="img"
      aria-label={label}
    >
      {stages.map((stage, row) => (
        <>
          <text x="0" y={row * ROW + 14}>
            {words[stage]}
          </text>
          <path class="gr" d={`M${LABEL} ${row * ROW + 10.5}h${SPAN + 16}`} />
        </>
      ))}
      {points.map(({ stage, at }) => (
        <circle class={stage === 'cancelled' ? 'po' : 'pa'} cx={x(at)} cy={stages.indexOf(stage) * ROW + 10.5} r="4" />
      ))}
      <text x={LABEL} y={axis + 13}>
        {ends[0]}
      </text>
      {ends[1] === ends[0] ? null : (
        <text x={width} y={axis + 13} text-anchor="end">
          {ends[1]}
        </text>
      )}
    </svg>
  )
}
