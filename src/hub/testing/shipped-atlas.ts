import { loadAtlas } from '../../run/atlas-files.ts'
import type { Atlas } from '../atlas-types.ts'

let atlas: Atlas | undefined

/** The hub data that ships, compiled once a process. */
export function shippedAtlas(): Atlas {
  atlas ??= loadAtlas()
  return atlas
}
