import { parsedJson } from '../../lib/parsed-json.ts'
import { isRecord, textAt, valueAt } from '../json-value.ts'

/** How far a mailbox was read. UIDs are valid as long as its UIDVALIDITY is the same (RFC 9051, 2.3.1.1). */
export interface Reach {
  readonly uidValidity: string
  readonly lastUid: number
  /** Letters that were set aside, kept as long as reading the mailbox anew would bring them again. */
  readonly aside?: readonly Aside[]
}

/** A letter at which the server broke off, and when it was set aside. */
export interface Aside {
  readonly uid: number
  readonly at: number
}

/** Reaches by the address of their mailbox. */
export type Reaches = Readonly<Record<string, Reach>>

/**
 * Parses a cursor; what is damaged in it counts as never read.
 *
 * @param first the mailbox of a cursor without addresses, from a version that read only one
 */
export function reachesOf(cursor: string | undefined, first: string | undefined): Reaches {
  const value = parsedJson(cursor ?? 'null')
  const single = reachIn(value)
  if (single !== undefined) return first === undefined ? {} : { [first]: single }
  const named = valueAt(value, 'mailboxes')
  if (!isRecord(named)) return {}
  return Object.fromEntries(
    Object.entries(named).flatMap(([url, written]) => {
      const reach = reachIn(written)
      return reach === undefined ? [] : [[url, reach]]
    }),
  )
}

function reachIn(value: unknown): Reach | undefined {
  const uidValidity = textAt(value, 'uidValidity')
  const lastUid = valueAt(value, 'lastUid')
  if (uidValidity === undefined || !Number.isSafeInteger(lastUid)) return undefined
  const aside = [valueAt(value, 'aside')].flat().flatMap((each) => {
    const [uid, at] = [valueAt(each, 'uid'), valueAt(each, 'at')]
    return Number.isSafeInteger(uid) && Number.isSafeInteger(at) ? [{ uid, at } as Aside] : []
  })
  return { uidValidity, lastUid: lastUid as number, ...(aside.length > 0 && { aside }) }
}
