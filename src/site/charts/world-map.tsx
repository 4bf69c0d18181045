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
  const drawn = geoPath(projection).digits(1)(land) ?? ''
  if (coasts.size >= MOST_KEPT) coasts.delete(coasts.keys().next().value!)
  coasts.set(key, drawn)
  return drawn
}

function readLand(): Land {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json')
  const topology = JSON.parse(readFileSync(file, 'utf8'))
  return feature(topology, topology.objects.land) as Land
}
