import { afterAll, beforeAll } from 'vitest'
import { openStore } from './open-store.ts'
import { storeContract } from './store.contract.ts'
import { startPostgres, type TestServer } from './testing/postgres.ts'

let server: TestServer

beforeAll(async () => {
  server = await startPostgres()
})

afterAll(async () => {
  await server?.stop()
})

storeContract('PostgreSQL', async () => {
  const databaseUrl = await server.newDatabase()
  return { open: (more) => openStore({ databaseUrl }, more), remove: async () => {} }
})
