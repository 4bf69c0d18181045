import { setFlagsFromString } from 'node:v8'

/**
 * Leaves WebAssembly as its first, simple compiler makes it. The one module of the program is undici's parser of HTTP heads: optimising
 * its largest function took 38 MB beside the heap, of which 11 stayed with the allocator, and made no poll faster (bench/scale).
 * To be called before threads are started.
 */
export function keepWasmSimple(): void {
  setFlagsFromString('--no-wasm-dynamic-tiering')
  // Without the one above this alone would optimise all of it at once.
  setFlagsFromString('--no-wasm-tier-up')
}
