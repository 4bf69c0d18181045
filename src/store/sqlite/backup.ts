import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { fileFailure } from '../../lib/file-failure.ts'
import { BackupTargetError } from '../errors/backup-target-error.ts'
import type { Tables } from '../schema.ts'

/**
 * Writes a consistent, compacted copy of the database while others read and write. The file appears complete or not at all.
 *
 * @throws BackupTargetError if the file exists or cannot be written
 */
export async function backupSqlite(db: Kysely<Tables>, file: string): Promise<void> {
  if (existsSync(file)) throw new BackupTargetError(file, 'the file exists already; name a new one, or move it away')
  const unfinished = `${file}.unfinished`
  // Removes what a killed backup left, including the journal.
  const forget = async () => {
    for (const each of [unfinished, `${unfinished}-journal`]) await rm(each, { force: true })
  }
  try {
    await forget()
    // Creating the file first gives a precise error; SQLite would only say that it cannot open it.
    await (await open(unfinished, 'wx')).close()
    await sql`VACUUM INTO ${unfinished}`.execute(db)
    // VACUUM INTO does not fsync: after a power cut the new name could refer to half a copy.
    await sync(unfinished, 'r+')
    await rename(unfinished, file)
    // Not every system allows opening a folder; the copy is complete regardless.
    await sync(dirname(file), 'r').catch(() => undefined)
  } catch (error) {
    await forget().catch(() => undefined)
    throw new BackupTargetError(file, fileFailure(error), error)
  }
}

/** Flushes a file, or a folder's entries, to disk. */
async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
