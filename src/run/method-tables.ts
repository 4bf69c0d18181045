import { SECOND_MS } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { MethodTable } from '../site/deps.ts'
import { MAX_INTERVAL_MS, MIN_INTERVAL_MS } from '../source/schedule.ts'
import { CLUSTER_SETTINGS, type ClusterSetting } from '../story/cluster-settings.ts'
import { MEASURED_STORY_ERRORS } from '../story/measured-story-errors.ts'

/** The constants in force, for the methods page. */
export function methodTables(settings: Settings): readonly MethodTable[] {
  return [
    {
      id: 'stories',
      title: 'How items become stories',
      figures: (CLUSTER_SETTINGS as readonly ClusterSetting[]).map(({ name, default: value, unit, why }) => ({
        name,
        value: name === 'windowHours' ? settings.story_window_hours : value,
        unit,
        why,
      })),
    },
    {
      id: 'story-errors',
      title: 'How often stories are wrong',
      figures: MEASURED_STORY_ERRORS.map(({ stream, strangersPercent, missingPercent }) => ({
        name: stream,
        value: strangersPercent,
        unit: '%',
        why: `Share of an item’s story that tells of another event. Of its own event, ${missingPercent} % stand elsewhere.`,
      })),
    },
    {
      id: 'polling',
      title: 'How often feeds are asked',
      figures: [
        {
          name: 'shortest wait',
          value: settings.poll_min_seconds,
          unit: 's',
          why: `Shipped: ${MIN_INTERVAL_MS / SECOND_MS}.`,
        },
        {
          name: 'longest wait',
          value: settings.poll_max_seconds,
          unit: 's',
          why: `Shipped: ${MAX_INTERVAL_MS / SECOND_MS}.`,
        },
        { name: 'connections to one host', value: settings.max_connections_per_host },
        { name: 'longest body', value: settings.max_body_bytes, unit: 'bytes' },
        { name: 'longest fetch', value: settings.fetch_timeout_ms, unit: 'ms' },
      ],
    },
  ]
}
