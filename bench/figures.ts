/** One figure of a bench: `language.scores.headlines ai-days.ours` → 1. */
export type Figures = ReadonlyMap<string, number>

/** Fields that name a row of a list, best first. */
const ROW_NAMES = ['set', 'suite', 'tier', 'kind', 'name', 'reports'] as const

/**
 * Flattens a bench's result to named numbers. A row of a list is named by its own fields (`set`, or `suite` and `tier` …); numbers
 * in a list by their place. Rows without a name, texts and examples are left out.
 */
export function figuresOf(result: unknown, path: string): Figures {
  const figures = new Map<string, number>()
  collect(result, path, figures)
  return figures
}

function collect(value: unknown, path: string, figures: Map<string, number>): void {
  if (typeof value === 'number') figures.set(path, value)
  else if (Array.isArray(value)) {
    for (const [index, row] of value.entries()) {
      const isRow = typeof row === 'object' && row !== null
      const name = isRow ? rowName(row as Record<string, unknown>) : typeof row === 'number' ? String(index) : ''
      if (name) collect(row, `${path}.${name}`, figures)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`, figures)
  }
}

function rowName(row: Readonly<Record<string, unknown>>): string {
  return ROW_NAMES.map((field) => row[field])
    .filter((name) => name !== undefined)
    .join(' ')
}

/** The least, or most, that a figure may be. */
export interface Floor {
  readonly least?: number
  readonly most?: number
}

/** @returns a line for each figure that is beyond its floor, or missing though its bench ran */
export function brokenFloors(figures: Figures, floors: Readonly<Record<string, Floor>>): string[] {
  const ran = new Set([...figures.keys()].map((path) => path.split('.')[0]))
  const broken: string[] = []
  for (const [path, { least, most }] of Object.entries(floors)) {
    if (!ran.has(path.split('.')[0])) continue
    const value = figures.get(path)
    if (value === undefined) broken.push(`${path} was not measured`)
    else if (least !== undefined && value < least) broken.push(`${path} is ${value}, its floor is ${least}`)
    else if (most !== undefined && value > most) broken.push(`${path} is ${value}, at most ${most} is allowed`)
  }
  return broken
}
