import type { PageContext } from '../page-context.ts'
import type { HealthState } from '../view/source.ts'

const GLYPHS: Readonly<Record<HealthState, string>> = { answers: '✓', fails: '✕', aside: '‖', unread: '?', off: '−' }

/** A glyph and a word: whether a source answers. */
export function HealthMark({ state, c }: { state: HealthState; c: PageContext }) {
  return (
    <span class="st" data-g={GLYPHS[state]}>
      {c.m.healthStates[state]}
    </span>
  )
}
