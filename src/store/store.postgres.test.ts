import { afterAll, beforeAll } from 'vitest'
import { embeddingsContract } from './embeddings.contract.ts'
import { evidenceContract } from './evidence.contract.ts'
import { itemsContract } from './items.contract.ts'
import { modelsContract } from './models.contract.ts'
import { openStore } from './open-store.ts'
import { operatorContract } from './operator.contract.ts'
import { queriesContract } from './queries.contract.ts'
import { storiesContract } from './stories.contract.ts'
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

itemsContract('PostgreSQL', newPlace)
storiesContract('PostgreSQL', newPlace)
queriesContract('PostgreSQL', newPlace)
operatorContract('PostgreSQL', newPlace)
evidenceContract('PostgreSQL', newPlace)
modelsContract('PostgreSQL', newPlace)
embeddingsContract('PostgreSQL', newPlace)
