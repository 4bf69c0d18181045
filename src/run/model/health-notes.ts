import type { ModelHealth } from '../../store/model-types.ts'
import type { Store } from '../../store/types.ts'

/** Called when the state of a model, or the reason for it, changes. */
export type OnHealth = (health: ModelHealth) => void

/** Stores a model's health for the status page. Called after every call, but writes only changes. */
export class HealthNotes {
  readonly #store: Pick<Store, 'models'>
  readonly #model: string
  readonly #onChange: OnHealth
  #said = ''
  #told = 'untried'

  /** @param model name under which the health is stored */
  constructor(store: Pick<Store, 'models'>, model: string, onChange: OnHealth = () => {}) {
    this.#onChange = onChange
    this.#store = store
    this.#model = model
  }

  async say(health: Omit<ModelHealth, 'model'>): Promise<void> {
    const key = `${health.state} ${health.until ?? ''}`
    if (key === this.#said) return
    this.#said = key
    await this.#store.models.setHealth({ model: this.#model, ...health })
    // The time of the next attempt alone is nothing new.
    const told = `${health.state} ${health.reason ?? ''}`
    if (told === this.#told) return
    this.#told = told
    this.#onChange({ model: this.#model, ...health })
  }
}

/** Describes a model's health for the log. */
export function sayHealth({ model, state, reason, until }: ModelHealth): { level: 'info' | 'warn'; message: string } {
  if (state === 'answering') return { level: 'info', message: `${model} answers` }
  if (state === 'over-budget') return { level: 'warn', message: `${model}: the budget of the day is spent` }
  const next = until === undefined ? '' : `; next attempt at ${new Date(until).toISOString()}`
  const what = state === 'nonsense' ? 'answers nothing usable' : 'does not answer'
  return { level: 'warn', message: `${model} ${what}: ${reason ?? state}${next}` }
}
