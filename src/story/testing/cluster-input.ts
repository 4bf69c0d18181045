import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { fingerprint } from '../../item/fingerprint.ts'
import { HOUR_MS } from '../../lib/instant.ts'
import type { ClusterInput } from '../types.ts'

/** Made once, as it takes longer than most tests. */
export const gazetteer = shippedGazetteer()

/** 23 November 2026, 08:00 UTC. */
export const MORNING = Date.UTC(2026, 10, 23, 8)

export interface InputDraft extends Partial<Omit<ClusterInput, 'id' | 'title' | 'at'>> {
  readonly hours?: number
}

/** An item as the pipeline would give it to the clusterer: entities found, fingerprint taken. */
export function clusterInput(id: number, title: string, draft: InputDraft = {}): ClusterInput {
  const { hours = id / 10, text = '', language = 'en', ...rest } = draft
  const mentions = gazetteer.findEntities(`${title}\n${text}`)
  return {
    id,
    title,
    text,
    language,
    at: MORNING + hours * HOUR_MS,
    url: `https://publisher-${id}.example/${id}`,
    publisher: `publisher-${id}`,
    form: 'article',
    links: [],
    fingerprint: fingerprint(title, text),
    entityIds: [...new Set(mentions.map(({ entityId }) => entityId))],
    ...rest,
  }
}
