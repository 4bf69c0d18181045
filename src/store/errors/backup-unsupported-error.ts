/** PostgreSQL has its own backup. */
export class BackupUnsupportedError extends Error {
  override readonly name = 'BackupUnsupportedError'

  constructor() {
    super('Backup to a file works for SQLite only. Use PostgreSQL\'s own: pg_dump --format=custom "$DATABASE_URL".')
  }
}
