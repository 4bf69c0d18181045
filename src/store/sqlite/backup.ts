import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
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
    // SQLite leaves what it wrote to the system: after a power cut the new name could stand for half a copy.
    await sync(unfinished, 'r+')
    await rename(unfinished, file)
    // Not every system lets a folder be opened; the copy is whole all the same.
    await sync(dirname(file), 'r').catch(() => undefined)
  } catch (error) {
    await forget().catch(() => undefined)
    throw new BackupTargetError(file, fileFailure(error), error)
  }
}

/** Resolves when a file, or what a folder lists, is on the disk. */
async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
