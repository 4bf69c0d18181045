import { expect, test } from 'vitest'
import { InTurns } from './in-turns.tsx'

const text = async (rows: readonly number[], each: (row: number) => string) =>
  String(
    await (
      <ul>
        <InTurns of={rows} each={(row) => <li>{each(row)}</li>} />
      </ul>
    ).toString(),
  )

test.each([0, 1, 25, 26, 400])('%i rows come in their order, escaped once', async (count) => {
  const rows = Array.from({ length: count }, (_, index) => index)
  expect(await text(rows, (row) => `${row} & more`)).toBe(
    `<ul>${rows.map((row) => `<li>${row} &amp; more</li>`).join('')}</ul>`,
  )
})

test('timers have their turn while many rows are made', async () => {
  let made = 0
  let firedAfter = Number.POSITIVE_INFINITY
  const timer = setTimeout(() => {
    firedAfter = made
  }, 1)
  await text(Array.from({ length: 400 }), () => {
    for (const startedAt = performance.now(); performance.now() - startedAt < 0.3; );
    return String(made++)
  })
  clearTimeout(timer)
  expect(firedAfter).toBeLessThan(250)
})

test('a row that cannot be made fails the whole', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => index)
  const torn = text(rows, (row) => {
    if (row === 40) throw new Error('torn')
    return ''
  })
  await expect(torn).rejects.toThrow('torn')
})
