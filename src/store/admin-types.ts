import type { Instant } from '../lib/instant.ts'

/** A signed-in operator's session. Only the hash of the token is stored; the token itself is in the operator's cookie. */
export interface AdminSession {
  readonly tokenHash: string
  readonly csrf: string
  readonly createdAt: Instant
  readonly usedAt: Instant
}

/** Failed sign-in attempts of one sender. */
export interface LoginFailures {
  readonly failures: number
  readonly lastAt: Instant
}

/** Password, sessions and failed sign-ins of the operator. */
export interface AdminRecords {
  /** Returns the hash as `hashPassword` wrote it; undefined until a password is set. */
  passwordHash(): Promise<string | undefined>
  /** Replaces the password hash and ends every session. */
  setPasswordHash(hash: string): Promise<void>
  addSession(session: AdminSession): Promise<void>
  session(tokenHash: string): Promise<AdminSession | undefined>
  touchSession(tokenHash: string, at: Instant): Promise<void>
  endSession(tokenHash: string): Promise<void>
  /** Removes sessions last used before `at`, and failure counts last raised before `at`. */
  forgetBefore(at: Instant): Promise<void>
  loginFailures(sender: string): Promise<LoginFailures>
  noteFailure(sender: string, at: Instant): Promise<void>
  clearFailures(sender: string): Promise<void>
  /** Returns a random secret of 32 bytes in hex: created on first use, the same in every process. */
  secret(name: string): Promise<string>
}
