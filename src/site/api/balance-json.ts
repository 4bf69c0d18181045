import type { z } from '@hono/zod-openapi'
import type { Balance, BalanceLine } from '../view/balance.ts'
import type { CoverageEntry } from '../view/story.ts'
import { type Share, storyBalance } from '../view/story-balance.ts'
import type { balanceSchema, storyBalanceSchema } from './balance-schemas.ts'

/** Converts the balance of the sources to JSON; unknown values are null. */
export function balanceJson(balance: Balance): z.infer<typeof balanceSchema> {
  const lines = <Id>(of: readonly BalanceLine<Id>[]) => of.map(({ id, ...counts }) => ({ id: id ?? null, ...counts }))
  const { sources, items, languages, countries, types, tiers, missing } = balance
  return {
    ...{ sources, items, languages: lines(languages), countries: lines(countries), types: lines(types) },
    tiers: lines(tiers),
    missing: { languages: [...missing.languages], types: [...missing.types], hubs: [...missing.hubs] },
  }
}

/** Converts the balance of a story's independent reports to JSON. */
export function storyBalanceJson(coverage: readonly CoverageEntry[]): z.infer<typeof storyBalanceSchema> {
  const { reports, countries, languages, types, tiers } = storyBalance(coverage)
  const shares = <Id>(of: readonly Share<Id>[]) => of.map(({ id, count }) => ({ id: id ?? null, reports: count }))
  return {
    ...{ reports, countries: shares(countries), languages: shares(languages) },
    ...{ types: shares(types), tiers: shares(tiers) },
  }
}
