import { expect, test } from 'vitest'
import { brokenFloors, figuresOf } from './figures.ts'

const result = {
  scores: [{ set: 'news', ours: 0.9, misses: ['a text'] }, { suite: 'gofeed', tier: 'core', met: 171 }, ['no name']],
  speed: { ratio: 20 },
  b3: [0.8, 0.5],
  words: 'left out',
}

test('names every figure by its place', () => {
  expect(Object.fromEntries(figuresOf(result, 'b'))).toEqual({
    'b.scores.news.ours': 0.9,
    'b.scores.gofeed core.met': 171,
    'b.speed.ratio': 20,
    'b.b3.0': 0.8,
    'b.b3.1': 0.5,
  })
})

test('tells what is beyond its floor, and what is missing', () => {
  const figures = figuresOf(result, 'b')
  expect(brokenFloors(figures, { 'b.speed.ratio': { least: 20 }, 'b.scores.news.ours': { most: 0.9 } })).toEqual([])
  expect(
    brokenFloors(figures, {
      'b.speed.ratio': { least: 21 },
      'b.scores.news.ours': { most: 0.8 },
      'b.gone': { least: 1 },
    }),
  ).toEqual([
    'b.speed.ratio is 20, its floor is 21',
    'b.scores.news.ours is 0.9, at most 0.8 is allowed',
    'b.gone was not measured',
  ])
})

test('a bench that did not run breaks nothing', () => {
  expect(brokenFloors(figuresOf(undefined, 'b'), { 'b.x': { least: 1 } })).toEqual([])
})
