import { encodePng } from '../../lib/png.ts'
import type { Explanation } from '../../rank/types.ts'
import type { Coverage } from '../../story/types.ts'
import { Canvas, type Ink, inks, paletteOf } from './canvas.ts'

/** Aspect ratio of 1.91:1, which link previews expect. */
export const PICTURE_WIDTH = 1_200
export const PICTURE_HEIGHT = 630

/** Paper, ink, accent and grey of the light theme, as in `tokens.css`. */
const PALETTE = paletteOf('#f7f8f5', ['#15191a', '#006a5b', '#76807d'])
const [INK, ACCENT, GREY] = inks(3) as readonly [Ink, Ink, Ink]

const MARGIN = 90
const BAR_WIDTH = 26
const BAR_STEP = 42
const BAR_HEIGHT = 150
const TALLY_TOP = 340
const SCORE_TOP = 530
/** Maximum number of bars and dots that fit in a row; the text beside the picture has the exact counts. */
const MOST_MARKS = 24

export interface Told {
  readonly coverage: Pick<Coverage, 'independent' | 'echoes' | 'copies'>
  readonly explanation: Pick<Explanation, 'value' | 'max' | 'parts'>
}

/**
 * Draws the picture of a link preview: the site's mark and, for a story, its coverage (full bars: independent reports, hollow bars:
 * copies, dots: echoes) and the parts of its score. It has no text: no font covers all five languages, and previews show the
 * headline and description beside the picture (docs/decisions/0012-share-picture.md).
 */
export function sharePicture(told?: Told): Uint8Array {
  if (!told) {
    onlyMark ??= encoded(markedCanvas((PICTURE_WIDTH - 420) / 2, (PICTURE_HEIGHT - 420) / 2, 14))
    return onlyMark
  }
  // Cached: its anti-aliased edges are most of the work and never change.
  smallMark ??= markedCanvas(MARGIN, MARGIN, 6)
  const canvas = smallMark.copy()
  drawTally(canvas, told.coverage)
  drawScore(canvas, told.explanation)
  return encoded(canvas)
}

/** Draws the mark as a home screen icon, within the middle four fifths that no mask may cut (W3C, Web App Manifest, 3.1.2.2). */
export function iconPicture(side: number): Uint8Array {
  const canvas = new Canvas(side, side)
  // The box of a shape is in whole pixels.
  const margin = Math.round(side * 0.12)
  drawMark(canvas, margin, margin, (side - 2 * margin) / 30)
  return encodePng(side, side, PALETTE, canvas.pixels)
}

let onlyMark: Uint8Array | undefined
let smallMark: Canvas | undefined

function encoded({ pixels }: Canvas): Uint8Array {
  return encodePng(PICTURE_WIDTH, PICTURE_HEIGHT, PALETTE, pixels)
}

function markedCanvas(left: number, top: number, unit: number): Canvas {
  const canvas = new Canvas(PICTURE_WIDTH, PICTURE_HEIGHT)
  drawMark(canvas, left, top, unit)
  return canvas
}

/** Draws `favicon.svg`, which is 30 units wide, at `unit` pixels per unit. */
function drawMark(canvas: Canvas, left: number, top: number, unit: number): void {
  const side = 30 * unit
  const middle = 15
  const at = (x: number, y: number) => [(x - left) / unit, (y - top) / unit] as const
  canvas.shape([left, top, side, side], INK, (x, y) => {
    const [u, v] = at(x, y)
    const far = Math.hypot(u - middle, v - middle)
    if (far <= 14.5 && far >= 12.5) return true
    return far < 12.5 && (Math.abs(u - middle) <= 0.5 || Math.abs(v - middle) <= 0.5)
  })
  // The check mark: 17.5 7.5, 21 11, 25.5 6.5, 21 14.
  canvas.shape([left, top, side, side], ACCENT, (x, y) => {
    const [u, v] = at(x, y)
    const upper = u < 21 ? 11 + (u - 21) : 11 - (u - 21)
    const lower = u < 21 ? 14 + ((u - 21) * 6.5) / 3.5 : 14 - ((u - 21) * 7.5) / 4.5
    return u >= 17.5 && u <= 25.5 && v >= upper && v <= lower
  })
}

function drawTally(canvas: Canvas, { independent, echoes, copies }: Told['coverage']): void {
  let left = MARGIN
  let room = MOST_MARKS
  const take = (count: number) => {
    const taken = Math.min(count, room)
    room -= taken
    return taken
  }
  for (let at = take(independent); at > 0; at--, left += BAR_STEP)
    canvas.rect(left, TALLY_TOP, BAR_WIDTH, BAR_HEIGHT, INK)
  for (let at = take(copies); at > 0; at--, left += BAR_STEP) hollow(canvas, left)
  for (let at = take(echoes); at > 0; at--, left += BAR_STEP) {
    canvas.rect(left, TALLY_TOP + BAR_HEIGHT - BAR_WIDTH, BAR_WIDTH, BAR_WIDTH, GREY)
  }
}

function hollow(canvas: Canvas, left: number): void {
  const line = 5
  canvas.rect(left, TALLY_TOP, BAR_WIDTH, line, INK)
  canvas.rect(left, TALLY_TOP + BAR_HEIGHT - line, BAR_WIDTH, line, INK)
  canvas.rect(left, TALLY_TOP, line, BAR_HEIGHT, INK)
  canvas.rect(left + BAR_WIDTH - line, TALLY_TOP, line, BAR_HEIGHT, INK)
}

/** Draws the parts of the score, in proportion to its maximum: black, accent, hatched, grey as on the pages. */
function drawScore(canvas: Canvas, { parts, max }: Told['explanation']): void {
  const width = PICTURE_WIDTH - 2 * MARGIN
  const height = 34
  canvas.rect(MARGIN, SCORE_TOP + height - 2, width, 2, GREY)
  let left = MARGIN
  for (const [index, part] of parts.entries()) {
    const length = (part.value / (max || 1)) * width
    const drawn = Math.max(0, length - 6)
    if (index === 2) hatch(canvas, left, drawn, height)
    else canvas.rect(left, SCORE_TOP, drawn, height, index === 0 ? INK : index === 1 ? ACCENT : GREY)
    left += length
  }
}

function hatch(canvas: Canvas, left: number, width: number, height: number): void {
  for (let row = 0; row < height; row++) {
    for (let x = Math.round(left); x < left + width; x++) {
      if ((x + row) % 14 < 5) canvas.rect(x, SCORE_TOP + row, 1, 1, INK)
    }
  }
}
