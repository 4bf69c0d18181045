import { describe, expect, it } from 'vitest'
import { CLUSTER_SETTINGS, clusterSettings } from './cluster-settings.ts'

describe('cluster settings', () => {
  it.each(CLUSTER_SETTINGS)('$name says in a sentence what it does', ({ why }) => {
    expect(why).toMatch(/^[A-Z].{15,}\.$/)
  })

  it('has each name once', () => {
    const names = CLUSTER_SETTINGS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('takes what is given in place of the defaults, and undefined for not given', () => {
    expect(clusterSettings({ windowHours: 24, joinLevel: undefined })).toEqual({
      ...clusterSettings(),
      windowHours: 24,
    })
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(() => clusterSettings({ joinLevel: value })).toThrow(/joinLevel/)
  })
})
