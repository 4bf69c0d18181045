import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** An SMTP server for tests that keeps the mails it receives. */
export interface MailServer {
  readonly url: string
  readonly received: ParsedMail[]
  /** Response code to each recipient; undefined: accepted. */
  refusal: { readonly code: number } | undefined
  /** Runs after a mail was received and before it is acknowledged. */
  meanwhile: () => Promise<unknown>
  close(): Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(server.refusal && Object.assign(new Error('no'), { responseCode: server.refusal.code })),
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then((mail) => {
          received.push(mail)
          return server.meanwhile()
        })
        .then(() => done(), done)
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  const server: MailServer = {
    ...{ url: `smtp://127.0.0.1:${port}`, received, refusal: undefined, meanwhile: () => Promise.resolve() },
    close: () => new Promise<void>((resolve) => smtp.close(resolve)),
  }
  return server
}
