import type { Instant } from '../lib/instant.ts'

/** A signed-in operator; the token itself is only in the operator's cookie. */
export interface AdminSession {
  readonly tokenHash: string
  readonly csrf: string
  readonly createdAt: Instant
  readonly usedAt: Instant
}

/** How often a sender failed to sign in. */
export interface LoginFailures {
  readonly failures: number
  readonly lastAt: Instant
}

/** What signing in needs. */
export interface AdminRecords {
  /** As `hashPassword` writes it; undefined until one is set. */
  passwordHash(): Promise<string | undefined>
  /** Also ends every session. */
  setPasswordHash(hash: string): Promise<void>
  addSession(session: AdminSession): Promise<void>
  session(tokenHash: string): Promise<AdminSession | undefined>
  touchSession(tokenHash: string, at: Instant): Promise<void>
  endSession(tokenHash: string): Promise<void>
  /** Removes sessions not used since, and failures before. */
  forgetBefore(at: Instant): Promise<void>
  loginFailures(sender: string): Promise<LoginFailures>
  noteFailure(sender: string, at: Instant): Promise<void>
  clearFailures(sender: string): Promise<void>
  /** A random secret of 32 bytes in hex, made when it is first asked for, the same in every process. */
  secret(name: string): Promise<string>
}
