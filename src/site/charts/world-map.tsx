import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { Hub, Position } from '../../hub/types.ts'
import { HubMark } from './hub-mark.tsx'

const WIDTH = 720
const HEIGHT = 420
const MARGIN = 48
/** Most coastlines in the cache, one per set of hubs; drawing one takes about 50 ms. */
const MOST_KEPT = 60

type Land = Parameters<ReturnType<typeof geoPath>>[0]

let land: Land | undefined
const coasts = new Map<string, string>()

/**
 * Map of the hubs with the great circles between them and the points of the markets. Its scale is 1:50 million, since 1:110 million lacks
 * Hong Kong, Macau and Singapore. It shows land without borders, so that it takes no side in a dispute. The table below it has distances.
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

/** Central meridian, in degrees east: in the Pacific, so that North America lies to the right of Asia. */
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

/** Least distance between points, in pixels of the 720-pixel drawing: nearer ones cannot be told apart on a phone. */
const LEAST_STEP = 1.2

/**
 * Creates a canvas-like context that draws into the path of an SVG. It leaves out points nearer than `LEAST_STEP` to the last one, and
 * writes relative steps in tenths. For the coasts of East Asia this takes a ninth of the bytes (Tokyo, Hong Kong and five markets: 57 kB
 * instead of 510 kB, 15 kB instead of 145 kB compressed).
 */
function createOutline() {
  let path = ''
  /** Last point written, in tenths, so that rounding errors do not add up. */
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
