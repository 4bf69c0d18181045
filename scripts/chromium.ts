import { execFileSync } from 'node:child_process'
import { ChromiumMissingError, findChromium } from '../test/browser/chromium.ts'

/**
 * Finds a Chromium for the browser tests, or installs Debian's, or Playwright's own.
 *
 * @returns its path
 * @throws Error saying what was tried, where none can be had
 */
export function ensureChromium(): string {
  const found = installedChromium()
  if (found !== undefined) return found
  const tries: [command: string, args: string[]][] = [
    ['npx', ['playwright-core', 'install', '--with-deps', 'chromium']],
  ]
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    tries.unshift(['sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk']])
  }
  for (const [command, args] of tries) {
    console.log(`No Chromium found; trying: ${command} ${args.join(' ')}`)
    try {
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    } catch {
      continue
    }
    const installed = installedChromium()
    if (installed !== undefined) return installed
  }
  throw new Error(
    'The browser tests need Chromium and none was found or could be installed. ' +
      'Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.',
  )
}

function installedChromium(): string | undefined {
  try {
    return findChromium()
  } catch (error) {
    // A path that was given and is wrong is a mistake to be told, not a reason to install another.
    if (error instanceof ChromiumMissingError && process.env.CHROMIUM_PATH === undefined) return undefined
    throw error
  }
}
