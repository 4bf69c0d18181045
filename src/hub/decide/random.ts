/** A stream of numbers in [0, 1), reproducible from its seed on every machine. */
export type Random = () => number

/**
 * Creates an sfc32 generator (Chris Doty-Humphrey, PractRand) seeded by a number and a name. Each datum has its own stream,
 * so that leaving out a hub does not change another's draws.
 */
export function randomStream(seed: number, name: string): Random {
  // Signed 32-bit integers throughout: the engine would box unsigned ones.
  let a = fnv1a(name, 0x811c9dc5)
  let b = fnv1a(name, seed | 0)
  let c = seed | 0
  let d = 1
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) next()
  return next
}

function fnv1a(text: string, start: number): number {
  let hash = start | 0
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

/** Draws from a triangular distribution by inversion. @param mode in [lo, hi] */
export function triangular(random: Random, lo: number, mode: number, hi: number): number {
  const u = random()
  const width = hi - lo
  if (width <= 0) return mode
  const turn = (mode - lo) / width
  return u < turn ? lo + Math.sqrt(u * width * (mode - lo)) : hi - Math.sqrt((1 - u) * width * (hi - mode))
}

/** Draws from Dirichlet(concentration × weights) into `out`. @param weights above 0, summing to 1 */
export function dirichlet(random: Random, weights: readonly number[], concentration: number, out: Float64Array): void {
  let sum = 0
  for (let index = 0; index < weights.length; index++) {
    const drawn = gamma(random, weights[index]! * concentration)
    out[index] = drawn
    sum += drawn
  }
  for (let index = 0; index < weights.length; index++) out[index] = sum > 0 ? out[index]! / sum : weights[index]!
}

/** Draws from Gamma(shape, 1) by Marsaglia and Tsang (2000), ACM TOMS 26(3), with their boost for shapes below 1. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Draws from the standard normal distribution (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
