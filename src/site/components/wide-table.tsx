import type { Child } from 'hono/jsx'

/** Container of a wide table: the table scrolls sideways by itself, also by keyboard, so that the page never does. */
export function WideTable({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="wide" tabindex={0} aria-label={label}>
      {children}
    </section>
  )
}
