import { readFileSync } from 'node:fs'
import { fileFailure } from '../lib/file-failure.ts'
import { SettingError, type Settings, variableOf } from '../settings.ts'
import { hashPassword, verifyPassword } from '../site/admin/password.ts'
import type { Store } from '../store/types.ts'

/**
 * Sets the password of `/admin` from the file named in the settings. If that password is already set, nothing changes and sessions
 * stay valid. Error messages never contain the password.
 *
 * @throws SettingError for a file that cannot be read; PasswordError
 */
export async function takePasswordFromFile(store: Store, settings: Settings): Promise<void> {
  const file = settings.admin_password_file
  if (!file) return
  const password = readPassword(file)
  if (await verifyPassword(password, await store.admin.passwordHash())) return
  await store.admin.setPasswordHash(await hashPassword(password))
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    throw new SettingError(variableOf('admin_password_file'), `cannot read ${file}: ${fileFailure(error)}`)
  }
}
