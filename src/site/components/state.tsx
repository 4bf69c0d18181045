import type { Child } from 'hono/jsx'
import type { PageContext } from '../page-context.ts'

/** A state with little to show: what it is in mono, what is so as the heading, what to do as links. */
export function StateNote({
  label,
  heading,
  level = 2,
  acts = [],
  children,
}: {
  label: string
  heading: string
  level?: 1 | 2
  acts?: readonly { readonly href: string; readonly text: string }[]
  children?: Child
}) {
  return (
    <section class="state">
      <p class="meta">
        <span>{label}</span>
      </p>
      {level === 1 ? <h1>{heading}</h1> : <h2>{heading}</h2>}
      {children}
      {acts.length > 0 ? (
        <p class="acts">
          {acts.map(({ href, text }) => (
            <>
              <a href={href}>
                <u>{text}</u>
              </a>{' '}
            </>
          ))}
        </p>
      ) : null}
    </section>
  )
}

/** Said on every list of stories while nothing outside answers. */
export function OfflineNote({ c, hasStories }: { c: PageContext; hasStories: boolean }) {
  const { status, m, f } = c
  if (status.polling !== 'offline') return null
  const heading = status.offlineSince ? m.offlineHead(`${f.moment(status.offlineSince, c.now)}`) : m.offlineHeadNever
  return (
    <StateNote label={m.offline} heading={heading} acts={[{ href: '/status', text: m.sourceHealth }]}>
      <p>
        {m.offlineText} {status.offlineReason ? m.offlineBecause(status.offlineReason) : ''}{' '}
        {hasStories ? m.offlineKept : ''}
      </p>
    </StateNote>
  )
}

/** Said to whoever looks how the site does, while its disk takes nothing more. */
export function DiskFullNote({ c: { status, m, f, now } }: { c: PageContext }) {
  if (status.diskFullSince === undefined) return null
  return (
    <StateNote label={m.diskFull} heading={m.diskFullHead(f.moment(status.diskFullSince, now))}>
      <p>{m.diskFullText}</p>
    </StateNote>
  )
}
