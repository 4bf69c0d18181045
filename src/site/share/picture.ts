import { encodePng } from '../../lib/png.ts'
import type { Explanation } from '../../rank/types.ts'
import type { Coverage } from '../../story/types.ts'
import { Canvas, type Ink, inks, paletteOf } from './canvas.ts'

/** What previews of links expect: 1.91 to 1. */
export const PICTURE_WIDTH = 1_200
export const PICTURE_HEIGHT = 630

/** The light theme's paper, ink, accent and grey, as in tokens.css. */
const PALETTE = paletteOf('#f7f8f5', ['#15191a', '#006a5b', '#76807d'])
const [INK, ACCENT, GREY] = inks(3) as readonly [Ink, Ink, Ink]

const MARGIN = 90
const BAR_WIDTH = 26
const BAR_STEP = 42
const BAR_HEIGHT = 150
const TALLY_TOP = 340
const SCORE_TOP = 530
/** Bars and dots that fit side by side; the words beside the picture have the true counts. */
const MOST_MARKS = 24

export interface Told {
  readonly coverage: Pick<Coverage, 'independent' | 'echoes' | 'copies'>
  readonly explanation: Pick<Explanation, 'value' | 'max' | 'parts'>
}

/**
 * What a preview of a link shows beside its words: the site's mark; of a story who carries it (full bars independent, hollow ones copies,
 * dots echoes) and the parts of its score. No words: no font reaches over our five languages, and every preview writes headline and
 * description beside the picture (docs/decisions/0012-share-picture.md).
 */
export function sharePicture(told?: Told): Uint8Array {
  if (!told) {
    onlyMark ??= encoded(markedCanvas((PICTURE_WIDTH - 420) / 2, (PICTURE_HEIGHT - 420) / 2, 14))
    return onlyMark
  }
  // Its slanted edges are most of the work, and always the same.
  smallMark ??= markedCanvas(MARGIN, MARGIN, 6)
  const canvas = smallMark.copy()
  drawTally(canvas, told.coverage)
  drawScore(canvas, told.explanation)
  return encoded(canvas)
}

/** The mark alone, as a home screen shows it: within the middle four fifths, which every mask leaves (W3C, Web App Manifest, 3.1.2.2). */
export function iconPicture(side: number): Uint8Array {
  const canvas = new Canvas(side, side)
  // A canvas has whole pixels only.
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

/** favicon.svg, its 30 units each so many pixels. */
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
  // The check: 17.5 7.5, 21 11, 25.5 6.5, 21 14.
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

/** Parts of the score over the whole width that there is; black, accent, hatch, grey as on the pages. */
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
