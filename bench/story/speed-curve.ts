import type { SpeedPoint } from './speed.ts'

const WIDTH = 640
const HEIGHT = 320
const LEFT = 70
const RIGHT = 20
const TOP = 30
const BOTTOM = 50

/** Items a second by open stories, both by powers of ten, as SVG: ours and the plain single pass. */
export function speedCurve(points: readonly SpeedPoint[]): string {
  const rates = points.flatMap(({ itemsPerSecond, baselineItemsPerSecond }) => [itemsPerSecond, baselineItemsPerSecond])
  const [lowest, highest] = [Math.floor(Math.log10(Math.min(...rates))), Math.ceil(Math.log10(Math.max(...rates)))]
  const first = Math.log10(points[0]!.openStories)
  const last = Math.log10(points.at(-1)!.openStories)
  const x = (stories: number) => LEFT + ((Math.log10(stories) - first) / (last - first)) * (WIDTH - LEFT - RIGHT)
  const y = (rate: number) =>
    HEIGHT - BOTTOM - ((Math.log10(rate) - lowest) / (highest - lowest)) * (HEIGHT - TOP - BOTTOM)
  const line = (colour: string, name: string, rateOf: (point: SpeedPoint) => number) => {
    const path = points.map((point) => `${x(point.openStories).toFixed(1)},${y(rateOf(point)).toFixed(1)}`)
    const labels = points.map(
      (point) =>
        `<text x="${x(point.openStories).toFixed(1)}" y="${(y(rateOf(point)) - 8).toFixed(1)}" text-anchor="middle" fill="${colour}">${rateOf(point)}</text>`,
    )
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"><title>${name}</title></polyline>${labels.join('')}`
  }
  const rows = Array.from({ length: highest - lowest + 1 }, (_, index) => {
    const rate = 10 ** (lowest + index)
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(rate)}" y2="${y(rate)}" stroke="#ccc"/><text x="${LEFT - 8}" y="${y(rate) + 4}" text-anchor="end">${rate}</text>`
  })
  const columns = points.map(
    ({ openStories }) =>
      `<text x="${x(openStories)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${openStories}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img"><title>Items a second by open stories</title><rect width="100%" height="100%" fill="#fff"/>${rows.join('')}${columns.join('')}<text x="${WIDTH / 2}" y="${HEIGHT - 12}" text-anchor="middle">open stories</text><text x="8" y="16">items a second</text><text x="${WIDTH - RIGHT}" y="16" text-anchor="end"><tspan fill="#0b6">Auspex</tspan> · <tspan fill="#a33">plain TF-IDF single pass</tspan></text>${line('#0b6', 'Auspex', (point) => point.itemsPerSecond)}${line('#a33', 'plain TF-IDF single pass', (point) => point.baselineItemsPerSecond)}</svg>\n`
}
