import type { Atlas } from '../atlas-types.ts'
import type { Area, Hub } from '../types.ts'

/** @returns whether personal data may flow between two hubs under a standard contract, in either direction */
export function hasDataContract(a: Hub, b: Hub, atlas: Atlas): boolean {
  return dataContractOf(a, b, atlas) !== undefined
}

/** Returns the standard contract under which personal data may flow between two hubs, in either direction. */
export function dataContractOf(a: Hub, b: Hub, atlas: Atlas): Area['dataContract'] {
  return offered(a, b, atlas) ?? offered(b, a, atlas)
}

function offered(a: Hub, b: Hub, atlas: Atlas): Area['dataContract'] {
  const contract = atlas.area(a.jurisdiction ?? '')?.dataContract
  return contract?.jurisdiction === b.jurisdiction && b.parents.includes(contract?.region ?? '') ? contract : undefined
}
