import { beforeAll, expect, test } from 'vitest'
import { compileGazetteer } from '../entity/gazetteer.ts'
import { shippedGazetteer } from '../entity/testing/shipped.ts'
import type { Entity } from '../entity/types.ts'
import { withHubEntities } from './hub-entities.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'
import type { Hub } from './types.ts'

let entities: readonly Entity[]
beforeAll(() => {
  entities = shippedGazetteer().entities()
})

const hub = (more: Partial<Hub>): Hub => ({ ...shippedAtlas().hub('seoul')!, subPlaces: {}, ...more })
const found = (text: string, all: readonly Entity[]) => {
  const gazetteer = compileGazetteer(all)
  return gazetteer.findEntities(text).map(({ entityId }) => gazetteer.entity(entityId)!.hub)
}

test('the shipped hubs are in the entity file: nothing is added', () => {
  expect(withHubEntities(entities, shippedAtlas().hubs)).toBe(entities)
})

test('a hub of the operator’s is found by its names and sub-places', () => {
  const own = hub({ id: 'zamboola', names: { en: ['Zamboola'] }, subPlaces: { ja: ['ザンブラ工業団地'] } })
  const all = withHubEntities(entities, [...shippedAtlas().hubs, own])
  expect(found('Zamboola builds a data centre.', all)).toEqual(['zamboola'])
  expect(found('ザンブラ工業団地にデータセンターを建設', all)).toContain('zamboola')
})

test('a place that the file knows becomes the hub, by its id or by its name', () => {
  for (const id of ['busan', 'pusan']) {
    const all = withHubEntities(entities, [hub({ id, names: { en: ['Busan'] } })])
    expect(all).toHaveLength(entities.length)
    expect(found('Busan builds a data centre.', all)).toEqual([id])
  }
})

test('a name of something else stays that one’s', () => {
  const own = hub({ id: 'zamboola', names: { en: ['Zamboola', 'Nvidia', 'Tokyo'] } })
  const all = withHubEntities(entities, [own])
  expect(found('Nvidia builds in Tokyo and Zamboola.', all)).toEqual([undefined, 'tokyo', 'zamboola'])
})
