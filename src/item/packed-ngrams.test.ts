import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { PackedNgrams } from './packed-ngrams.ts'

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.resolve('eld')))

test('Every n-gram of the eld module is packed with its weights', () => {
  const { ngramsData } = createRequire(import.meta.url)(fileOf('../ngrams/small.js')) as {
    ngramsData: { languages: Record<string, string>; ngrams: Record<string, Record<number, number>> }
  }
  const { languages, ngrams } = PackedNgrams.read(readFileSync(fileOf('../ngrams/small.js'), 'utf8'))
  expect(languages).toEqual(ngramsData.languages)
  const differing = Object.entries(ngramsData.ngrams).filter(
    ([ngram, weights]) => JSON.stringify(ngrams.weights(ngram)) !== JSON.stringify(weights),
  )
  expect(differing).toEqual([])
  expect(ngrams.size).toBe(Object.keys(ngramsData.ngrams).length)
})

test('Reads as an object does', () => {
  const { ngrams } = PackedNgrams.read(
    `x={languages:{0:'en',1:'de'},ngrams:{' the':{0:90,1:3},ab:{1:7},'\\'s ':{0:8}}}`,
  )
  const record = ngrams.asRecord()
  expect(record[' the']).toEqual({ 0: 90, 1: 3 })
  expect(record.ab).toEqual({ 1: 7 })
  expect(record["'s "]).toEqual({ 0: 8 })
  expect(record.none).toBeUndefined()
  expect(record.constructor).toBeUndefined()
})

test('Says so where the text is no n-gram module', () => {
  expect(() => PackedNgrams.read('export default {}')).toThrow('no n-gram module')
})
