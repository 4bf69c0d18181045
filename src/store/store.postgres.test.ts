import { afterAll, beforeAll } from 'vitest'
import { openStore } from './open-store.ts'
import { storeContract } from './store.contract.ts'
import { startPostgres, type TestServer } from './testing/postgres.ts'

let server: TestServer
/** A database in which every migration has run: the tests start from copies of it. */
let migrated: string

beforeAll(async () => {
  server = await startPostgres()
  migrated = await server.newDatabase()
  await (await openStore({ databaseUrl: migrated })).close()
})

afterAll(async () => {
  await server?.stop()
})

const newPlace = async () => {
  const databaseUrl = await server.newDatabase(migrated)
  return {
    open: (more?: { readonly readonly?: boolean }) => openStore({ databaseUrl }, more),
    remove: async () => {},
  }
}

storeContract('PostgreSQL', newPlace)
