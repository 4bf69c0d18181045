import { SECOND_MS } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { MethodTable } from '../site/deps.ts'
import { MAX_INTERVAL_MS, MIN_INTERVAL_MS } from '../source/schedule.ts'
import { CLUSTER_SETTINGS, type ClusterSetting } from '../story/cluster-settings.ts'
import { MEASURED_STORY_ERRORS } from '../story/measured-story-errors.ts'

/** Returns the figures in force for the methods page, which supplies the text around them. */
export function methodTables(settings: Settings): readonly MethodTable[] {
  return [
    {
      id: 'stories',
      figures: (CLUSTER_SETTINGS as readonly ClusterSetting[]).map(({ name, default: value, unit, why }) => ({
        name,
        value: name === 'windowHours' ? settings.story_window_hours : value,
        unit,
        why,
      })),
    },
    {
      id: 'story-errors',
      figures: MEASURED_STORY_ERRORS.map(({ stream, strangersPercent, missingPercent }) => ({
        name: stream,
        value: strangersPercent,
        unit: '%',
        missingPercent,
      })),
    },
    {
      id: 'polling',
      figures: [
        { name: 'poll_min_seconds', value: settings.poll_min_seconds, unit: 's', shipped: MIN_INTERVAL_MS / SECOND_MS },
        { name: 'poll_max_seconds', value: settings.poll_max_seconds, unit: 's', shipped: MAX_INTERVAL_MS / SECOND_MS },
        { name: 'max_connections_per_host', value: settings.max_connections_per_host },
        { name: 'max_body_bytes', value: settings.max_body_bytes, unit: 'bytes' },
        { name: 'fetch_timeout_ms', value: settings.fetch_timeout_ms, unit: 'ms' },
      ],
    },
  ]
}
