#!/usr/bin/env node
import { growHeapsSlowly } from './lib/heap-growth.ts'
import { keepWasmSimple } from './lib/wasm-tier.ts'
import { divideYoungHeaps } from './lib/young-heap.ts'

/** Commands whose main thread serves pages, and nothing else; all others work in it. */
const SERVING = ['start', 'demo', 'serve']

if (SERVING.includes(process.argv[2] ?? '')) {
  divideYoungHeaps()
  growHeapsSlowly()
  keepWasmSimple()
}
// Loaded only now.
const { runCommandLine } = await import('./commands/run-command-line.ts')
await runCommandLine()
