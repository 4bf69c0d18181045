import type { Child } from 'hono/jsx'

export interface NavLink {
  readonly href: string
  readonly text: Child
  readonly isCurrent?: boolean
  /** For a list in several pages. */
  readonly rel?: 'next' | 'prev'
}

/** A row of links in monospace, the current one inverted. `label` names it for screen readers, and visibly with `shown`. */
export function Nav({ label, links, shown = false }: { label: string; links: readonly NavLink[]; shown?: boolean }) {
  return (
    <nav class="nav" aria-label={label}>
      {shown ? <b aria-hidden="true">{label}</b> : null}
      {links.map(({ href, text, isCurrent, rel }) => (
        <a href={href} rel={rel} aria-current={isCurrent ? 'true' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  )
}
