import { randomBytes } from 'node:crypto'
import type { AdminRecords } from '../admin-types.ts'
import type { Db, Tx } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'

const PASSWORD = 'password'

export function adminRecords(db: Db): AdminRecords {
  return {
    passwordHash: () => secretOf(db, PASSWORD),
    setPasswordHash: (hash) =>
      writing(db, async (tx) => {
        await tx.deleteFrom('admin_secrets').where('name', '=', PASSWORD).execute()
        await tx.insertInto('admin_secrets').values({ name: PASSWORD, secret: hash }).execute()
        await tx.deleteFrom('admin_sessions').execute()
      }),
    async addSession({ tokenHash, csrf, createdAt, usedAt }) {
      const row = { token_hash: tokenHash, csrf, created_at: createdAt, used_at: usedAt }
      await db.insertInto('admin_sessions').values(row).execute()
    },
    async session(tokenHash) {
      const row = await db
        .selectFrom('admin_sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row && { tokenHash, csrf: row.csrf, createdAt: row.created_at, usedAt: row.used_at }
    },
    async touchSession(tokenHash, at) {
      await db.updateTable('admin_sessions').set({ used_at: at }).where('token_hash', '=', tokenHash).execute()
    },
    async endSession(tokenHash) {
      await db.deleteFrom('admin_sessions').where('token_hash', '=', tokenHash).execute()
    },
    forgetBefore: (at) =>
      writing(db, async (tx) => {
        await tx.deleteFrom('admin_sessions').where('used_at', '<', at).execute()
        await tx.deleteFrom('admin_failures').where('last_at', '<', at).execute()
      }),
    async loginFailures(sender) {
      const row = await db.selectFrom('admin_failures').selectAll().where('sender', '=', sender).executeTakeFirst()
      return { failures: row?.failures ?? 0, lastAt: row?.last_at ?? 0 }
    },
    async noteFailure(sender, at) {
      await db
        .insertInto('admin_failures')
        .values({ sender: storableText(sender), failures: 1, last_at: at })
        .onConflict((conflict) =>
          conflict
            .column('sender')
            .doUpdateSet((eb) => ({ failures: eb('admin_failures.failures', '+', 1), last_at: at })),
        )
        .execute()
    },
    async clearFailures(sender) {
      await db.deleteFrom('admin_failures').where('sender', '=', sender).execute()
    },
    async secret(name) {
      const known = await secretOf(db, `key ${name}`)
      return known ?? writing(db, (tx) => makeSecret(tx, `key ${name}`))
    },
  }
}

async function secretOf(db: Db, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('admin_secrets').select('secret').where('name', '=', name).executeTakeFirst()
  return row?.secret
}

/** Creates a secret unless it exists; of two processes that do so at once, the first wins. */
async function makeSecret(tx: Tx, name: string): Promise<string> {
  await tx
    .insertInto('admin_secrets')
    .values({ name, secret: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return (await secretOf(tx, name))!
}
