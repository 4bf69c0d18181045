/** A backup to a file was asked of PostgreSQL, which has its own backup tools. */
export class BackupUnsupportedError extends Error {
  override readonly name = 'BackupUnsupportedError'

  constructor() {
    super('Backup to a file works for SQLite only. Use PostgreSQL\'s own: pg_dump --format=custom "$DATABASE_URL".')
  }
}
