import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../test/browser/chromium.ts'
import { startAuspexProcess, until } from '../test/run/auspex-process.ts'

/** Makes `docs/front.png`, the picture in the README: the front page of the demo when its day is over. */
const data = mkdtempSync(join(tmpdir(), 'auspex-shot-'))
const auspex = await startAuspexProcess(['demo', '--data', data, '--port', '0', '--day-seconds', '20'])
try {
  await until(
    'the day is over and told',
    async () => {
      const status = (await (await fetch(`${auspex.url}/api/v1/status`)).json()) as { items: number; backlog: number }
      return status.items >= 430 && status.backlog === 0 ? true : undefined
    },
    120_000,
    1_000,
  )
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: 'light', locale: 'en' })
  await page.goto(auspex.url)
  await page.screenshot({ path: join(import.meta.dirname, '../docs/front.png') })
  await browser.close()
} finally {
  await auspex.stop()
  rmSync(data, { recursive: true, force: true })
}
