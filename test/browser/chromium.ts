import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser must not speak with anybody but the page under test. */
const QUIET_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** No Chromium is installed; the message says how to get one. */
export class ChromiumMissingError extends Error {
  override readonly name = 'ChromiumMissingError'

  constructor(readonly tried: readonly string[]) {
    super(
      `No Chromium found. Tried: ${tried.join(', ')}.\n` +
        'Install one with `apt-get install chromium` or `npx playwright install chromium`, ' +
        'or set CHROMIUM_PATH to its executable.',
    )
  }
}

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then the usual names on the path and in `/usr/bin`, then playwright's own.
 *
 * @throws ChromiumMissingError
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment.CHROMIUM_PATH
  const folders = [...new Set([...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'])]
  const tried = given
    ? [given]
    : [
        ...folders.filter(Boolean).flatMap((folder) => NAMES.map((name) => join(folder, name))),
        chromium.executablePath(),
      ]
  const found = tried.find(isExecutable)
  if (!found) throw new ChromiumMissingError(given ? [given] : [...NAMES, chromium.executablePath()])
  return found
}

export async function launchChromium(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root.
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: findChromium(),
    args: isRoot ? ['--no-sandbox', ...QUIET_ARGUMENTS] : QUIET_ARGUMENTS,
  })
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
