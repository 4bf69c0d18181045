import { loadAtlas } from '../../run/atlas-files.ts'
import type { Atlas } from '../atlas-types.ts'

let atlas: Atlas | undefined

/** Returns the shipped hub data, compiled once per process. */
export function shippedAtlas(): Atlas {
  atlas ??= loadAtlas()
  return atlas
}
