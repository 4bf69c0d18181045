#!/usr/bin/env node
import { nodeFault } from './lib/node-fault.ts'

/** Commands whose main thread serves pages, and nothing else; all others work in it. */
const SERVING = ['start', 'demo', 'serve']

// Before anything else is loaded: an older Node.js fails in that.
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
// Loaded only now.
const { runCommandLine } = await import('./commands/run-command-line.ts')
await runCommandLine()
