/** Spreads the bits of a hash over all of it: the finaliser of MurmurHash3 (Appleby, 2011). @returns an unsigned integer of 32 bits */
export function mixedBits(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
