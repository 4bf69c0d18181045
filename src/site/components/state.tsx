import type { Child } from 'hono/jsx'
import type { PageContext } from '../page-context.ts'

/** A state with little to show: its name in monospace, a heading that says what is so, and links to what the reader can do. */
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

/** Shown while nothing outside answers, on the front page, the pulse and the status page. */
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

/** Shown on the status page while the disk is full. */
export function DiskFullNote({ c: { status, m, f, now } }: { c: PageContext }) {
  if (status.diskFullSince === undefined) return null
  return (
    <StateNote label={m.diskFull} heading={m.diskFullHead(f.moment(status.diskFullSince, now))}>
      <p>{m.diskFullText}</p>
    </StateNote>
  )
}
