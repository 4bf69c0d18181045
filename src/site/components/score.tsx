import { sayPhrase } from '../../rank/reason-messages.ts'
import type { Explanation } from '../../rank/types.ts'
import type { PageContext } from '../page-context.ts'

/** Fills in the fixed order of the groups: black, accent, hatch, grey. */
const FILLS = [{ class: 'pa' }, { class: 'pb' }, { fill: 'url(#hatch)' }, { class: 'pc' }] as const

/** @returns the name of a group or signal of an explanation, in the reader's language */
export function partName({ id, parts }: Explanation, c: PageContext): string {
  return sayPhrase({ key: parts.length > 0 ? `group-${id}` : `signal-${id}`, params: {} }, c.language)
}

/** Parts side by side on a scale from 0 to `max`, with a gap of 0.5 % of the width; parts below 1 % are not drawn. */
function Segments({ explanation, width, height }: { explanation: Explanation; width: number; height: number }) {
  const unit = width / (explanation.max || 1)
  const gap = width / 100
  let x = 0
  return (
    <>
      <path class="gr" d={`M0 ${height - 0.5}h${width}`} />
      {explanation.parts.map((part, index) => {
        const length = part.value * unit
        const start = x
        x += length
        if (length < gap) return null
        const drawn = round(length - (index < explanation.parts.length - 1 ? gap / 2 : 0))
        return <path {...FILLS[index % FILLS.length]} d={`M${round(start)} 0h${drawn}v${height}h${-drawn}z`} />
      })}
    </>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The small bar beside a rank; the number beside it says the same. */
export function ScoreStick({ explanation }: { explanation: Explanation }) {
  return (
    <svg class="stick" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <Segments explanation={explanation} width={100} height={8} />
    </svg>
  )
}

/** The wide bar of a story page. */
export function ScoreStrip({ explanation, c }: { explanation: Explanation; c: PageContext }) {
  const parts = explanation.parts.map((part) => `${partName(part, c)} ${points(part.value, c)}`).join(', ')
  return (
    <svg
      class="strip"
      viewBox="0 0 600 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={c.m.scoreAlt(points(explanation.value, c), parts)}
    >
      <Segments explanation={explanation} width={600} height={20} />
    </svg>
  )
}

export function Swatch({ index }: { index: number }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path {...FILLS[index % FILLS.length]} d="M0 0h14v14H0z" />
    </svg>
  )
}

/** Formats points without decimals, as readers see them. */
export function points(value: number, c: PageContext): string {
  return c.f.decimal(value, 0)
}

/** The pattern that fills hatched parts; once per page, before any bar. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" class="vh" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" stroke="currentColor" stroke-width="2.4" />
        </pattern>
      </defs>
    </svg>
  )
}
