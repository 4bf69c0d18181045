import { createTransport, type Transporter } from 'nodemailer'
import { BRIEF_WORDS } from '../brief/brief-words.ts'
import type { Block, Run } from '../brief/document.ts'
import { renderHtmlMail } from '../brief/html-mail.ts'
import { renderPlainText } from '../brief/plain-text.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import type { StoryRecord } from '../store/story-types.ts'
import type { DayEdition } from './day-edition.ts'
import { DeliveryError } from './delivery-error.ts'
import { type SearchMail, writtenSearchMail } from './search-mail.ts'
import { writtenBrief } from './written-brief.ts'

export interface MailerOptions {
  /** `smtp://user:password@mail.example:587` or `smtps://…:465`. */
  readonly smtpUrl: string
  /** `Auspex <brief@news.example>` */
  readonly from: string
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Name of the site. */
  readonly title: string
  readonly timeoutMs?: number
}

/** Recipient and language of a mail; the token is part of its unsubscribe link. */
export interface Addressee {
  readonly email: string
  readonly language: UiLanguage
  readonly token: string
}

export interface Mailer {
  /** Sends a brief. @param id same for each attempt; forms the `Message-ID` @throws DeliveryError */
  sendBrief(to: Addressee, edition: DayEdition, id: string): Promise<void>
  /** Sends the results of a saved search. @throws DeliveryError */
  sendSearch(to: Addressee, mail: SearchMail, stories: readonly StoryRecord[], id: string): Promise<void>
  /** Asks an address to confirm its subscription. @throws DeliveryError */
  sendConfirmation(to: Addressee, id: string): Promise<void>
  /** Connects and signs in without sending anything. @throws DeliveryError */
  check(): Promise<void>
  close(): void
}

/** Creates a mailer over SMTP. Mails have text and HTML parts, and one-click unsubscribe (RFC 2369, RFC 8058). */
export function createMailer({ smtpUrl, from, baseUrl, title, timeoutMs = 20_000 }: MailerOptions): Mailer {
  const transport: Transporter = createTransport(smtpUrl, {
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    // Mails consist of text only: nothing in them may make nodemailer read a file or fetch a URL.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const host = new URL(baseUrl).hostname
  const unsubscribeUrl = ({ token }: Addressee) => `${baseUrl}/unsubscribe/${token}`

  async function send(
    to: Addressee,
    mail: { id: string; list?: string; subject: string; text: string; html: string },
  ): Promise<void> {
    const { id, list = 'brief', ...parts } = mail
    try {
      await transport.sendMail({
        ...parts,
        from,
        to: { name: '', address: to.email },
        messageId: `<${id}@${host}>`,
        headers: {
          'List-Unsubscribe': `<${unsubscribeUrl(to)}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'List-Id': `<${list}.${host}>`,
          'Auto-Submitted': 'auto-generated',
          'Content-Language': to.language,
        },
      })
    } catch (error) {
      throw deliveryError(error)
    }
  }

  return {
    async sendBrief(to, edition, id) {
      const { language } = to
      await send(to, { id, ...briefMail(edition, { language, baseUrl, title, unsubscribeUrl: unsubscribeUrl(to) }) })
    },

    async sendSearch(to, mail, stories, id) {
      const writing = { language: to.language, baseUrl, title, unsubscribeUrl: unsubscribeUrl(to) }
      await send(to, { id, list: 'searches', ...writtenSearchMail(mail, stories, writing) })
    },

    async sendConfirmation(to, id) {
      const words = BRIEF_WORDS[to.language]
      const subject = words.confirmSubject(title)
      const href = `${baseUrl}/subscribe/${to.token}`
      const blocks: readonly Block[] = [
        { type: 'heading', level: 1, runs: [{ text: subject }] },
        { type: 'paragraph', runs: [{ text: words.confirmText(title) }] },
        { type: 'paragraph', runs: [{ text: words.confirmLink, href }] },
        { type: 'paragraph', runs: [{ text: words.confirmIgnore }] },
      ]
      const html = renderHtmlMail(blocks, { language: to.language, title: subject, foot: [] })
      await send(to, { id, subject, text: renderPlainText(blocks), html })
    },

    async check() {
      await transport.verify().catch((error: unknown) => {
        throw deliveryError(error)
      })
    },

    close: () => transport.close(),
  }
}

interface BriefMailOptions extends Pick<MailerOptions, 'baseUrl' | 'title'> {
  readonly language: UiLanguage
  /** Undefined for a mail without a subscriber. */
  readonly unsubscribeUrl?: string
}

/** Renders an edition as text and HTML, with links to its page and to unsubscribe. */
function briefMail(edition: DayEdition, { language, baseUrl, title, unsubscribeUrl }: BriefMailOptions) {
  const words = BRIEF_WORDS[language]
  const page = `${baseUrl}/brief/${edition.date}`
  const asked = unsubscribeUrl === undefined ? [] : [words.becauseAsked(title)]
  const text = [
    writtenBrief(edition, 'text', { language, baseUrl }),
    ...['-- ', `${words.readOnSite}: ${page}`, ...asked],
    ...(unsubscribeUrl === undefined ? [] : [`${words.unsubscribe}: ${unsubscribeUrl}`]),
  ].join('\n')
  const foot: Run[][] = [[{ text: words.readOnSite, href: page }]]
  if (unsubscribeUrl !== undefined) {
    foot.push([{ text: `${words.becauseAsked(title)} ` }, { text: words.unsubscribe, href: unsubscribeUrl }])
  }
  const html = writtenBrief(edition, 'html', { language, baseUrl, foot })
  return { subject: `${title}: ${words.title(edition.date)}`, text, html }
}

/** Renders an edition as a mail file (RFC 5322) that any mail client opens; without recipient, dated at the end of its day. */
export async function briefMailFile(
  edition: DayEdition,
  { from, ...options }: Omit<BriefMailOptions, 'unsubscribeUrl'> & Pick<MailerOptions, 'from'>,
): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    ...briefMail(edition, options),
    ...(from && { from }),
    messageId: `<brief-${edition.date}-${options.language}@${new URL(options.baseUrl).hostname}>`,
    date: new Date(edition.window.to),
    headers: { 'Content-Language': options.language },
  })
  return message as Buffer
}

/** Classifies an SMTP error: a 5xx for an address is final (RFC 5321, section 4.2.1); no answer, or 4xx, is retried. */
function deliveryError(error: unknown): DeliveryError {
  const { message, responseCode, code } = error as { message?: string; responseCode?: number; code?: string }
  // Other failures, such as a wrong password, concern the server, not the address: the operator may fix them.
  const isFinal = code === 'EENVELOPE' && (responseCode ?? 500) >= 500
  return new DeliveryError(String(message ?? error).slice(0, 500), isFinal, error)
}
