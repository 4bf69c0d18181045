import { HOUR_MS } from '../lib/instant.ts'
import { corroboratingOwners } from './corroboration.ts'
import { numberOf, roundHundredths, type Signal, saturate } from './signal.ts'

/**
 * Rate at which other owners followed the first: corroborating owners after the first per hour, from the first publication to the
 * newest report (at least one hour). It ends at the newest report and not now, because silence is what freshness measures; measured
 * until now, it could reverse the order of two stories of the same age while nothing happens to either.
 */
export const momentum: Signal = {
  id: 'momentum',
  phrase: (input, _now, weights) => {
    const followers = Math.max(0, corroboratingOwners(input) - 1)
    const hours = roundHundredths(Math.max(1, (input.lastReportAt - input.firstPublishedAt) / HOUR_MS))
    return {
      key: followers === 0 ? 'momentum-none' : 'momentum',
      params: { followers, hours, half: weights['followers-an-hour-for-half'], whole: Math.ceil(hours) },
    }
  },
  share: (params) =>
    saturate(numberOf(params, 'followers') / Math.max(1, numberOf(params, 'hours')), numberOf(params, 'half')),
}
