import { expect, test } from 'vitest'
import { readSettings } from '../../settings.ts'
import { embeddingChoice } from './choice.ts'

const choose = (more: Record<string, string>) => embeddingChoice(readSettings(more, {}))
const own = { embedding_model: 'multilingual-e5-small', embedding_base_url: 'http://127.0.0.1:8080/v1/' }

test('without the setting there is none', () => expect(choose({})).toBeUndefined())

test('model, address, prefix, and what vectors may be compared with', () => {
  expect(choose(own)).toMatchObject({ baseUrl: 'http://127.0.0.1:8080/v1', prefix: '', space: own.embedding_model })
  const asked = { ...own, embedding_prefix: 'query:', embedding_dimensions: '256' }
  expect(choose(asked)).toMatchObject({ prefix: 'query: ', dimensions: 256, space: 'multilingual-e5-small 256 query:' })
})

test.each([
  [{ embedding_model: 'm' }, 'AUSPEX_EMBEDDING_BASE_URL'],
  [{ embedding_base_url: 'http://127.0.0.1:1/v1' }, 'AUSPEX_EMBEDDING_MODEL'],
  [{ ...own, embedding_base_url: 'file:///etc/passwd' }, 'AUSPEX_EMBEDDING_BASE_URL'],
])('%j is refused, naming %s', (settings, name) => expect(() => choose(settings)).toThrow(name))
