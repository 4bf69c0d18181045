import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AddressedItem, AddressTable } from './address-table.ts'
import { type OpenStory, openStory } from './open-story.ts'
import { addressKey } from './term-hash.ts'
import { openItem } from './testing/open-item.ts'

type Step =
  | { readonly type: 'add'; readonly address: number; readonly itemId: number; readonly story: number }
  | { readonly type: 'move'; readonly from: number; readonly into: number; readonly odd: boolean }
  | { readonly type: 'remove'; readonly story: number; readonly odd: boolean }

const STORIES = 4
const story = fc.nat({ max: STORIES - 1 })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        type: fc.constant('add' as const),
        address: fc.nat({ max: 300 }),
        itemId: fc.nat({ max: 2 ** 40 }),
        story,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('move' as const), from: story, into: story, odd: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('remove' as const), story, odd: fc.boolean() }) },
  ),
  { maxLength: 600, size: 'max' },
)

const addressOf = (number: number) => `https://example.org/${number}`

it('does what a map of addresses and lists of them would', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const table = new AddressTable()
      const stories = Array.from({ length: STORIES }, (_, id) => openStory(id + 1, openItem({ id: id + 1 }), false))
      const plain = new Map<string, AddressedItem>()
      const lists = new Map<OpenStory, { address: string; itemId: number }[]>(stories.map((each) => [each, []]))
      const chosen = (odd: boolean) => (itemId: number) => (itemId % 2 === 1) === odd
      for (const step of taken) {
        if (step.type === 'add') {
          const [owner, address] = [stories[step.story]!, addressOf(step.address)]
          expect(table.get(addressKey(address))).toEqual(plain.get(address))
          if (plain.has(address)) continue
          table.add({ key: addressKey(address), itemId: step.itemId, owner: step.itemId % 7 }, owner)
          plain.set(address, { story: owner, itemId: step.itemId, owner: step.itemId % 7 })
          lists.get(owner)!.unshift({ address, itemId: step.itemId })
        } else if (step.type === 'move') {
          const [from, into] = [stories[step.from]!, stories[step.into]!]
          if (from === into) continue
          table.move(from, into, chosen(step.odd))
          const list = lists.get(from)!
          const leaving = list.filter(({ itemId }) => chosen(step.odd)(itemId))
          lists.set(
            from,
            list.filter((each) => !leaving.includes(each)),
          )
          lists.get(into)!.unshift(...leaving)
          for (const { address } of leaving) plain.set(address, { ...plain.get(address)!, story: into })
        } else {
          const owner = stories[step.story]!
          table.remove(owner, chosen(step.odd))
          const list = lists.get(owner)!
          for (const { address, itemId } of list) if (chosen(step.odd)(itemId)) plain.delete(address)
          lists.set(
            owner,
            list.filter(({ itemId }) => !chosen(step.odd)(itemId)),
          )
        }
      }
      for (let number = 0; number <= 300; number++) {
        expect(table.get(addressKey(addressOf(number)))).toEqual(plain.get(addressOf(number)))
      }
      for (const [owner, list] of lists) {
        const known = list.map(({ address, itemId }) => ({ key: addressKey(address), itemId, owner: itemId % 7 }))
        expect([...table.addressesOf(owner)]).toEqual(known)
      }
    }),
    { numRuns: 60 },
  )
})

it('tells addresses apart that differ in a letter', () => {
  const keys = new Set<string>()
  for (let number = 0; number < 100_000; number++) {
    const { low, high } = addressKey(addressOf(number))
    keys.add(`${low} ${high}`)
  }
  expect(keys.size).toBe(100_000)
})
