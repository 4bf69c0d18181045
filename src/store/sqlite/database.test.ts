import { expect, test } from 'vitest'
import { openSqliteDatabase } from './database.ts'

test('a statement is compiled once, however many others cannot be', () => {
  const database = openSqliteDatabase(':memory:', { busyTimeoutMs: 0 })
  const kept = database.statement('SELECT 1 AS one')
  for (let number = 0; number < 200; number++) {
    expect(() => database.statement(`SELECT ${'x'.repeat(1_000)} FROM absent${number}`)).toThrow(/no such table/)
  }
  for (const _ of [1, 2]) expect(database.statement('SELECT 1 AS one')).toBe(kept)
  expect(kept.all([])).toEqual([{ one: 1 }])
  database.close()
})

test('of many statements those used last are kept', () => {
  const database = openSqliteDatabase(':memory:', { busyTimeoutMs: 0 })
  const [first, second] = ['SELECT 1', 'SELECT 2'].map((sql) => database.statement(sql))
  for (let number = 0; number < 150; number++) {
    database.statement(`SELECT '${'x'.repeat(1_000)}${number}'`)
    database.statement('SELECT 2')
  }
  expect(database.statement('SELECT 1')).not.toBe(first)
  expect(database.statement('SELECT 2')).toBe(second)
  database.close()
})
