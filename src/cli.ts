#!/usr/bin/env node
import { nodeFault } from './lib/node-fault.ts'

/** Commands whose main thread only serves pages. Other commands do their work in the main thread. */
const SERVING = ['start', 'demo', 'serve']

// Checked before anything else is loaded, because loading the rest fails on an older Node.js.
const fault = nodeFault(process.versions.node)
if (fault !== undefined) {
  console.error(`auspex: ${fault}`)
  process.exit(1)
}

if (SERVING.includes(process.argv[2] ?? '')) {
  const { divideYoungHeaps } = await import('./lib/young-heap.ts')
  const { growHeapsSlowly } = await import('./lib/heap-growth.ts')
  const { keepWasmSimple } = await import('./lib/wasm-tier.ts')
  divideYoungHeaps()
  growHeapsSlowly()
  keepWasmSimple()
}
// Loaded only after the checks and heap settings above.
const { runCommandLine } = await import('./commands/run-command-line.ts')
await runCommandLine()
