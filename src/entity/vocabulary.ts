/** Stands for a token that no name has. */
export const NO_TOKEN = 0

/**
 * Numbers the distinct tokens of all names, from 1. Looks them up by a span of folded units, without creating a string: in
 * a hash table (FNV-1a, open addressing), or a direct table for single units.
 */
export class Vocabulary {
  /** Tokens of one unit. */
  readonly #single = new Int32Array(0x10000)
  #table = new Int32Array(1 << 14)
  #pool = new Uint16Array(1 << 16)
  #poolLength = 0
  readonly #offsets = [0, 0]
  readonly #hashes = [0]

  get size(): number {
    return this.#offsets.length - 2
  }

  /** Returns the token's number, or `NO_TOKEN`. */
  find(units: Uint16Array, start: number, end: number): number {
    if (end - start === 1) return this.#single[units[start]!]!
    const hash = hashOf(units, start, end)
    const mask = this.#table.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const token = this.#table[slot]!
      if (token === NO_TOKEN || this.#equals(token, units, start, end)) return token
    }
  }

  /** Returns the token's number; a new token gets the next one. */
  add(units: Uint16Array, start: number, end: number): number {
    const known = this.find(units, start, end)
    if (known !== NO_TOKEN) return known
    const token = this.#offsets.length - 1
    if (this.#poolLength + end - start > this.#pool.length) {
      const pool = new Uint16Array(this.#pool.length * 2)
      pool.set(this.#pool)
      this.#pool = pool
    }
    this.#pool.set(units.subarray(start, end), this.#poolLength)
    this.#poolLength += end - start
    this.#offsets.push(this.#poolLength)
    this.#hashes.push(hashOf(units, start, end))
    if (end - start === 1) this.#single[units[start]!] = token
    else this.#place(token)
    return token
  }

  #place(token: number): void {
    if (token * 2 > this.#table.length) {
      this.#table = new Int32Array(this.#table.length * 2)
      for (let earlier = 1; earlier < token; earlier++) {
        if (this.#offsets[earlier + 1]! - this.#offsets[earlier]! > 1) this.#place(earlier)
      }
    }
    const mask = this.#table.length - 1
    let slot = this.#hashes[token]! & mask
    while (this.#table[slot] !== NO_TOKEN) slot = (slot + 1) & mask
    this.#table[slot] = token
  }

  #equals(token: number, units: Uint16Array, start: number, end: number): boolean {
    const from = this.#offsets[token]!
    if (this.#offsets[token + 1]! - from !== end - start) return false
    for (let i = start; i < end; i++) if (this.#pool[from + i - start] !== units[i]) return false
    return true
  }
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
