import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenItem } from './open-story.ts'

/**
 * What remains of the similarity of an item and a story when they name different things: 1 where nothing speaks against it.
 * Both sides name somebody and no name is shared: Acme's quarter is not Zenith's. Both give the version of one thing and the
 * versions differ: M 2.7 is not M 2.5.
 *
 * @param nearest the members of the story most like the item, at least one
 */
export function conflictFactor(item: OpenItem, nearest: readonly OpenItem[], settings: ClusterSettings): number {
  let factor = 1
  if (item.names.length > 0 && nearest.some(({ names }) => names.length > 0)) {
    const shares = nearest.some(({ names }) => haveCommon(item.names, names))
    if (!shares) factor *= settings.strangeNames
  }
  if (nearest.every((member) => versionsDiffer(item.versions, member.versions))) factor *= settings.otherVersion
  return factor
}

/** Whether two ascending lists have an element in common. */
function haveCommon(a: Uint32Array, b: Uint32Array): boolean {
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    if (a[left] === b[right]) return true
    if (a[left]! < b[right]!) left++
    else right++
  }
  return false
}

/** Both name the same thing, but never in the same version. Lists of pairs: name, version. */
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
