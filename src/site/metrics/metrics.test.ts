import { expect, test } from 'vitest'
import { SECOND_MS } from '../../lib/instant.ts'
import type { PipelineStatus } from '../deps.ts'
import { NOON, RUNNING } from '../testing/day.ts'
import { sampleSite } from '../testing/sample-site.ts'

let status: PipelineStatus = RUNNING
const site = sampleSite({ status: () => status })

/** @returns values by name, as Prometheus reads them, and the help and type of each */
async function scrape() {
  const response = await site.request('/metrics')
  const lines = (await response.text()).split('\n').filter(Boolean)
  const values = lines.filter((line) => !line.startsWith('#')).map((line) => /^(\S+(?:\{[^}]*\})?) (\S+)$/.exec(line)!)
  return {
    type: response.headers.get('content-type'),
    lines,
    values: new Map(values.map(([, name, value]) => [name!, Number(value)])),
  }
}

test('what the status page counts is there under the names that Prometheus uses', async () => {
  const { type, lines, values } = await scrape()
  expect(type).toContain('text/plain; version=0.0.4')
  const counts = await site.deps.store.counts(NOON)
  expect(values.get('auspex_items')).toBe(counts.items)
  expect(values.get('auspex_stories')).toBe(counts.stories)
  expect(values.get('auspex_feeds_answering')).toBe(counts.feedsAnswering)
  expect(values.get('auspex_last_poll_timestamp_seconds')).toBe(counts.lastPollAt! / SECOND_MS)
  expect(lines).toContain('# TYPE auspex_backlog_items gauge')
  expect([...values.keys()]).toContain('nodejs_eventloop_lag_p99_seconds')
  expect([...values.keys()].filter((name) => name.startsWith('auspex_build_info'))).toEqual([
    `auspex_build_info{version="${RUNNING.version}",engine="sqlite"}`,
  ])
})

test('each scrape tells the state of its moment', async () => {
  const states = async () => {
    const { values } = await scrape()
    return [values.get('auspex_polling'), values.get('auspex_offline'), values.get('auspex_disk_full')]
  }
  expect(await states()).toEqual([1, 0, 0])
  status = { ...RUNNING, polling: 'offline', diskFullSince: NOON }
  expect(await states()).toEqual([1, 1, 1])
  status = { ...RUNNING, polling: 'none' }
  expect(await states()).toEqual([0, 0, 0])
})
