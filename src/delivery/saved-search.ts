import { z } from 'zod'
import { isEmailAddress } from '../lib/email-address.ts'
import { parsedJson } from '../lib/parsed-json.ts'
import type { Saved } from '../store/post-types.ts'
import { type ChatAddress, readChatAddress } from './chat/chat-address.ts'
import { SavedUnreadableError } from './saved-unreadable-error.ts'

/** What a saved search looks for. Whoever gives several wants stories that meet all of them. */
export const wantedSchema = z
  .strictObject(
    {
      /** As in the search of the site. */
      words: z.string().min(1).max(200).optional(),
      /** One of the kinds of stories; whoever saves it sees to that. */
      kind: z.string().optional(),
      /** Best tier, at least. */
      tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      language: z.string().optional(),
      entity: z.string().optional(),
      hub: z.string().optional(),
      /** Owners that report it, at least. */
      independent: z.int().min(1).max(100).optional(),
    },
    { error: ({ code }) => (code === 'invalid_type' ? 'what is looked for is no JSON object' : undefined) },
  )
  .refine(({ words, kind, entity, hub }) => (words ?? kind ?? entity ?? hub) !== undefined, {
    error: 'say what is looked for: words, a kind, an entity or a hub',
  })
export type Wanted = z.infer<typeof wantedSchema>

/** Numbers of stories. */
const toldSchema = z.array(z.int(), { error: 'which stories were told is no list of numbers' })

/** Where alerts go. */
export type AlertTarget =
  | { readonly kind: 'webhook'; readonly url: string }
  | { readonly kind: 'chat'; readonly address: ChatAddress }
  | { readonly kind: 'mail'; readonly email: string }

export interface SavedSearch {
  readonly wanted: Wanted
  /** Stories that the target knows. */
  readonly told: ReadonlySet<number>
  readonly to: AlertTarget
}

/** Reads a search as it is stored. @throws SavedUnreadableError */
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
  // Not the address itself: of a chat it is a secret.
  if (!to) throw refuse('its address is no webhook, no chat and no mail')
  return { wanted: wanted.data, told: new Set(known.data), to } satisfies SavedSearch
}

/** @returns undefined for what is no address that alerts go to */
export function readAlertTarget(written: string): AlertTarget | undefined {
  if (/^https?:\/\//i.test(written)) return URL.canParse(written) ? { kind: 'webhook', url: written } : undefined
  const [, email] = /^mailto:(.+)$/i.exec(written) ?? []
  if (email !== undefined) return isEmailAddress(email) ? { kind: 'mail', email } : undefined
  const address = readChatAddress(written)
  return address && { kind: 'chat', address }
}
