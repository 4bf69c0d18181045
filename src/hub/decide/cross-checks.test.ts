import { describe, expect, test } from 'vitest'
import { prometheeLeader, topsisLeader } from './cross-checks.ts'
import type { Scored } from './flips.ts'

const hub = (name: string, ...scales: number[]): Scored => ({ hub: name, scales })

describe('TOPSIS', () => {
  test('prefers what is near the ideal and far from the worst', () => {
    expect(topsisLeader([hub('even', 0.6, 0.6), hub('torn', 1, 0)], [0.5, 0.5])).toBe('even')
    expect(topsisLeader([hub('even', 0.6, 0.6), hub('torn', 1, 0)], [0.9, 0.1])).toBe('torn')
  })

  test('has no leader among none, and the first of equals', () => {
    expect(topsisLeader([], [1])).toBeUndefined()
    expect(topsisLeader([hub('first', 0.5), hub('second', 0.5)], [1])).toBe('first')
  })
})

describe('PROMETHEE II', () => {
  test('prefers fully from a quarter on: a lead of 0.9 counts no more than one of 0.3', () => {
    expect(prometheeLeader([hub('far', 0.95, 0.4), hub('near', 0.05, 0.7)], [0.4, 0.6])).toBe('near')
  })

  test('prefers in proportion below: a lead of 0.1 counts half as much as one of 0.2', () => {
    const hubs = [hub('small', 0.6, 0.4), hub('large', 0.5, 0.6)]
    expect(prometheeLeader(hubs, [0.6, 0.4])).toBe('large')
    expect(prometheeLeader(hubs, [0.7, 0.3])).toBe('small')
  })

  test('has no leader among none', () => {
    expect(prometheeLeader([], [1])).toBeUndefined()
  })
})
