import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of scrypt: 64 MiB and about 300 ms a hash; the OWASP minimum at this N and r. */
const COST = { log2N: 16, r: 8, p: 2 } as const
const KEY_BYTES = 32

/** Minimum characters. NIST SP 800-63B asks for 8 with a second factor and 15 without; here it is 12 with a lockout (sessions.ts). */
const LEAST_PASSWORD = 12
const MOST_PASSWORD = 1_000

/** The password is too short or too long; the message does not repeat it. */
export class PasswordError extends Error {
  override readonly name = 'PasswordError'

  constructor() {
    super(`The password must have ${LEAST_PASSWORD} to ${MOST_PASSWORD} characters.`)
  }
}

/**
 * Hashes a password with a random salt (scrypt, RFC 7914).
 *
 * @returns `scrypt$16$8$2$salt$key`, salt and key in base64url
 * @throws PasswordError if the password is too short or too long
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < LEAST_PASSWORD || password.length > MOST_PASSWORD) throw new PasswordError()
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST.log2N, COST.r, COST.p)
  return ['scrypt', COST.log2N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Checks a password against its hash. Without a hash it takes as long, so that timing does not reveal whether one is set. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [scheme, log2N, r, p, salt = '', key = ''] = (hash ?? ABSENT).split('$')
  if (scheme !== 'scrypt' || password.length > MOST_PASSWORD) return false
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), Number(log2N), Number(r), Number(p))
  return timingSafeEqual(given, expected) && hash !== undefined
}

const ABSENT = `scrypt$${COST.log2N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Keys are derived one at a time: many at once would take all memory. */
let turn: Promise<unknown> = Promise.resolve()

function derive(password: string, salt: Buffer, log2N: number, r: number, p: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 128 * 2 ** log2N * r * 2 }
  const derived = turn.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        // Keyboards may encode the same letter differently.
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
  turn = derived.catch(() => undefined)
  return derived
}
