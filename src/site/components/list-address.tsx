import type { PageContext } from '../page-context.ts'

/** The address that carries a reader's list to another browser. */
export function ListAddress({ address, c }: { address: string; c: PageContext }) {
  return (
    <p>
      <small>
        {c.m.editing.savedAddress}{' '}
        <a href={address} rel="nofollow">
          {c.origin + address}
        </a>
      </small>
    </p>
  )
}
