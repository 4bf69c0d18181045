import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { openDatabase } from '../run/open-database.ts'
import { hashPassword } from '../site/admin/password.ts'
import { printLine, readText, settingsOf, withSettings } from './command-line.ts'
import { withStore } from './with-store.ts'

/** Adds `admin password`, which sets the password of `/admin`. */
export function addPassword(admin: Command): void {
  withSettings(
    admin.command('password').description('Set the password of /admin: typed twice, or read from standard input'),
    ['data', 'database_url'],
  ).action(async (options: Record<string, string>) => {
    const password = process.stdin.isTTY ? await typedPassword() : (await readText(undefined)).replace(/\r?\n$/, '')
    const hash = await hashPassword(password)
    await withStore(openDatabase(settingsOf(options)), async (store) => {
      await store.admin.setPasswordHash(hash)
    })
    printLine('The password is set; whoever was signed in is signed out.')
  })
}

/** The password and its repetition differ. */
class PasswordsDifferError extends Error {
  override readonly name = 'PasswordsDifferError'
}

async function typedPassword(): Promise<string> {
  const first = await askHidden('Password: ')
  if (first !== (await askHidden('Once more: ')))
    throw new PasswordsDifferError('The two entries differ; nothing changed.')
  return first
}

/** Reads a line from the terminal without echoing it. */
function askHidden(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: true })
  return new Promise((resolve) => {
    terminal.question(question, (answer) => {
      terminal.close()
      process.stderr.write('\n')
      resolve(answer)
    })
    Object.assign(terminal, { _writeToOutput: () => undefined })
  })
}
