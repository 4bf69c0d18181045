/** Failures after which a task is given up, if the provider has answered another in between. */
const MOST_FAILURES = 3

interface Failed {
  readonly times: number
  /** Whether the provider has answered something else since, so that the task itself is to blame. */
  readonly isAlone: boolean
}

/**
 * Tasks whose call failed. They wait for the others, so that one which the provider always fails at, such as a text it does not take,
 * does not hold up all.
 */
export class SetBack {
  readonly #failed = new Map<string, Failed>()

  /** How often a task has failed. */
  times(key: string): number {
    return this.#failed.get(key)?.times ?? 0
  }

  /** Notes a failed call. @returns whether the task should be given up; it is forgotten then */
  fail(key: string): boolean {
    const { times, isAlone } = this.#failed.get(key) ?? { times: 0, isAlone: false }
    if (isAlone && times + 1 >= MOST_FAILURES) return this.#failed.delete(key)
    this.#failed.set(key, { times: times + 1, isAlone })
    return false
  }

  /** Notes that the provider has answered. */
  answer(key: string): void {
    this.#failed.delete(key)
    for (const [other, failed] of this.#failed) this.#failed.set(other, { ...failed, isAlone: true })
  }
}
