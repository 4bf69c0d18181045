import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const CLI = join(import.meta.dirname, '../../dist/cli.js')
if (!existsSync(CLI)) throw new Error('There is no dist/cli.js: run "npm run build" first, or all tests by "npm test".')

/** The program itself, as a newcomer starts it. */
export interface AuspexProcess {
  readonly url: string
  readonly child: ChildProcess
  output(): string
  /** SIGKILL: no instruction more is executed. */
  kill(): Promise<void>
  /** SIGINT: ends in order. */
  stop(): Promise<void>
}

/** Starts `auspex …` on a free port and waits until it says where it is. */
export async function startAuspexProcess(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<AuspexProcess> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = once(child, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Auspex is at (http\S+)/.exec(output)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => reject(new Error(`auspex ended before it was up:\n${output}`)))
  })
  const endBy = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return { url, child, output: () => output, kill: () => endBy('SIGKILL'), stop: () => endBy('SIGINT') }
}

/** Runs a command to its end. */
export async function runAuspex(
  args: readonly string[],
  input: string | Uint8Array = '',
  environment: Record<string, string> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  // A filter may end before it has read all of its input.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number]
  return { code, stdout, stderr }
}

/** Asks again and again until the answer is there. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  withinMs = 30_000,
  everyMs = 100,
): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined) return answer
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
