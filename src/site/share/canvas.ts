/** Samples of a pixel's side where an edge runs slanted: nine a pixel give four shades that the eye takes for a smooth line. */
const SAMPLES = 3
/** Shades between paper and a full colour. */
const SHADES = 3

/** A colour of the canvas, by the place of its lightest shade in the palette. */
export interface Ink {
  readonly first: number
}

/** @returns palette numbers of `count` colours, each in shades, behind the paper's 0 */
export function inks(count: number): readonly Ink[] {
  return Array.from({ length: count }, (_, at) => ({ first: 1 + at * SHADES }))
}

/** Pixels that are drawn on, from the top left. What is drawn later lies above. */
export class Canvas {
  readonly pixels: Uint8Array

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height)
  }

  copy(): Canvas {
    const copy = new Canvas(this.width, this.height)
    copy.pixels.set(this.pixels)
    return copy
  }

  /** Whole pixels: what runs upright needs no shades. */
  rect(left: number, top: number, width: number, height: number, { first }: Ink): void {
    const [x0, x1] = [Math.max(0, Math.round(left)), Math.min(this.width, Math.round(left + width))]
    const [y0, y1] = [Math.max(0, Math.round(top)), Math.min(this.height, Math.round(top + height))]
    for (let y = y0; y < y1; y++)
      this.pixels.fill(first + SHADES - 1, y * this.width + x0, y * this.width + Math.max(x0, x1))
  }

  /** Fills where a point lies inside, looked for in a box of whole pixels. */
  shape(
    box: readonly [number, number, number, number],
    { first }: Ink,
    isInside: (x: number, y: number) => boolean,
  ): void {
    const [left, top, width, height] = box
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++) {
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x++) {
        let hits = 0
        for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
          const dx = ((sample % SAMPLES) + 0.5) / SAMPLES
          const dy = (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES
          if (isInside(x + dx, y + dy)) hits++
        }
        const shade = Math.round((hits / SAMPLES ** 2) * SHADES)
        if (shade > 0) this.pixels[y * this.width + x] = first + shade - 1
      }
    }
  }
}

/** @returns paper, then each colour in shades from light to full */
export function paletteOf(paper: string, colours: readonly string[]): readonly `#${string}`[] {
  const shades = colours.flatMap((colour) =>
    Array.from({ length: SHADES }, (_, at) => mixed(paper, colour, (at + 1) / SHADES)),
  )
  return [mixed(paper, paper, 0), ...shades]
}

function mixed(from: string, to: string, share: number): `#${string}` {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}
