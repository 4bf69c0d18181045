import { z } from 'zod'
import { isEmailAddress } from '../lib/email-address.ts'
import { parsedJson } from '../lib/parsed-json.ts'
import type { Saved } from '../store/post-types.ts'
import { type ChatAddress, readChatAddress } from './chat/chat-address.ts'
import { SavedUnreadableError } from './saved-unreadable-error.ts'

/** Query of a saved search; stories must meet all of its conditions. */
export const wantedSchema = z
  .strictObject(
    {
      /** Query in the syntax of the site's search. */
      words: z.string().min(1).max(200).optional(),
      /** A story kind; validated by the code that saves the search, not here. */
      kind: z.string().optional(),
      /** Highest number that the story's best tier may have. */
      tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      language: z.string().optional(),
      entity: z.string().optional(),
      hub: z.string().optional(),
      /** Minimum number of owners that report it. */
      independent: z.int().min(1).max(100).optional(),
    },
    { error: ({ code }) => (code === 'invalid_type' ? 'what is looked for is no JSON object' : undefined) },
  )
  .refine(({ words, kind, entity, hub }) => (words ?? kind ?? entity ?? hub) !== undefined, {
    error: 'say what is looked for: words, a kind, an entity or a hub',
  })
export type Wanted = z.infer<typeof wantedSchema>

/** Ids of the stories already sent. */
const toldSchema = z.array(z.int(), { error: 'which stories were told is no list of numbers' })

/** Target of alerts. */
export type AlertTarget =
  | { readonly kind: 'webhook'; readonly url: string }
  | { readonly kind: 'chat'; readonly address: ChatAddress }
  | { readonly kind: 'mail'; readonly email: string }

export interface SavedSearch {
  readonly wanted: Wanted
  /** Ids of the stories already sent to the target. */
  readonly told: ReadonlySet<number>
  readonly to: AlertTarget
}

/** Parses a stored search. @throws SavedUnreadableError */
export function readSavedSearch({ name, needs, target, told }: Pick<Saved, 'name' | 'needs' | 'target' | 'told'>) {
  const refuse = (problem: string | z.ZodError) => {
    const reason = typeof problem === 'string' ? problem : problem.issues.map(({ message }) => message).join('; ')
    return new SavedUnreadableError('search', name, reason)
  }
  const wanted = wantedSchema.safeParse(parsedJson(needs))
  if (!wanted.success) throw refuse(wanted.error)
  const known = toldSchema.safeParse(told === '' ? [] : parsedJson(told))
  if (!known.success) throw refuse(known.error)
  const to = readAlertTarget(target)
  // The message leaves out the address itself: a chat's is a secret.
  if (!to) throw refuse('its address is no webhook, no chat and no mail')
  return { wanted: wanted.data, told: new Set(known.data), to } satisfies SavedSearch
}

/** Parses the target of alerts. @returns undefined if it is no valid webhook, chat or `mailto:` address */
export function readAlertTarget(written: string): AlertTarget | undefined {
  if (/^https?:\/\//i.test(written)) return URL.canParse(written) ? { kind: 'webhook', url: written } : undefined
  const [, email] = /^mailto:(.+)$/i.exec(written) ?? []
  if (email !== undefined) return isEmailAddress(email) ? { kind: 'mail', email } : undefined
  const address = readChatAddress(written)
  return address && { kind: 'chat', address }
}
