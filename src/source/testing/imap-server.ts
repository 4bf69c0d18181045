import { createServer, type Socket } from 'node:net'
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls'
import type { SelfMadeCertificate } from './self-made-certificate.ts'

export interface Letter {
  readonly uid: number
  readonly source: string
  /** What the server says of its size; default: the truth. */
  readonly saidSize?: number
}

/** A mail server on loopback that speaks as much of IMAP (RFC 3501) as a reader needs, and remembers what it was told. */
export interface ImapServer {
  readonly port: number
  readonly commands: string[]
  /** Of those, the ones that came encrypted. */
  readonly encrypted: string[]
  letters: Letter[]
  uidValidity: number
  capability: string
  password: string
  /** What is done in place of answering a command that matches. */
  instead?: { readonly command: RegExp; readonly act: (socket: Socket) => void }
  close(): Promise<void>
}

interface Encryption extends SelfMadeCertificate {
  /** From the first byte, or when the client asks for it (RFC 3501, 6.2.1). */
  readonly from: 'start' | 'STARTTLS'
}

export async function openImapServer(encryption?: Encryption): Promise<ImapServer> {
  const sockets = new Set<Socket>()
  const talk = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let rest = ''
    const read = (chunk: Buffer): void => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (/^\S+ STARTTLS$/i.test(line) && encryption?.from === 'STARTTLS') {
          encrypt(line.split(' ')[0]!)
          return
        }
        answer(server, socket, line)
      }
    }
    const encrypt = (tag: string): void => {
      server.commands.push('STARTTLS')
      socket.off('data', read)
      socket.write(`${tag} OK begin\r\n`)
      talk(new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(encryption) }))
    }
    socket.on('data', read)
  }
  const greet = (socket: Socket): void => {
    socket.write(`* OK [CAPABILITY ${server.capability}] ready\r\n`)
    talk(socket)
  }
  const listener = encryption?.from === 'start' ? createTlsServer(encryption, greet) : createServer(greet)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const server: ImapServer = {
    port: typeof address === 'object' && address ? address.port : 0,
    commands: [],
    encrypted: [],
    capability: encryption?.from === 'STARTTLS' ? 'IMAP4rev1 STARTTLS' : 'IMAP4rev1',
    letters: [],
    uidValidity: 7,
    password: 'open sesame',
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => listener.close(() => resolve()))
    },
  }
  return server
}

function answer(server: ImapServer, socket: Socket, line: string): void {
  const [tag = '', ...words] = line.split(' ')
  const command = words.join(' ')
  server.commands.push(command)
  if (socket instanceof TLSSocket) server.encrypted.push(command)
  if (server.instead?.command.test(command)) return void server.instead.act(socket)
  const lines = untagged(server, command)
  if (lines === undefined) return void socket.write(`${tag} NO refused\r\n`)
  socket.write(Buffer.from(`${lines.map((each) => `* ${each}\r\n`).join('')}${tag} OK done\r\n`, 'latin1'))
  if (/^LOGOUT/i.test(command)) socket.end()
}

/** @returns undefined for what is refused */
function untagged(server: ImapServer, command: string): string[] | undefined {
  if (/^CAPABILITY/i.test(command)) return [`CAPABILITY ${server.capability}`]
  if (/^LOGIN/i.test(command)) return command.endsWith(`"${server.password}"`) ? [] : undefined
  if (/^LIST/i.test(command)) return ['LIST () "/" INBOX']
  if (/^EXAMINE/i.test(command)) return examined(server)
  if (/^UID SEARCH/i.test(command)) return [`SEARCH ${found(server, command).join(' ')}`]
  const asked = /^UID FETCH (\d+) \((.*)\)$/i.exec(command)
  if (asked) return fetched(server, Number(asked[1]), asked[2]!)
  return /^(?:NOOP|LOGOUT|CLOSE)/i.test(command) ? [] : undefined
}

function examined({ letters, uidValidity }: ImapServer): string[] {
  const uidNext = Math.max(0, ...letters.map(({ uid }) => uid)) + 1
  return [
    'FLAGS (\\Seen)',
    `${letters.length} EXISTS`,
    '0 RECENT',
    `OK [UIDVALIDITY ${uidValidity}] valid`,
    `OK [UIDNEXT ${uidNext}] next`,
  ]
}

/** `n:*` holds the last letter in any case (RFC 3501, 6.4.8). */
function found({ letters }: ImapServer, command: string): number[] {
  const from = /FROM "?([^" ]+)"?/i.exec(command)?.[1]?.toLowerCase() ?? ''
  const first = Number(/UID (\d+):\*/i.exec(command)?.[1] ?? 0)
  const last = Math.max(0, ...letters.map(({ uid }) => uid))
  return letters
    .filter(({ uid, source }) => (uid >= first || uid === last) && source.toLowerCase().includes(from))
    .map(({ uid }) => uid)
}

function fetched({ letters }: ImapServer, uid: number, items: string): string[] {
  const index = letters.findIndex((letter) => letter.uid === uid)
  const letter = letters[index]
  if (!letter) return []
  const { source, saidSize = source.length } = letter
  const body = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(items)
  const part = source.slice(0, Number(body?.[2] ?? source.length))
  const label = body?.[1] === undefined ? 'BODY[]' : `BODY[]<${body[1]}>`
  const literal = body ? ` ${label} {${part.length}}\r\n${part}` : ''
  return [`${index + 1} FETCH (UID ${uid} RFC822.SIZE ${saidSize}${literal})`]
}
