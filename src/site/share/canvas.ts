/** Samples per pixel side for anti-aliasing: nine per pixel, quantised to four levels, look smooth. */
const SAMPLES = 3
/** Shades per colour, from the lightest to the full colour. */
const SHADES = 3

/** A colour of the canvas, by the palette index of its lightest shade. */
export interface Ink {
  readonly first: number
}

/** @returns `count` colours, whose palette entries follow that of the paper, 0 */
export function inks(count: number): readonly Ink[] {
  return Array.from({ length: count }, (_, at) => ({ first: 1 + at * SHADES }))
}

/** Bitmap of palette indices, row by row from the top left. Later shapes cover earlier ones. */
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

  /** Fills a rectangle, rounded to whole pixels; its edges need no anti-aliasing. */
  rect(left: number, top: number, width: number, height: number, { first }: Ink): void {
    const [x0, x1] = [Math.max(0, Math.round(left)), Math.min(this.width, Math.round(left + width))]
    const [y0, y1] = [Math.max(0, Math.round(top)), Math.min(this.height, Math.round(top + height))]
    for (let y = y0; y < y1; y++)
      this.pixels.fill(first + SHADES - 1, y * this.width + x0, y * this.width + Math.max(x0, x1))
  }

  /** Fills the points that `isInside` accepts, anti-aliased, within a box of whole pixels. */
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

/** @returns the paper, then the shades of each colour from light to full */
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
