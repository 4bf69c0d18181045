import type { Command } from 'commander'
import { dayNumber } from '../lib/instant.ts'
import { modelChoice } from '../run/model/choice.ts'
import { dollars } from '../run/model/dollars.ts'
import { loadPrices, sayPrice } from '../run/model/prices.ts'
import { openToRead } from '../run/open-database.ts'
import type { Spending } from '../store/model-types.ts'
import type { Store } from '../store/types.ts'
import { printJson, printLine, settingsOf, withSettings } from './command-line.ts'
import { withStore } from './with-store.ts'

const DEAREST_STORIES = 10

/** Adds `budget`, which shows what models cost. */
export function addModels(program: Command): void {
  withSettings(program.command('budget').description('What models cost today, this month and for each story'), [
    'data',
    'database_url',
    'model',
    'model_base_url',
    'model_key',
    'model_daily_budget_usd',
  ])
    .option('--json', 'as data')
    .action(async (options: Record<string, string>) => {
      const settings = settingsOf(options)
      await withStore(openToRead(settings), async (store) => {
        const spent = await spentOf(store, Date.now())
        const choice = modelChoice(settings)
        const dailyBudgetMicroUsd = choice?.dailyBudgetMicroUsd
        const price = choice && sayPrice(choice, loadPrices())
        if (options.json) return printJson({ model: choice?.name, price, dailyBudgetMicroUsd, ...spent })
        printLine(`Model: ${choice?.name ?? 'none is set'}`)
        if (price !== undefined) printLine(`Price: ${price}`)
        const most = dailyBudgetMicroUsd === undefined ? '' : ` of ${dollars(dailyBudgetMicroUsd)}`
        printLine(`Today (UTC): ${inWords(spent.today, most)}`)
        printLine(`This month: ${inWords(spent.month)}`)
        for (const { storyId, calls, costMicroUsd } of spent.stories) {
          printLine(`  story ${storyId}: ${dollars(costMicroUsd)}, ${calls} calls`)
        }
      })
    })
}

async function spentOf({ models }: Store, now: number) {
  const today = dayNumber(now)
  const date = new Date(now)
  const firstOfMonth = dayNumber(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()))
  return {
    today: await models.spending(today, today),
    month: await models.spending(firstOfMonth, today),
    stories: await models.spendingByStory(firstOfMonth, DEAREST_STORIES),
  }
}

function inWords({ calls, failed, tokensIn, tokensOut, costMicroUsd }: Spending, most = ''): string {
  return `${dollars(costMicroUsd)}${most}, ${calls} calls (${failed} failed), ${tokensIn} tokens in, ${tokensOut} out`
}
