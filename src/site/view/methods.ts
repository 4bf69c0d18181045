import { DEFAULT_CAPS } from '../../rank/diversity.ts'
import { FORMULA_VERSION, parseWeights, WEIGHTS } from '../../rank/weights.ts'
import type { MethodTable, SiteDeps } from '../deps.ts'

export interface MethodsView {
  readonly page: 'methods'
  readonly formulaVersion: number
  /** The table of rank weights, with the values in force. */
  readonly weights: readonly {
    readonly name: string
    readonly unit: 'points' | 'constant'
    readonly value: number
    readonly default: number
    readonly min: number
    readonly max: number
    readonly help: string
  }[]
  readonly caps: typeof DEFAULT_CAPS
  readonly tables: readonly MethodTable[]
  readonly sources: number
}

/** Reads the methods page from the same tables that the program uses. */
export async function methodsView({ store, settings, methods = [] }: SiteDeps): Promise<MethodsView> {
  const inForce = parseWeights(settings.weights ?? '')
  return {
    page: 'methods',
    formulaVersion: FORMULA_VERSION,
    weights: WEIGHTS.map((row) => ({ ...row, value: inForce[row.name] })),
    caps: DEFAULT_CAPS,
    tables: methods,
    sources: (await store.sources()).filter(({ isEnabled }) => isEnabled).length,
  }
}
