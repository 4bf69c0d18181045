import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { chapterOf } from './chapter.ts'
import { findPrevious, type NameRarity } from './instalments.ts'
import { gazetteer, MORNING } from './testing/cluster-input.ts'
import type { StoryKind } from './types.ts'

type Draft = readonly [hours: number, kind: StoryKind, headline: string, ...sentences: string[]]

const rarity: NameRarity = {
  salienceOf: (id) => (gazetteer.entity(id)?.type === 'place' ? 1 : (gazetteer.entity(id)?.salience ?? 1)),
  isCommon: () => false,
}

function chapter(id: number, [hours, kind, headline, ...sentences]: Draft) {
  const named = (text: string) => [...new Set(gazetteer.findEntities(text).map(({ entityId }) => entityId))]
  const entityIds = named([headline, ...sentences].join('\n'))
  const names = entityIds.flatMap((each) => Object.values(gazetteer.entity(each)!.names).flat())
  return chapterOf({
    ...{ id, kind, headline, sentences, entityIds, language: 'en' },
    firstPublishedAt: MORNING + hours * HOUR_MS,
    headlineEntityIds: named(headline),
    entityWords: new Set(names.flatMap((name) => name.toLowerCase().split(' '))),
  })
}

/** For each story, the place of the one it continues, from 0. */
function links(drafts: readonly Draft[]): readonly (number | undefined)[] {
  const chapters = drafts.map((draft, index) => chapter(index, draft))
  return chapters.map((each) => findPrevious(each, chapters, rarity)?.storyId)
}

const UTILITY: Draft[] = [
  [
    0,
    'infrastructure',
    'Lake towns lose their supplier as NV Energy turns to data centres',
    'The utility NV Energy will stop selling power to Lake Tahoe customers of Liberty Utilities in 2027.',
  ],
  [
    50,
    'policy',
    'Regulators question NV Energy over the end of supply',
    'Commissioners asked why Lake Tahoe customers of Liberty Utilities must make room for data centres.',
  ],
]

const CAMPUS: Draft[] = [
  [
    0,
    'infrastructure',
    'Investor plans 9 GW campus in a Utah valley',
    'The Stratos campus of Kevin O’Leary would stand in Box Elder County and burn gas for data centres.',
  ],
  [
    96,
    'policy',
    'County approves the Stratos campus in spite of protests',
    'Box Elder commissioners voted for the plan of Kevin O’Leary to build data centres that burn gas.',
  ],
  [
    240,
    'incident',
    'Neighbours sue to stop the Stratos campus',
    'The suit says Box Elder commissioners hid how much water the data centres of Kevin O’Leary need.',
  ],
]

const PRODUCT: Draft[] = [
  [
    0,
    'release',
    'Cursor announces Composer 2',
    'The coding model Composer 2 will reach developers of Cursor this week.',
  ],
  [40, 'release', 'Cursor releases Composer 2', 'The coding model Composer 2 is open to all developers of Cursor.'],
  [70, 'incident', 'Composer 2 fails for developers of Cursor', 'An outage took the coding model away for hours.'],
]

describe('findPrevious', () => {
  test.each<[string, Draft[], (number | undefined)[]]>([
    ['announcement, launch, incident', PRODUCT, [undefined, 0, 1]],
    ['a utility that drops a lake, and its regulators (A6 3)', UTILITY, [undefined, 0]],
    ['a campus planned, approved, sued (A6 3)', CAMPUS, [undefined, 0, 1]],
  ])('links %s', (_what, drafts, expected) => {
    expect(links(drafts)).toEqual(expected)
  })

  test('says what both name, and how long ago', () => {
    const [launch, incident] = [chapter(1, PRODUCT[1]!), chapter(2, PRODUCT[2]!)]
    expect(findPrevious(incident, [launch], rarity)).toMatchObject({
      storyId: 1,
      sharedEntities: expect.arrayContaining(['cursor-composer']),
      sharedNumbers: ['composer 2'],
      gapHours: 30,
    })
  })

  test.each<[string, Draft, Draft]>([
    [
      'results of two companies',
      [0, 'business', 'Nvidia reports record revenue for the third quarter', 'Data centre sales of Nvidia grew.'],
      [20, 'business', 'AMD reports record revenue for the third quarter', 'Data centre sales grew, as did Nvidia’s.'],
    ],
    [
      'two versions of one model',
      [0, 'release', 'Cursor releases Composer 1', 'The coding model Composer 1 is open to developers of Cursor.'],
      [90, 'release', 'Cursor releases Composer 2', 'The coding model Composer 2 is open to developers of Cursor.'],
    ],
    ['what begins within the hour', PRODUCT[0]!, [0.5, 'release', PRODUCT[1]![2], PRODUCT[1]![3]!]],
    ['what began more than three weeks before', PRODUCT[0]!, [22 * 24, 'release', PRODUCT[1]![2], PRODUCT[1]![3]!]],
    ['a column about it', PRODUCT[0]!, [40, 'opinion', PRODUCT[1]![2], PRODUCT[1]![3]!]],
    ['a kind that does not follow the other', UTILITY[1]!, [80, 'release', UTILITY[0]![2], UTILITY[0]![3]!]],
    [
      'two events in one place',
      [0, 'infrastructure', 'Northlight to build campus in Johor', 'The campus in Johor opens next year.'],
      [30, 'policy', 'Johor council drafts rule on renting chips', 'The rule would bind every campus in Johor.'],
    ],
  ])('does not link %s', (_what, earlier, later) => {
    expect(links([earlier, later])).toEqual([undefined, undefined])
  })

  test('takes no name for evidence that stands everywhere', () => {
    const [first, second] = [chapter(1, UTILITY[0]!), chapter(2, UTILITY[1]!)]
    expect(findPrevious(second, [first], { ...rarity, isCommon: () => true })).toBeUndefined()
  })
})
