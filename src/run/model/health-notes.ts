import type { ModelHealth } from '../../store/model-types.ts'
import type { Store } from '../../store/types.ts'

/** Writes down how a model does, for the status page: only where that changed, as it is told of each call. */
export class HealthNotes {
  readonly #store: Pick<Store, 'models'>
  readonly #model: string
  #said = ''

  /** @param model its name in the notes */
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
