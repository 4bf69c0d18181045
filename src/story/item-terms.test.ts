import { expect, test } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { ItemTermReader } from './item-terms.ts'
import { WordTranslations } from './translation/word-translations.ts'

const translations = new WordTranslations('zh\tmemory\t记忆\nzh\tsession\t会话\nko\tmemory\t메모리')

function read(title: string, language: string) {
  const reader = new ItemTermReader(clusterSettings(), () => 2, translations)
  const { named, translated } = reader.read({ title, text: '', language, entityIds: [] })
  return { words: named.map(({ text }) => text), meanings: translated!.meanings.map(({ english }) => english) }
}

test.each([
  ['with a space', 'Claude Code 推出会话记忆'],
  ['without one', 'Claude Code推出会话记忆'],
])('reads Chinese behind a Latin word, %s between', (_, title) => {
  const { words, meanings } = read(title, 'zh-Hans')
  expect(words).toEqual(['Claude', 'Code', '推出', '出会', '会话', '话记', '记忆'])
  expect(meanings).toEqual(['session', 'memory'])
})

test('reads the particle of a Latin word apart from it', () => {
  expect(read('GPU와 메모리', 'ko').words).toEqual(['GPU', '메모', '모리'])
})
