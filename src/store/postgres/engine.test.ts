import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openStore } from '../open-store.ts'
import { startPostgres, type TestServer } from '../testing/postgres.ts'
import { createdEvent, sampleCommit, sampleSource } from '../testing/samples.ts'

let server: TestServer

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server?.stop()
})

/** As an administrator or a restart of the server would. */
async function endOtherConnections(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await client.end()
}

test('broken connections are replaced', async () => {
  const databaseUrl = await server.newDatabase()
  const store = await openStore({ databaseUrl })
  await store.saveSources([sampleSource('a')])
  await endOtherConnections(databaseUrl)
  // The first uses may still meet connections whose end has not been noticed.
  await vi.waitFor(async () => expect(await store.sources()).toHaveLength(1), 5_000)
  await store.close()
})

test('a clusterer that lost its lock to another is refused', async () => {
  const databaseUrl = await server.newDatabase()
  const one = await openStore({ databaseUrl })
  expect(await one.tryLockStories()).toBe(true)
  await one.commitStories(sampleCommit({ events: [createdEvent(1, 1)] }))
  await endOtherConnections(databaseUrl)
  // Opened only now: of a store open before, the pool may still hand out a connection that has just been ended.
  const two = await openStore({ databaseUrl })
  expect(await two.tryLockStories()).toBe(true)
  await two.commitStories(sampleCommit({ events: [createdEvent(2, 2)] }))
  const late = () => one.commitStories(sampleCommit({ events: [createdEvent(1, 1)] }))
  // The first uses may still meet connections whose end has not been noticed; the events below say that none of them wrote.
  await vi.waitFor(() => expect(late()).rejects.toMatchObject({ name: 'StoryLockLostError' }), 5_000)
  expect((await two.events({ limit: 9 })).map(({ storyId }) => storyId)).toEqual([1, 2])
  expect(await one.tryLockStories()).toBe(false)
  await two.close()
  expect(await one.tryLockStories()).toBe(true)
  await one.commitStories(sampleCommit({ events: [createdEvent(3, 3)] }))
  await one.close()
})

test('backup names the tool that does it', async () => {
  const store = await openStore({ databaseUrl: await server.newDatabase() })
  await expect(store.backup('x')).rejects.toThrow(/pg_dump/)
  await store.close()
})
