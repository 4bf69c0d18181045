import type { Position } from './types.ts'

/** Mean radius of the Earth (IUGG). */
const EARTH_RADIUS_KM = 6371.0088

/** Kilometres that light travels in fibre per millisecond: 299.79 km in vacuum divided by 1.47, the group index of silica. */
export const FIBRE_KM_PER_MS = 204

/** @returns kilometres along the great circle (haversine); 0 for the same position */
export function distanceKm(a: Position, b: Position): number {
  const rad = Math.PI / 180
  const sinLat = Math.sin(((b.lat - a.lat) * rad) / 2)
  const sinLng = Math.sin(((b.lng - a.lng) * rad) / 2)
  const h = sinLat * sinLat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * sinLng * sinLng
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** @returns the shortest possible round trip in fibre, in milliseconds */
export function floorMs(km: number): number {
  return (2 * km) / FIBRE_KM_PER_MS
}
