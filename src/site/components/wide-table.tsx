import type { Child } from 'hono/jsx'

/** Holds a table of many columns: where it has no room it is pushed sideways by itself, by keyboard too, and never the page. */
export function WideTable({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="wide" tabindex={0} aria-label={label}>
      {children}
    </section>
  )
}
