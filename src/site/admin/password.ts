import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** What scrypt costs: 64 MiB and some 150 ms (OWASP's least is N=2^16 at r=8, p=2; one operator can afford the memory instead). */
const COST = { log2N: 16, r: 8, p: 1 } as const
const KEY_BYTES = 32

/** Shortest password taken (NIST SP 800-63B asks for 8 where there is a second factor, 15 where there is none; 12 and a lockout). */
const LEAST_PASSWORD = 12
const MOST_PASSWORD = 1_000

/** A password is too short or too long; it is not in the message. */
export class PasswordError extends Error {
  override readonly name = 'PasswordError'

  constructor() {
    super(`The password must have ${LEAST_PASSWORD} to ${MOST_PASSWORD} characters.`)
  }
}

/**
 * @returns `scrypt$16$8$1$salt$key`, salt and key in base64url (RFC 7914)
 * @throws PasswordError
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < LEAST_PASSWORD || password.length > MOST_PASSWORD) throw new PasswordError()
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST.log2N, COST.r, COST.p)
  return ['scrypt', COST.log2N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Takes as long for a hash that is not there as for one that is. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [scheme, log2N, r, p, salt = '', key = ''] = (hash ?? ABSENT).split('$')
  if (scheme !== 'scrypt' || password.length > MOST_PASSWORD) return false
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), Number(log2N), Number(r), Number(p))
  return timingSafeEqual(given, expected) && hash !== undefined
}

const ABSENT = `scrypt$${COST.log2N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** One at a time: many at once would take all memory. */
let turn: Promise<unknown> = Promise.resolve()

function derive(password: string, salt: Buffer, log2N: number, r: number, p: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 128 * 2 ** log2N * r * 2 }
  const derived = turn.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        // Two keyboards may write one letter in two ways.
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
  turn = derived.catch(() => undefined)
  return derived
}
