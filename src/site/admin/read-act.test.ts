import { expect, test } from 'vitest'
import { FormFields } from '../http/form-guard.ts'
import { readAct } from './read-act.ts'

test.each([
  ['act=headline&story=7&text=New&reason=r', { type: 'headline', storyId: 7, text: 'New' }],
  ['act=headline&story=7&text=&reason=r', { type: 'headline', storyId: 7, text: undefined }],
  [
    'act=sentence&story=7&sentence=It+is.&reason=r',
    { type: 'sentence', storyId: 7, sentence: 'It is.', text: undefined },
  ],
  ['act=retract&story=%2Fs%2F7-a-slug&reason=r', { type: 'retract', storyId: 7 }],
  ['act=merge&story=7&into=%238&reason=r', { type: 'merge', storyId: 7, into: 8 }],
  ['act=split&story=7&item=1&item=2&reason=r', { type: 'split', storyId: 7, itemIds: [1, 2] }],
  ['act=move&story=7&item=1&into=8&reason=r', { type: 'move', itemId: 1, into: 8 }],
  ['act=block&source=kawan&reason=r', { type: 'block', sourceId: 'kawan' }],
  ['act=tier&source=kawan&tier=3&reason=r', { type: 'tier', sourceId: 'kawan', tier: 3 }],
  ['act=undo&undo=%2312&reason=r', { type: 'undo', act: 12 }],
])('%s', (form, act) => {
  expect(readAct(new FormFields(new URLSearchParams(form)))).toEqual({ act, reason: 'r' })
})

test.each([
  'act=retract&story=7',
  'act=retract&story=7&reason=+',
  'act=retract&reason=r',
  'act=retract&story=0&reason=r',
  'act=merge&story=7&reason=r',
  'act=move&item=1&item=2&into=8&reason=r',
  'act=split&story=7&reason=r',
  'act=tier&source=kawan&tier=5&reason=r',
  'act=block&reason=r',
  'act=undo&undo=&reason=r',
  'act=burn&story=7&reason=r',
  '',
])('%j is not whole', (form) => {
  expect(readAct(new FormFields(new URLSearchParams(form)))).toBeUndefined()
})
