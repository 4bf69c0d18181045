import type { Coverage } from '../../story/types.ts'
import type { PageContext } from '../page-context.ts'

/** Most echoes drawn one by one; a dash stands for the rest, and the text beside has the true count. */
const MOST_DOTS = 24
const MOST_BARS = 30

/** Who carries a story: full bars are independent, dots echoes, hollow bars copies; then the same in words. */
export function Tally({ coverage, c }: { coverage: Coverage; c: PageContext }) {
  const { independent, echoes, copies, mentions } = coverage
  const parts = [
    echoes > 0 && c.m.echoes(echoes),
    copies > 0 && c.m.copies(copies),
    mentions > 0 && c.m.mentions(mentions),
  ].filter((part) => part !== false)
  return (
    <span class="tally">
      <TallyPicture independent={independent} echoes={echoes} copies={copies} />
      <span>
        <b>{c.m.independent(independent)}</b>
        {parts.map((part) => ` · ${part}`).join('')}
      </span>
    </span>
  )
}

export function TallyPicture({ independent, echoes, copies }: { independent: number; echoes: number; copies: number }) {
  let x = 0
  let bars = ''
  for (let i = 0; i < Math.min(independent, MOST_BARS); i++, x += 8) bars += `M${x} 0h5v14h-5z`
  if (x > 0) x += 4
  let dots = ''
  for (let i = 0; i < Math.min(echoes, MOST_DOTS); i++, x += 5) dots += `M${x} 9h3v5h-3z`
  if (echoes > MOST_DOTS) {
    dots += `M${x} 11h10v1h-10z`
    x += 12
  }
  if (echoes > 0) x += 4
  let hollow = ''
  for (let i = 0; i < Math.min(copies, MOST_BARS); i++, x += 8) hollow += `M${x + 0.75} .75h3.5v12.5h-3.5z`
  const width = Math.max(1, x)
  return (
    <svg width={width} height="14" viewBox={`0 0 ${width} 14`} aria-hidden="true">
      {bars ? <path d={bars} /> : null}
      {dots ? <path class="pc" d={dots} /> : null}
      {hollow ? <path d={hollow} fill="none" stroke="currentColor" stroke-width="1.5" /> : null}
    </svg>
  )
}
