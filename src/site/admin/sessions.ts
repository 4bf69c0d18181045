import { createHash, randomBytes } from 'node:crypto'
import { HOUR_MS, type Instant, MINUTE_MS } from '../../lib/instant.ts'
import { lasts } from '../../lib/rest.ts'
import type { AdminRecords, AdminSession } from '../../store/admin-types.ts'
import { isSame } from '../http/form-guard.ts'
import { verifyPassword } from './password.ts'

/** A session ends after this long without a request, and after a day at the latest. */
const IDLE_MS = 2 * HOUR_MS
const LONGEST_MS = 24 * HOUR_MS
/** The failure that starts a wait; each further one doubles it. */
const FREE_FAILURES = 5
const FIRST_WAIT_MS = 15 * MINUTE_MS
const LONGEST_WAIT_MS = 24 * HOUR_MS
/** The last use of a session is stored once a minute, not with every request. */
const TOUCH_EVERY_MS = MINUTE_MS

export type SignIn =
  | { readonly type: 'in'; readonly token: string }
  | { readonly type: 'wrong' }
  | { readonly type: 'locked'; readonly untilAt: Instant }

/** Sign-in and sign-out. The store keeps only the hash of a token, so that a stolen database opens no session. */
export interface Sessions {
  signIn(password: string, sender: string, now: Instant): Promise<SignIn>
  /** @returns the session of a token; undefined if it has ended */
  find(token: string | undefined, now: Instant): Promise<AdminSession | undefined>
  end(session: AdminSession): Promise<void>
}

export function createSessions(records: AdminRecords): Sessions {
  return {
    async signIn(password, sender, now) {
      const { failures, lastAt } = await records.loginFailures(sender)
      const untilAt = lastAt + waitAfter(failures)
      if (lasts({ since: lastAt, until: untilAt }, now)) return { type: 'locked', untilAt }
      // Count the failure before checking the password, so that no parallel attempt goes uncounted.
      await records.noteFailure(sender, now)
      if (!(await verifyPassword(password, await records.passwordHash()))) return { type: 'wrong' }
      await records.clearFailures(sender)
      const token = randomBytes(24).toString('base64url')
      const csrf = randomBytes(24).toString('base64url')
      await records.addSession({ tokenHash: hashOf(token), csrf, createdAt: now, usedAt: now })
      return { type: 'in', token }
    },
    async find(token, now) {
      if (token === undefined) return undefined
      const tokenHash = hashOf(token)
      const session = await records.session(tokenHash)
      if (!session || !isSame(session.tokenHash, tokenHash)) return undefined
      if (now - session.usedAt > IDLE_MS || now - session.createdAt > LONGEST_MS) {
        await records.endSession(tokenHash)
        return undefined
      }
      if (now - session.usedAt > TOUCH_EVERY_MS) await records.touchSession(tokenHash, now)
      return session
    },
    end: ({ tokenHash }) => records.endSession(tokenHash),
  }
}

/** Returns milliseconds to wait: 15 minutes after the fifth failure, twice that after the sixth, up to a day. */
function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES))
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
