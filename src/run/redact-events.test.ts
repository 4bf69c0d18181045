import { expect, test } from 'vitest'
import type { StoryEvent } from '../store/story-types.ts'
import { redactEvents } from './redact-events.ts'

const event = (seq: number, type: StoryEvent['type'], data: StoryEvent['data']): StoryEvent => ({
  ...{ seq, storyId: 7, type, at: 0, data },
})
const standing = [{ id: 1, title: 'Harbour opens data centre', text: 'It has 40 racks.\n\nMore will come in May.' }]

test('headlines and sentences that only the withdrawn item had are taken out, the others stay', () => {
  const events = [
    event(1, 'created', { itemId: 9 }),
    event(2, 'headline', { from: 'I just saw a huge hall', to: 'Harbour opens data centre' }),
    event(3, 'summary', {
      from: 'My cousin works there. It has 40 racks.',
      to: 'It has 40 racks. More will come in May.',
    }),
  ]
  expect(redactEvents(events, standing, 9)).toEqual([
    { seq: 2, data: { from: '', to: 'Harbour opens data centre' } },
    { seq: 3, data: { from: 'It has 40 racks.', to: 'It has 40 racks. More will come in May.' } },
  ])
})

test('titles in events about the withdrawn item go; what another item said before its edit stays', () => {
  const events = [
    event(4, 'revised', { itemId: 9, fromTitle: 'mine', toTitle: 'mine, edited' }),
    event(5, 'revised', { itemId: 1, fromTitle: 'Harbour plans data centre', toTitle: 'Harbour opens data centre' }),
    event(6, 'headline', { from: 'Harbour plans data centre', to: 'Harbour opens data centre' }),
    event(7, 'retracted', { itemId: 9, title: 'mine, edited' }),
    event(8, 'retracted', { itemId: 9 }),
  ]
  expect(redactEvents(events, standing, 9)).toEqual([
    { seq: 4, data: { itemId: 9 } },
    { seq: 7, data: { itemId: 9 } },
  ])
})
