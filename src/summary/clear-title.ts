import { withoutOpinionMark } from '../story/opinion.ts'
import { collapseSpace } from './figures.ts'

/** Least characters that must remain of a shortened title. */
const MIN_TITLE = 12
/** An editorial label before a title: `Exclusive:`, `快讯｜`. */
const LABEL =
  /^(?:exclusive|breaking|update(?: \d)?|watch|video|just in|live)\s?[|:：]\s?|^(?:快讯|快訊|独家|獨家|突发|突發|速報|독점|속보)\s?[|｜:：]\s?|^【(?:快讯|快訊|独家|獨家|速報|독점|속보)】/iu

/**
 * Removes the publisher's name and editorial labels from a title. A title without letters gets the name in front instead.
 * @example
 * clearTitle('Exclusive: Halden raises $410m | Straits Ledger', 'The Straits Ledger') // 'Halden raises $410m'
 */
export function clearTitle(title: string, publisher: string): string {
  const whole = collapseSpace(title)
  // A digest whose issues are titled by date means nothing without the publisher's name.
  if (whole !== '' && !/\p{L}/u.test(whole)) return publisher === '' ? whole : `${publisher}: ${whole}`
  const unmarked = withoutOpinionMark(whole)
  let text = unmarked.length >= MIN_TITLE ? unmarked : whole
  const label = LABEL.exec(text)?.[0].length ?? 0
  if (text.length - label >= MIN_TITLE) text = text.slice(label)
  const bar = Math.max(text.lastIndexOf(' | '), text.lastIndexOf('｜'), text.lastIndexOf(' · '))
  const dash = Math.max(
    text.lastIndexOf(' - '),
    text.lastIndexOf(' – '),
    text.lastIndexOf(' — '),
    text.lastIndexOf('_'),
  )
  for (const at of [bar, dash]) {
    if (at < MIN_TITLE) continue
    const suffix = text.slice(at + 1).replace(/^[|｜·–—_\s-]+/u, '')
    const isName = namesPublisher(suffix, publisher)
    if (isName || (at === bar && suffix.length <= 24 && suffix.split(' ').length <= 3)) return text.slice(0, at).trim()
  }
  return text
}

function namesPublisher(suffix: string, publisher: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^the /, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  const [a, b] = [plain(suffix), plain(publisher)]
  return a.length >= 3 && b.length >= 3 && (a === b || b.startsWith(a) || a.startsWith(b))
}
