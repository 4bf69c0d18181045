import { setFlagsFromString } from 'node:v8'

/**
 * Restricts WebAssembly to V8's baseline compiler. The program's only module is undici's HTTP parser: optimising its largest function took
 * 38 MB outside the heap, of which the allocator kept 11, and made no poll faster (bench/scale). Call it before threads are started.
 */
export function keepWasmSimple(): void {
  setFlagsFromString('--no-wasm-dynamic-tiering')
  // Without the flag above, this one alone would optimise the whole module at once.
  setFlagsFromString('--no-wasm-tier-up')
}
