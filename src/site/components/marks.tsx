import { isoInstant } from '../../lib/instant.ts'
import type { StoryKind } from '../../story/types.ts'
import type { PageContext } from '../page-context.ts'

const SORTS: Readonly<Record<StoryKind, string>> = {
  release: '▲',
  research: '¶',
  policy: '§',
  funding: '¤',
  infrastructure: '⌂',
  incident: '!',
  opinion: '”',
  tool: '+',
  business: '=',
  people: '@',
  other: '·',
}

export const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** @returns the typographic mark of a kind, shown beside its name */
export function sortOf(kind: StoryKind): string {
  return SORTS[kind]
}

export function KindMark({ kind, c }: { kind: StoryKind; c: PageContext }) {
  return (
    <span class="kind">
      <i aria-hidden="true">{SORTS[kind]}</i>
      {c.m.kinds[kind]}
    </span>
  )
}

/** A tier as numeral, border and word; no colour is needed to tell tiers apart. */
export function TierMark({ tier, c, bare = false }: { tier: 1 | 2 | 3 | 4; c: PageContext; bare?: boolean }) {
  return (
    <span class="tier" data-t={tier}>
      <span class="vh">{c.m.tier} </span>
      {ROMAN[tier - 1]}
      {bare ? '' : ` ${c.m.tierWords[tier - 1]}`}
    </span>
  )
}

/** An instant with its machine-readable form; the caller gives the visible text. */
export function Moment({ at, children }: { at: number; children: string }) {
  return <time datetime={isoInstant(at)}>{children}</time>
}
