import type { Child } from 'hono/jsx'
import type { StoryRecord } from '../../store/story-types.ts'
import { headlineIn } from '../../summary/headline.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import { StateNote } from '../components/state.tsx'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'

/** The outcome of a form as a page: a heading, a sentence, and a link to go on. */
export interface OutcomeView {
  readonly page: 'outcome'
  readonly what:
    | 'reportThanks'
    | 'formExpired'
    | 'tooManyPosts'
    | 'reportNeedsNote'
    | 'subscribeAsked'
    | 'badEmail'
    | 'noMail'
    | 'confirmed'
    | 'unsubscribed'
    | 'unknownLink'
  /** Path of the link. */
  readonly next: string
}

export function OutcomePage({ view, c }: { view: OutcomeView; c: PageContext }) {
  const { editing: e, brief } = c.m
  const [heading, text] = {
    reportThanks: [e.reportThanks, ''],
    formExpired: [e.formExpired, e.formExpiredText],
    tooManyPosts: [e.tooManyPosts, e.tooManyPostsText],
    reportNeedsNote: [e.formIncomplete, e.reportNeedsNote],
    subscribeAsked: [e.subscribeAsked, e.subscribeAskedText],
    badEmail: [e.badEmail, ''],
    noMail: [e.noMail, e.noMailText],
    confirmed: [e.confirmed, ''],
    unsubscribed: [e.unsubscribed, ''],
    unknownLink: [e.unknownLink, e.unknownLinkText],
  }[view.what] as [string, string]
  const isStory = view.next.startsWith('/s/')
  return (
    <Layout c={c} heading={heading} isIndexed={false}>
      <StateNote
        label={c.title}
        heading={heading}
        level={1}
        acts={[{ href: view.next, text: isStory ? e.backToStory : view.next === paths.front ? brief : e.openIt }]}
      >
        {text ? <p>{text}</p> : null}
      </StateNote>
    </Layout>
  )
}

export interface ReportView {
  readonly page: 'report'
  readonly story: StoryRecord
  readonly token: string
}

/** The form to report an error; works without a script. */
export function ReportPage({ view, c }: { view: ReportView; c: PageContext }) {
  const { editing: e } = c.m
  const { story, token } = view
  const { sentences, impact } = summaryIn(story.summary, c.language)
  const headline = headlineIn(story.headline, c.language)
  const choices = [headline.text, ...sentences.map(({ text }) => text), ...(impact ? [impact.text] : [])]
  return (
    <Layout c={c} heading={e.reportError} isIndexed={false}>
      <h1>{e.reportError}</h1>
      <p>
        <a href={paths.storyById(story.id)}>{headline.text}</a>
      </p>
      <form class="form" method="post" action={paths.report(story.id)}>
        <input type="hidden" name="token" value={token} />
        <fieldset>
          <legend>{e.reportWhich}</legend>
          {choices.map((text) => (
            <label class="choice">
              <input type="radio" name="sentence" value={text} /> <span>{text}</span>
            </label>
          ))}
          <label class="choice">
            <input type="radio" name="sentence" value="" checked /> <span>{e.reportWhole}</span>
          </label>
        </fieldset>
        <label>
          {e.reportNote}
          <textarea name="note" rows={5} cols={48} minlength={10} maxlength={1000} required></textarea>
        </label>
        <p>
          <small>{e.reportPrivacy}</small>
        </p>
        <p>
          <button type="submit">{e.reportSend}</button>
        </p>
      </form>
    </Layout>
  )
}

export interface SubscribeView {
  readonly page: 'subscribe'
  readonly token: string
}

export function SubscribePage({ view, c }: { view: SubscribeView; c: PageContext }) {
  const { editing: e } = c.m
  return (
    <Layout c={c} heading={e.subscribeHead} isIndexed={false}>
      <h1>{e.subscribeHead}</h1>
      <p class="prose">{e.subscribeText}</p>
      <form class="form" method="post" action={paths.subscribe}>
        <input type="hidden" name="token" value={view.token} />
        <label>
          {e.emailLabel}
          <input type="email" name="email" required maxlength={254} size={32} autocomplete="email" />
        </label>
        <p>
          <button type="submit">{e.subscribeSend}</button>
        </p>
      </form>
    </Layout>
  )
}

/** A page with one button, since mail programs open links by themselves, which must change nothing. */
export interface ButtonView {
  readonly page: 'button'
  readonly what: 'confirm' | 'unsubscribe' | 'endAlerts'
  readonly action: string
}

export function ButtonPage({ view, c }: { view: ButtonView; c: PageContext }): Child {
  const { editing: e } = c.m
  const isConfirm = view.what === 'confirm'
  const heading = { confirm: e.confirmHead, unsubscribe: e.unsubscribeHead, endAlerts: e.endAlertsHead }[view.what]
  return (
    <Layout c={c} heading={heading} isIndexed={false}>
      <h1>{heading}</h1>
      <form class="form" method="post" action={view.action}>
        <p>
          <button type="submit">{isConfirm ? e.confirmButton : e.unsubscribeButton}</button>
        </p>
      </form>
    </Layout>
  )
}
