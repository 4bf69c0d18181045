/** Mixes the bits of a hash with the finaliser of MurmurHash3 (Appleby, 2011). @returns an unsigned 32-bit integer */
export function mixedBits(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
