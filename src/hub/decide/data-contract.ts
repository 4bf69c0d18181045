import type { Atlas } from '../atlas-types.ts'
import type { Hub } from '../types.ts'

/** @returns whether personal data may flow between two hubs under a standard contract, in either direction */
export function hasDataContract(a: Hub, b: Hub, atlas: Atlas): boolean {
  return isOffered(a, b, atlas) || isOffered(b, a, atlas)
}

function isOffered(a: Hub, b: Hub, atlas: Atlas): boolean {
  const contract = atlas.area(a.jurisdiction ?? '')?.dataContract
  return contract !== undefined && contract.jurisdiction === b.jurisdiction && b.parents.includes(contract.region)
}
