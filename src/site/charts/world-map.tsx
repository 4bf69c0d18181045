import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { Hub, Position } from '../../hub/types.ts'
import { HubMark } from './hub-mark.tsx'

const WIDTH = 720
const HEIGHT = 420
const MARGIN = 48
/** Coasts drawn for different sets of hubs that are kept; drawing one takes some 50 ms. */
const MOST_KEPT = 60

type Land = Parameters<ReturnType<typeof geoPath>>[0]

let land: Land | undefined
const coasts = new Map<string, string>()

/**
 * Land, great circles between the hubs, and the places of the markets. 1:50 million: at 1:110 million Hong Kong, Macau and
 * Singapore are not there. Land alone, so that no border is drawn for anybody. Its table stands beside it.
 */
export function WorldMap({
  hubs,
  points,
  label,
}: {
  hubs: readonly Hub[]
  points: readonly Position[]
  label: string
}) {
  const projection = projectionTo([...hubs, ...points])
  const draw = geoPath(projection).digits(1)
  const lines = hubs.flatMap((from, index) => hubs.slice(index + 1).map((to) => arc(from, to)))
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path class="ld" d={coastOf(projection)} />
      {lines.map((line) => (
        <path class="iv vb" fill="none" d={draw(line) ?? undefined} />
      ))}
      {points.map((point) => {
        const [x, y] = projection([point.lng, point.lat]) ?? [-9, -9]
        return <circle class="pc" cx={x.toFixed(1)} cy={y.toFixed(1)} r="3" />
      })}
      {hubs.map((hub, index) => {
        const [x, y] = projection([hub.lng, hub.lat]) ?? [-9, -9]
        return <HubMark index={index} x={Number(x.toFixed(1))} y={Number(y.toFixed(1))} />
      })}
    </svg>
  )
}

/** Centred on the Pacific side of Asia, so that North America lies to the right. */
const CENTRE_LNG = 160

function projectionTo(places: readonly Position[]): GeoProjection {
  const projection = geoMercator().rotate([-CENTRE_LNG, 0])
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HEIGHT - MARGIN],
    ],
    { type: 'MultiPoint', coordinates: places.map(({ lng, lat }) => [lng, lat]) },
  )
  return projection.clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ])
}

function arc(from: Position, to: Position) {
  return {
    type: 'LineString' as const,
    coordinates: [
      [from.lng, from.lat],
      [to.lng, to.lat],
    ],
  }
}

function coastOf(projection: GeoProjection): string {
  const key = `${projection.scale().toFixed(1)} ${projection.translate().map((each) => each.toFixed(1))}`
  const known = coasts.get(key)
  if (known !== undefined) return known
  land ??= readLand()
  const outline = createOutline()
  geoPath(projection, outline)(land)
  const drawn = outline.path()
  if (coasts.size >= MOST_KEPT) coasts.delete(coasts.keys().next().value!)
  coasts.set(key, drawn)
  return drawn
}

/** Pixels of the drawing, which is 720 wide: what lies nearer to the point before it cannot be told apart on a phone. */
const LEAST_STEP = 1.2

/**
 * Draws like a canvas, into the path of an SVG: points nearer than `LEAST_STEP` to the last are left out, steps are relative
 * and in tenths. Of the coasts of East Asia that is a ninth of the bytes (Tokyo, Hong Kong and five markets: 510 to 57 kB, 145 to 15 kB on the wire).
 */
function createOutline() {
  let path = ''
  /** Last point written, in tenths, so that roundings do not add up. */
  let at = [0, 0]
  const tenths = (x: number, y: number) => [Math.round(x * 10), Math.round(y * 10)] as const
  return {
    beginPath() {},
    moveTo(x: number, y: number) {
      at = [...tenths(x, y)]
      path += `M${at[0]! / 10} ${at[1]! / 10}l`
    },
    lineTo(x: number, y: number) {
      const [toX, toY] = tenths(x, y)
      const [dx, dy] = [toX - at[0]!, toY - at[1]!]
      if (Math.hypot(dx, dy) < LEAST_STEP * 10) return
      path += `${path.endsWith('l') || dx < 0 ? '' : ' '}${dx / 10}${dy < 0 ? '' : ' '}${dy / 10}`
      at = [toX, toY]
    },
    closePath() {
      path = path.endsWith('l') ? path.slice(0, path.lastIndexOf('M')) : `${path}z`
    },
    arc() {},
    path: () => path,
  }
}

function readLand(): Land {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json')
  const topology = JSON.parse(readFileSync(file, 'utf8'))
  return feature(topology, topology.objects.land) as Land
}
