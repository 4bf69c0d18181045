/** Repeatable numbers in [0, 1) (Park and Miller's generator), for a whole seed above 0. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
