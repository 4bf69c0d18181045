import { createSign, generateKeyPairSync } from 'node:crypto'

/** A certificate that nobody vouches for, and its key, as PEM. */
export interface SelfMadeCertificate {
  readonly cert: string
  readonly key: string
}

/** Makes a certificate (X.509 v3, RFC 5280, P-256) for the address 127.0.0.1 and a name, valid from an hour ago for a day. */
export function makeCertificate(dnsName = 'localhost', now = Date.now()): SelfMadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
  const name = sequence(set(sequence(oid('550403'), der(0x0c, Buffer.from(dnsName)))))
  const names = sequence(der(0x82, Buffer.from(dnsName)), der(0x87, Buffer.from([127, 0, 0, 1])))
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(now - 3_600_000), time(now + 24 * 3_600_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid('551d11'), der(0x04, names)))),
  )
  const signature = createSign('sha256').update(content).sign(privateKey)
  const whole = sequence(content, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** DER (X.690): tag, length, value. */
function der(tag: number, ...values: readonly Buffer[]): Buffer {
  const value = Buffer.concat(values)
  const { length } = value
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), value])
}

const sequence = (...values: readonly Buffer[]) => der(0x30, ...values)
const set = (...values: readonly Buffer[]) => der(0x31, ...values)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const integer = (value: Buffer) => der(0x02, value)
/** UTCTime, `YYMMDDhhmmssZ`. */
const time = (at: number) => der(0x17, Buffer.from(new Date(at).toISOString().replace(/^..|[-:T]|\.\d+/g, '')))
