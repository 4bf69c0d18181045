import type { Context } from 'hono'
import type { AdminSession } from '../../store/admin-types.ts'
import type { SiteDeps } from '../deps.ts'
import type { SendPrivate } from '../forms/reader-forms.ts'
import { type FormFields, isSame, isSameOrigin, type ReadForm, readForm } from '../http/form-guard.ts'
import { cookieOf } from '../http/preferences.ts'
import { answer } from '../respond.ts'
import type { SignInView } from './admin-views.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { SignInPage } from './sign-in-page.tsx'

const COOKIE = 'operator'

interface LargeForm {
  readonly use: (form: FormFields, session: AdminSession) => Promise<Response>
  readonly read: (c: Context) => Promise<ReadForm>
  readonly tooLarge: (session: AdminSession) => Promise<Response>
}

/**
 * Admits only the signed-in operator. The session's token is in a cookie that scripts cannot read and other sites cannot send; each form
 * also carries the session's CSRF token (OWASP CSRF Prevention Cheat Sheet).
 */
export class AdminGate {
  readonly sessions: Sessions
  readonly #deps: SiteDeps
  readonly #send: SendPrivate

  constructor(deps: SiteDeps, send: SendPrivate) {
    this.sessions = createSessions(deps.store.admin)
    this.#deps = deps
    this.#send = send
  }

  /** Shows a page to the signed-in operator, and the sign-in form to anyone else. */
  async signedIn(c: Context, show: (session: AdminSession) => Promise<Response>): Promise<Response> {
    const session = await this.#sessionOf(c)
    if (session) return show(session)
    const state = (await this.#deps.store.admin.passwordHash()) === undefined ? 'noPassword' : 'ready'
    return this.signInPage(c, { state }, state === 'ready' ? 401 : 503)
  }

  /** Accepts a form from the signed-in operator only, sent from a page of this site and with the session's CSRF token. */
  withForm(c: Context, use: (form: FormFields, session: AdminSession) => Promise<Response>): Promise<Response> {
    return this.withLargeForm(c, { use, read: readForm, tooLarge: () => this.#refuse(c) })
  }

  /**
   * Accepts a form of up to megabytes, under the same conditions as `withForm`.
   *
   * @param tooLarge answers a form that exceeds the limit; it must change nothing, since the CSRF token has not been read
   */
  async withLargeForm(c: Context, { use, read, tooLarge }: LargeForm): Promise<Response> {
    const session = await this.#sessionOf(c)
    // Refuse before reading the body: only the operator may send megabytes.
    if (!session || !isSameOrigin(c)) return this.#refuse(c)
    const form = await read(c)
    if (form === 'tooLarge') return tooLarge(session)
    return form && isSame(form.text('csrf'), session.csrf) ? use(form, session) : this.#refuse(c)
  }

  #refuse(c: Context): Promise<Response> {
    return this.signInPage(c, { state: 'ready' }, 403)
  }

  signInPage(c: Context, view: Omit<SignInView, 'page'>, status: number): Promise<Response> {
    return this.#send(c, answer({ page: 'signIn', ...view } as const, SignInPage, status))
  }

  /** Sets the session cookie; an empty token removes it. */
  withSession(c: Context, response: Response, token: string): Response {
    const { settings } = this.#deps
    const isSecure =
      (settings.baseUrl ?? c.req.url).startsWith('https:') || c.req.header('x-forwarded-proto') === 'https'
    const parts = [
      `${COOKIE}=${token}`,
      ...['Path=/admin', 'HttpOnly', 'SameSite=Strict', `Max-Age=${token ? 86_400 : 0}`],
      ...(isSecure ? ['Secure'] : []),
    ]
    response.headers.append('Set-Cookie', parts.join('; '))
    response.headers.set('Cache-Control', 'no-store')
    return response
  }

  #sessionOf(c: Context): Promise<AdminSession | undefined> {
    return this.sessions.find(cookieOf(c.req.header('cookie'), COOKIE), this.#deps.now())
  }
}
