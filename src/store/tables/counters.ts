import type { Tx } from '../schema.ts'

/** Returns the next number of a series, from 1. Other callers wait until this transaction ends. */
export async function nextNumber(tx: Tx, name: string): Promise<number> {
  const row = await tx
    .insertInto('counters')
    .values({ name, last: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ last: eb('counters.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
