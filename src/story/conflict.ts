import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenItem, TermPart } from './open-item.ts'
import { tellingNames } from './own-names.ts'

/** How fast conflicts fade with the length of a post: at twice `headlineCharacters` a factor of .4 is .94. */
const LONG_FADES = 4

/**
 * Returns the factor that remains of the similarity of an item and a story when they name different things; 1 if nothing speaks
 * against it. Each of these lowers it:
 *
 * - Both sides name somebody and no name is shared.
 * - Neither entities nor figures are shared, though both sides have some: the quarters of two companies.
 * - Else neither figures nor the most telling names are shared, though both sides have some.
 * - One gives a view and the other a report: a view tells no event, and may be on several.
 * - Each is what a maker publishes about its own doings, the makers differ and no entity is shared.
 * - Both give the version of one thing and the versions differ: M 2.7 is not M 2.5.
 *
 * A headline names what it is about; a long post names much besides, so the longer it is, the less this counts.
 *
 * @param nearest the members of the story most similar to the item, at least one
 */
export function conflictFactor(item: OpenItem, nearest: readonly OpenItem[], settings: ClusterSettings): number {
  let factor = 1
  if (isStrange('names', item, nearest)) factor *= settings.strangeNames
  if (isStrange('figures', item, nearest)) {
    if (isStrange('entities', item, nearest)) factor *= settings.otherSubject
    else if (areOthersNamed(item, nearest)) factor *= settings.otherCast
  }
  if (nearest.every((member) => member.isOpinion !== item.isOpinion)) factor *= settings.otherVoice
  if (areOfOtherMakers(item, nearest)) factor *= settings.otherMaker
  const { versions } = item
  if (versions.length > 0 && nearest.every((member) => versionsDiffer(versions, member.versions)))
    factor *= settings.otherVersion
  return factor === 1 ? 1 : factor ** Math.min(1, (settings.headlineCharacters / item.frontLength) ** LONG_FADES)
}

/** Returns the upper bound of `conflictFactor`: 1 by default. */
export function greatestConflictFactor(settings: ClusterSettings): number {
  const { strangeNames, otherSubject, otherCast, otherVersion, otherVoice, otherMaker } = settings
  return [strangeNames, Math.max(otherSubject, otherCast), otherVersion, otherVoice, otherMaker].reduce(
    (greatest, factor) => greatest * Math.max(1, factor),
    1,
  )
}

/** Returns whether both sides have names that tell most and share none of them: common names do not count. */
function areOthersNamed(item: OpenItem, nearest: readonly OpenItem[]): boolean {
  const own = tellingNames(item)
  if (own.length === 0) return false
  let areNamed = false
  for (const member of nearest) {
    const theirs = tellingNames(member)
    if (theirs.some((name) => own.includes(name))) return false
    areNamed ||= theirs.length > 0
  }
  return areNamed
}

/**
 * Returns whether the item and all members are posts of different makers about their own doings that share no entity. A maker need
 * not name itself, but what two makers have in common, each names.
 */
function areOfOtherMakers(item: OpenItem, nearest: readonly OpenItem[]): boolean {
  const { maker } = item
  if (maker === 0) return false
  return nearest.every((member) => {
    return member.maker !== 0 && member.maker !== maker && !item.shares('entities', member)
  })
}

/** Returns whether both sides have some, and none in common. */
function isStrange(part: TermPart, item: OpenItem, nearest: readonly OpenItem[]): boolean {
  if (item.countOf(part) === 0) return false
  let haveSome = false
  for (const member of nearest) {
    if (item.shares(part, member)) return false
    haveSome ||= member.countOf(part) > 0
  }
  return haveSome
}

/** Returns whether both name the same thing, but never in the same version. Both are lists of pairs: name, version. */
function versionsDiffer(a: Uint32Array, b: Uint32Array): boolean {
  let differ = false
  for (let left = 0; left < a.length; left += 2) {
    for (let right = 0; right < b.length; right += 2) {
      if (a[left] !== b[right]) continue
      if (a[left + 1] === b[right + 1]) return false
      differ = true
    }
  }
  return differ
}
