import { DAY_MS, type Instant } from '../lib/instant.ts'
import type { Atlas } from './atlas-types.ts'
import type { Observation } from './types.ts'

/** Returns the start of an observation's date: a day, month or year, in UTC. */
export function dateStart(date: string): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day)
}

/** Returns the exclusive end of an observation's date: the first instant after that day, month or year, in UTC. */
export function dateEnd(date: string): Instant {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return Date.UTC(year + 1, 0, 1)
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1)
}

/** @returns whether an observation ended more than `staleAfterDays` ago; one dated in the future is never stale */
export function isStale({ date }: Pick<Observation, 'date'>, staleAfterDays: number, now: Instant): boolean {
  return now - dateEnd(date) > staleAfterDays * DAY_MS
}

/** Returns the stale observations among those that give the hubs' columns their values, oldest first. */
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

/** Returns the start of the newest date of any observation other than a forecast; 0 if there is none. */
export function newestDatum(atlas: Pick<Atlas, 'hubs' | 'indicators' | 'observations'>): Instant {
  const all = atlas.hubs.flatMap(({ id }) => atlas.indicators.flatMap((each) => atlas.observations(id, each.id)))
  return Math.max(0, ...all.filter(({ method }) => method !== 'forecast').map(({ date }) => Date.parse(date)))
}
