import { DAY_MS, type Instant } from '../lib/instant.ts'
import type { Atlas } from './atlas-types.ts'
import type { Observation } from './types.ts'

/** The first instant of the day, month or year that an observation is of. */
export function dateStart(date: string): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day)
}

/** The last instant of the day, month or year that an observation is of. */
export function dateEnd(date: string): Instant {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return Date.UTC(year + 1, 0, 1)
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1)
}

/** @returns whether an observation is older than its indicator's values keep; a value for a day to come is not */
export function isStale({ date }: Pick<Observation, 'date'>, staleAfterDays: number, now: Instant): boolean {
  return now - dateEnd(date) > staleAfterDays * DAY_MS
}

/** What the hubs' columns rest on that is too old to be relied on, oldest first. */
export function staleObservations(atlas: Atlas, now: Instant): Observation[] {
  const stale: Observation[] = []
  for (const hub of atlas.hubs) {
    for (const { id, staleAfterDays } of atlas.indicators) {
      const observation = atlas.reading(hub.id, id)?.observation
      if (observation && isStale(observation, staleAfterDays, now)) stale.push(observation)
    }
  }
  return stale.sort((a, b) => dateEnd(a.date) - dateEnd(b.date))
}

/** The newest day of which a value is, forecasts left out; 0 where there is none. */
export function newestDatum(atlas: Pick<Atlas, 'hubs' | 'indicators' | 'observations'>): Instant {
  const all = atlas.hubs.flatMap(({ id }) => atlas.indicators.flatMap((each) => atlas.observations(id, each.id)))
  return Math.max(0, ...all.filter(({ method }) => method !== 'forecast').map(({ date }) => Date.parse(date)))
}
