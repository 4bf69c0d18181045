/** The root node, before the first token. */
export const ROOT = 0
/** The result of a step that no name takes. */
export const NO_NODE = -1

/** A trie of names as paths of token numbers. Steps from the root are an array by token, all others an open-addressing hash table. */
export class TokenTrie {
  #firstSteps = new Int32Array(1 << 14).fill(NO_NODE)
  #nodes = new Int32Array(1 << 16).fill(NO_NODE)
  #tokens = new Int32Array(1 << 16)
  #targets = new Int32Array(1 << 16)
  #used = 0
  #nodeCount = 1

  /** Number of nodes, including the root. */
  get size(): number {
    return this.#nodeCount
  }

  step(node: number, token: number): number {
    if (node === ROOT) return this.#firstSteps[token] ?? NO_NODE
    const slot = this.#slotOf(node, token)
    return this.#nodes[slot] === NO_NODE ? NO_NODE : this.#targets[slot]!
  }

  /** @returns the node at which the path ends */
  add(path: { readonly ids: Int32Array; readonly length: number }): number {
    let node = ROOT
    for (let at = 0; at < path.length; at++) {
      const token = path.ids[at]!
      const next = this.step(node, token)
      node = next === NO_NODE ? this.#grow(node, token) : next
    }
    return node
  }

  #grow(node: number, token: number): number {
    const target = this.#nodeCount++
    if (node === ROOT) {
      if (token >= this.#firstSteps.length) {
        const wider = new Int32Array(token * 2).fill(NO_NODE)
        wider.set(this.#firstSteps)
        this.#firstSteps = wider
      }
      this.#firstSteps[token] = target
      return target
    }
    if (++this.#used * 2 > this.#nodes.length) this.#widen()
    this.#put(node, token, target)
    return target
  }

  #put(node: number, token: number, target: number): void {
    const slot = this.#slotOf(node, token)
    this.#nodes[slot] = node
    this.#tokens[slot] = token
    this.#targets[slot] = target
  }

  #widen(): void {
    const [nodes, tokens, targets] = [this.#nodes, this.#tokens, this.#targets]
    this.#nodes = new Int32Array(nodes.length * 2).fill(NO_NODE)
    this.#tokens = new Int32Array(nodes.length * 2)
    this.#targets = new Int32Array(nodes.length * 2)
    for (let i = 0; i < nodes.length; i++) {
      if (nodes[i] !== NO_NODE) this.#put(nodes[i]!, tokens[i]!, targets[i]!)
    }
  }

  /** Returns the slot of the pair, or the free one where it belongs. */
  #slotOf(node: number, token: number): number {
    const mask = this.#nodes.length - 1
    const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ token, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#nodes[slot] !== NO_NODE && (this.#nodes[slot] !== node || this.#tokens[slot] !== token)) {
      slot = (slot + 1) & mask
    }
    return slot
  }
}
