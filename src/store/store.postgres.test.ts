import { afterAll, beforeAll } from 'vitest'
import { embeddingsContract } from './embeddings.contract.ts'
import { evidenceContract } from './evidence.contract.ts'
import { modelsContract } from './models.contract.ts'
import { openStore } from './open-store.ts'
import { operatorContract } from './operator.contract.ts'
import { storeContract } from './store.contract.ts'
import { startPostgres, type TestServer } from './testing/postgres.ts'

let server: TestServer

beforeAll(async () => {
  server = await startPostgres()
})

afterAll(async () => {
  await server?.stop()
})

const newPlace = async () => {
  const databaseUrl = await server.newDatabase()
  return {
    open: (more?: { readonly readonly?: boolean }) => openStore({ databaseUrl }, more),
    remove: async () => {},
  }
}

storeContract('PostgreSQL', newPlace)
operatorContract('PostgreSQL', newPlace)
evidenceContract('PostgreSQL', newPlace)
modelsContract('PostgreSQL', newPlace)
embeddingsContract('PostgreSQL', newPlace)
