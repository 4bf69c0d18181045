import { afterAll, beforeAll, describe } from 'vitest'
import { fullTextContract } from './full-text.contract.ts'
import { postgresEngine } from './postgres/engine.ts'
import { sqliteEngine } from './sqlite/engine.ts'
import { startPostgres, type TestServer } from './testing/postgres.ts'

let server: TestServer

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server?.stop()
})

describe('SQLite', () => fullTextContract(() => sqliteEngine(':memory:', false)))
describe('PostgreSQL', () => fullTextContract(async () => postgresEngine(await server.newDatabase(), false)))
