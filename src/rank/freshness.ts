import { HOUR_MS } from '../lib/instant.ts'
import { numberOf, roundHundredths, type Signal } from './signal.ts'

/**
 * Recency of the newest independent report. Only this signal reads the clock, and it depends on the age alone.
 * So two stories of the same age keep their order for ever, and ageing never raises a score.
 */
export const freshness: Signal = {
  id: 'freshness',
  phrase: (input, now, weights) => {
    const hours = roundHundredths(Math.max(0, now - input.lastReportAt) / HOUR_MS)
    return {
      key: hours < 1 ? 'freshness-hour' : hours < 48 ? 'freshness-hours' : 'freshness-days',
      params: {
        hours,
        halfLife: weights['half-life-hours'],
        ...(hours < 1 ? {} : hours < 48 ? { whole: Math.floor(hours) } : { whole: Math.floor(hours / 24) }),
      },
    }
  },
  share: (params) => 2 ** (-numberOf(params, 'hours') / Math.max(0.01, numberOf(params, 'halfLife'))),
}
