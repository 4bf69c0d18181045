import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import { fileFailure } from '../../lib/file-failure.ts'
import { BackupTargetError } from '../errors/backup-target-error.ts'
import type { Tables } from '../schema.ts'

/**
 * Copies the database as it is at one moment, packed, while others read and write.
 * The file appears whole or not at all.
 *
 * @throws BackupTargetError if it exists or cannot be written
 */
export async function backupSqlite(db: Kysely<Tables>, file: string): Promise<void> {
  if (existsSync(file)) throw new BackupTargetError(file, 'the file exists already; name a new one, or move it away')
  const unfinished = `${file}.unfinished`
  // Of one that was killed, with the journal beside it.
  const forget = async () => {
    for (const each of [unfinished, `${unfinished}-journal`]) await rm(each, { force: true })
  }
  try {
    await forget()
    // SQLite would say no more than that it cannot open the file.
    await (await open(unfinished, 'wx')).close()
    await sql`VACUUM INTO ${unfinished}`.execute(db)
    await rename(unfinished, file)
  } catch (error) {
    await forget().catch(() => undefined)
    throw new BackupTargetError(file, fileFailure(error), error)
  }
}
