import { StateNote } from '../components/state.tsx'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'
import type { SignInView } from './admin-views.ts'

/** The sign-in page: the only operator page that needs no session. */
export function SignInPage({ view, c }: { view: SignInView; c: PageContext }) {
  const { editing: e } = c.m
  if (view.state === 'noPassword') {
    return (
      <Layout c={c} heading={e.admin} isIndexed={false}>
        <StateNote label={e.admin} heading={e.noPassword} level={1}>
          <p>{e.noPasswordText}</p>
        </StateNote>
      </Layout>
    )
  }
  const fault =
    view.state === 'wrong'
      ? e.wrongPassword
      : view.state === 'locked'
        ? e.lockedOut(String(view.waitMinutes))
        : undefined
  return (
    <Layout c={c} heading={e.admin} isIndexed={false}>
      <h1>{e.admin}</h1>
      {fault ? (
        <p class="note" role="alert">
          {fault}
        </p>
      ) : null}
      <form class="form" method="post" action={paths.adminSignIn}>
        <label>
          {e.password}
          <input type="password" name="password" required autocomplete="current-password" maxlength={1000} size={32} />
        </label>
        <p>
          <button type="submit">{e.signIn}</button>
        </p>
      </form>
    </Layout>
  )
}
