import type { Child } from 'hono/jsx'
import { InTurns } from './in-turns.tsx'

export interface Column {
  readonly head: string
  /** Set in monospace and aligned to the end of the column. */
  readonly isNumber?: boolean
  /** On a phone the head stands before the value. */
  readonly isNamedInStack?: boolean
}

// On narrow screens the table is laid out as blocks, and browsers then drop its semantics: explicit roles restore them.
const TABLE = { role: 'table' }
const GROUP = { role: 'rowgroup' }
const ROW = { role: 'row' }
const COLUMN_HEAD = { role: 'columnheader', scope: 'col' }
const ROW_HEAD = { role: 'rowheader', scope: 'row' }
const CELL = { role: 'cell' }

/** A table that stacks on a phone. The first cell of a row names it. */
export function FlatTable({
  columns,
  rows,
  isEven = false,
  isDense = false,
}: {
  columns: readonly Column[]
  rows: readonly (readonly Child[])[]
  /** Columns of equal width, to align with the tables above and below. */
  isEven?: boolean
  /** On a phone the cells of a row stand side by side: for long lists of short values. */
  isDense?: boolean
}) {
  const kind = ['flat', isEven && 'even', isDense && 'dense'].filter(Boolean).join(' ')
  return (
    <table {...TABLE} class={kind}>
      <thead {...GROUP}>
        <tr {...ROW}>
          {columns.map(({ head, isNumber }) => (
            <th {...COLUMN_HEAD} class={isNumber ? 'n' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...GROUP}>
        <InTurns
          of={rows}
          each={([name, ...cells]) => (
            <tr {...ROW}>
              <th {...ROW_HEAD}>{name}</th>
              {cells.map((cell, index) => {
                const column = columns[index + 1]!
                return (
                  <td {...CELL} class={column.isNumber ? 'n' : undefined} data-h={nameInStack(column)}>
                    {cell}
                  </td>
                )
              })}
            </tr>
          )}
        />
      </tbody>
    </table>
  )
}

function nameInStack({ head, isNumber, isNamedInStack = isNumber }: Column): string | undefined {
  return isNamedInStack ? head : undefined
}
