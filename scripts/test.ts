import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'

/**
 * Every test: format and lint, types, build, then all test files, the browser's too.
 * Ends with one line, `N passed, N failed`; a failed step before the tests counts as one failure.
 */
const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')

function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment }).status === 0
}

function finish(passed: number, failed: number): never {
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}

let chromium: string
try {
  chromium = ensureChromium()
} catch (error) {
  console.error((error as Error).message)
  finish(0, 1)
}

const steps: [string, string[]][] = [
  ['biome', ['check']],
  ['tsc', ['-p', '.']],
  ['tsx', ['scripts/build.ts']],
]
for (const [command, args] of steps) {
  if (!run(join(bin, command), args)) finish(0, 1)
}

const folder = mkdtempSync(join(tmpdir(), 'auspex-test-'))
const report = join(folder, 'report.json')
const filters = process.argv.slice(2)
run(join(bin, 'vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters], {
  ...process.env,
  CHROMIUM_PATH: chromium,
})
let passed = 0
let failed = 1
try {
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    success: boolean
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numFailedTestSuites: number
  }
  passed = result.numPassedTests
  // A test that did not run proves nothing: it counts as failed, so that none skips silently.
  failed = result.numFailedTests + result.numPendingTests
  if (!result.success && failed === 0) failed = Math.max(1, result.numFailedTestSuites)
} catch {
  console.error('The test run wrote no report.')
}
rmSync(folder, { recursive: true, force: true })
finish(passed, failed)
