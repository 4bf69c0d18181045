import type { ModelHealth } from '../../store/model-types.ts'
import type { Store } from '../../store/types.ts'

/** Stores a model's health for the status page. Called after every call, but writes only changes. */
export class HealthNotes {
  readonly #store: Pick<Store, 'models'>
  readonly #model: string
  #said = ''

  /** @param model name under which the health is stored */
  constructor(store: Pick<Store, 'models'>, model: string) {
    this.#store = store
    this.#model = model
  }

  async say(health: Omit<ModelHealth, 'model'>): Promise<void> {
    const key = `${health.state} ${health.until ?? ''}`
    if (key === this.#said) return
    this.#said = key
    await this.#store.models.setHealth({ model: this.#model, ...health })
  }
}
