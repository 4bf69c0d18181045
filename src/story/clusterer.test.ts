import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { createClusterer, type OnlineClusterer, restoreClusterer } from './clusterer.ts'
import { SnapshotError } from './clusterer-snapshot.ts'
import { BACKGROUND } from './testing/background.ts'
import { clusterInput, type InputDraft, MORNING } from './testing/cluster-input.ts'
import { keptParts } from './testing/kept-parts.ts'
import type { ClusterInput, StoryChange } from './types.ts'

const SETTINGS = { mergeEveryItems: 4 }

const WORDS =
  'chip plant Arizona outage court ruling robot marathon power tax DeepSeek V4 HBM4 Seoul fund raises $40 million 36%'.split(
    ' ',
  )
/** Streams of short headlines out of few words, so that items meet, join and merge; dates go back and forth or are missing. */
const streams = fc.array(
  fc.record({
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }),
    hours: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    language: fc.constantFrom('en', 'zh-Hant', 'ja', 'und'),
    form: fc.constantFrom('article', 'article', 'article', 'post', 'digest'),
    address: fc.integer({ min: 1, max: 30 }),
    target: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 40 },
)

function inputs(stream: typeof streams extends fc.Arbitrary<infer S> ? S : never): readonly ClusterInput[] {
  return stream.map(({ words, hours, language, form, address, target }, index) => ({
    ...clusterInput(index + 1, words.join(' '), { language, form: form as ClusterInput['form'] }),
    at: hours === undefined ? undefined : MORNING + hours * 3_600_000,
    url: `https://a.example/${address}`,
    pointsTo: form === 'post' && target !== undefined ? `https://a.example/${target}` : undefined,
  }))
}

function run(clusterer: OnlineClusterer, items: readonly ClusterInput[]): readonly StoryChange[] {
  return items.flatMap((item) => clusterer.assign(item))
}

function memberships(clusterer: OnlineClusterer): string {
  return JSON.stringify(clusterer.stories())
}

function assignBackground(clusterer: OnlineClusterer): number {
  for (const [index, [title, draft]] of BACKGROUND.entries()) clusterer.assign(clusterInput(index + 1, title, draft))
  return BACKGROUND.length
}

/** The story of each item, after a day of other news. */
function place(items: readonly (readonly [title: string, draft?: InputDraft])[]): readonly number[] {
  const clusterer = createClusterer()
  const first = assignBackground(clusterer) + 1
  return items.map(([title, draft], index) => {
    const [placed] = clusterer.assign(clusterInput(first + index, title, { hours: 5, ...draft }))
    return placed!.storyId
  })
}

it('lets nothing join a post that strings several events together, for its words', () => {
  const roundUp =
    'Tools for agents multiply: Larkfin shipped a sandbox that forgets what ran in it, for teams that keep their own machines. Orrin Micro also released a debugger for long sessions, with a view of each step and its cost.'
  const report = 'Larkfin ships a sandbox that forgets what ran in it, for teams with their own machines'
  expect(new Set(place([[roundUp], [report]])).size).toBe(2)
  expect(new Set(place([['Tools for agents', { form: 'post', text: roundUp }], [report]])).size).toBe(2)
  expect(new Set(place([[roundUp.slice(0, 122)], [report]])).size).toBe(1)
})

it('asks less of a long post', () => {
  const post = (length: number) => {
    const clusterer = createClusterer()
    const text = 'Larkfin has a sandbox '.padEnd(length, 'that forgets what ran in it ')
    return clusterer.assign(clusterInput(1, 'Larkfin has a sandbox', { form: 'post', text }))[0]!.receipt.threshold
  }
  expect([post(150), post(151)]).toEqual([0.16, 0.144])
})

describe('what speaks against an item', () => {
  const titles = [
    'Regulator in Leipzig fines a data center',
    'Leipzig regulator looks at noise of data center',
  ] as const
  const minutesApart = (publisher: string, hours: number) => ({ publisher, hours, text: '' })
  const other = ['Robot finishes a marathon in Beijing', minutesApart('other.example', 5)] as const
  const scoreOf = (second: InputDraft, between: readonly (typeof other)[] = [other]) => {
    const clusterer = createClusterer()
    const first = assignBackground(clusterer) + 1
    const items = [[titles[0], minutesApart('list.example', 5)], ...between, [titles[1], second]] as const
    const placed = items.map(([title, draft], index) => clusterer.assign(clusterInput(first + index, title, draft))[0]!)
    return placed.at(-1)!.receipt.score
  }

  it('is that its publisher listed a member at the same moment', () => {
    const [free, listed] = [minutesApart('other.example', 5), minutesApart('list.example', 5)].map((draft) =>
      scoreOf(draft),
    )
    expect(listed! / free!).toBeCloseTo(0.75, 2)
  })

  it('is that it gives a view, by its address, where the story is of reports', () => {
    const [report, view] = ['news', 'opinion'].map((folder) =>
      scoreOf({ ...minutesApart('other.example', 5), url: `https://other.example/${folder}/noise` }),
    )
    expect(view! / report!).toBeCloseTo(0.4, 2)
  })

  it.each([
    ['at another moment', scoreOf(minutesApart('list.example', 5.01)), scoreOf(minutesApart('other.example', 5.01))],
    ['right after', scoreOf(minutesApart('list.example', 5), []), scoreOf(minutesApart('other.example', 5), [])],
  ])('is not what the publisher says %s', (_, listed, free) => {
    expect(listed).toBe(free)
  })
})

describe('any stream', () => {
  it('puts every item into exactly one story, once', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const items = inputs(stream)
        const clusterer = createClusterer({ settings: SETTINGS })
        const changes = run(clusterer, items)
        const placed = changes.flatMap((change) => ('itemId' in change ? change.itemId : []))
        expect(placed).toEqual(items.map(({ id }) => id))
        const kept = clusterer.stories().flatMap(({ itemIds }) => itemIds)
        expect([...kept].sort((a, b) => a - b)).toEqual(items.map(({ id }) => id))
      }),
    )
  })

  it('keeps the number of the larger story in a merge, of two as large the older, and never opens a number twice', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const items = new Map<number, number>()
        const gone = new Set<number>()
        for (const change of run(createClusterer({ settings: SETTINGS, nextStoryId: 7 }), inputs(stream))) {
          const { type, storyId } = change
          if (type === 'created' || type === 'split') {
            expect(items.has(storyId) || storyId < 7).toBe(false)
            items.set(storyId, 0)
          } else {
            expect(items.has(storyId) && !gone.has(storyId)).toBe(true)
          }
          if (type === 'split') move(items, change.fromStoryId, storyId, change.itemIds.length)
          else if (type !== 'merged') items.set(storyId, items.get(storyId)! + 1)
          else {
            const [kept, taken] = [items.get(storyId)!, items.get(change.fromStoryId)!]
            expect(kept > taken || (kept === taken && storyId < change.fromStoryId)).toBe(true)
            move(items, change.fromStoryId, storyId, taken)
            gone.add(change.fromStoryId)
          }
        }
      }),
    )
  })

  it('gives the same changes when stopped and restored anywhere', () => {
    fc.assert(
      fc.property(streams, fc.nat(), (stream, at) => {
        const items = inputs(stream)
        const cut = at % (items.length + 1)
        const straight = createClusterer({ settings: SETTINGS })
        const before = createClusterer({ settings: SETTINGS })
        const first = run(before, items.slice(0, cut))
        const after = restoreClusterer(keptParts(before.snapshot()), { settings: SETTINGS })
        const stopped = [...first, ...run(after, items.slice(cut))]
        expect(stopped).toEqual(run(straight, items))
        expect(memberships(after)).toBe(memberships(straight))
      }),
      { numRuns: 40 },
    )
  })

  it('writes receipts that bear out the decision', () => {
    fc.assert(
      fc.property(streams, (stream) => {
        for (const change of run(createClusterer({ settings: SETTINGS }), inputs(stream))) {
          const { rule, score, threshold, nearestItemId, runnerUp } = change.receipt
          expect(score >= 0 && score <= 1).toBe(true)
          if (change.type === 'created') expect(rule === 'opened' && score < threshold).toBe(true)
          else if (change.type === 'split') expect(rule === 'split' && score < threshold).toBe(true)
          else expect(score).toBeGreaterThanOrEqual(threshold)
          if (change.type === 'joined') expect(nearestItemId).not.toBe(undefined)
          if (change.type === 'joined') expect(runnerUp?.storyId).not.toBe(change.storyId)
        }
      }),
    )
  })

  it('does not change what it is given', () => {
    const item = Object.freeze({ ...clusterInput(1, 'A robot runs a marathon'), links: Object.freeze([]) })
    expect(() => createClusterer().assign(item)).not.toThrow()
  })
})

describe('links and copies', () => {
  const report = 'Regulator fines an operator of data centers over noise'

  it.each([
    ['the same address', { url: 'https://a.example/fine' }],
    ['a post that points to it', { form: 'post', pointsTo: 'https://a.example/fine' }],
    ['a post that links to it', { form: 'post', links: ['https://a.example/fine'] }],
    ['a submission of it', { form: 'submission', pointsTo: 'https://a.example/fine' }],
  ] as const)('joins by %s, whatever it says', (_, draft) => {
    const [story, other] = place([
      [report, { url: 'https://a.example/fine' }],
      ['Worth a read this morning', draft],
    ])
    expect(other).toBe(story)
  })

  it('lets an article that arrives later join the post that pointed to it', () => {
    const [story, other] = place([
      ['Worth a read this morning', { form: 'post', pointsTo: 'https://a.example/fine' }],
      [report, { url: 'https://a.example/fine' }],
    ])
    expect(other).toBe(story)
  })

  it.each([
    ['links of an article, which are background', { form: 'article', links: ['https://a.example/fine'] }],
    ['a front page', { form: 'post', pointsTo: 'https://a.example/' }],
    [
      'one link of many',
      {
        form: 'post',
        links: ['https://a.example/fine', 'https://b.example/1', 'https://b.example/2', 'https://b.example/3'],
      },
    ],
    ['a digest that links to it', { form: 'digest', links: ['https://a.example/fine'] }],
  ] as const)('does not join by %s', (_, draft) => {
    const [story, other] = place([
      [report, { url: 'https://a.example/fine' }],
      ['Worth a read this morning', draft],
    ])
    expect(other).not.toBe(story)
  })

  it.each([
    ['a front page', 'https://a.example/', false],
    ['a front page without a path', 'https://a.example', false],
    ['a page below it', 'https://a.example/fine', true],
    ['a page named by its number, as blogs have them', 'https://a.example/?p=123', true],
  ])('two posts meet by %s: %s, %s', (_, pointsTo, areTogether) => {
    const [story, other] = place([
      ['Worth a read this morning', { form: 'post', pointsTo }],
      ['Striking dockers close the harbour of Rotterdam', { form: 'post', pointsTo }],
    ])
    expect(story === other).toBe(areTogether)
  })

  const CHANGELOG = 'https://editor.example/changelog'
  const ENTRIES = [
    ['Quill 2.3.15', 'The remote server waits six seconds'],
    ['Quill 2.3.9', 'Terminals print faster, conversations can be shared again'],
    ['Quill 2.2.17', 'Reviews of pull requests for every subscriber'],
  ] as const

  it('parts the entries of a changelog, which have one address, by what they say', () => {
    const drafts = ENTRIES.map(
      ([title, text], day) => [title, { text, url: CHANGELOG, publisher: 'editor', hours: 24 * day }] as const,
    )
    expect(new Set(place(drafts)).size).toBe(3)
  })

  it('lets a page of several events lead to none of them', () => {
    const drafts = ENTRIES.map(([title, text]) => [title, { text, url: CHANGELOG, publisher: 'editor' }] as const)
    const stories = place([...drafts, ['Worth a read this morning', { form: 'post', pointsTo: CHANGELOG }]])
    expect(stories.slice(0, 3)).not.toContain(stories[3])
  })

  it('knows an article again that its publisher has in two feeds, and who points to it', () => {
    const article = { url: 'https://a.example/fine', publisher: 'a' }
    const [first, second, post] = place([
      [report, article],
      [report, article],
      ['Worth a read this morning', { form: 'post', pointsTo: 'https://a.example/fine' }],
    ])
    expect([second, post]).toEqual([first, first])
  })

  it('joins by the address of an article in a feed of somebody else', () => {
    const [story, other] = place([
      [report, { url: 'https://a.example/fine', publisher: 'a' }],
      ['Worth a read this morning', { url: 'https://a.example/fine', publisher: 'links' }],
    ])
    expect(other).toBe(story)
  })

  it('says which member a link leads to', () => {
    const clusterer = createClusterer()
    clusterer.assign(clusterInput(1, report, { url: 'https://a.example/fine' }))
    const [change] = clusterer.assign(
      clusterInput(2, 'Worth a read', { form: 'post', pointsTo: 'https://a.example/fine' }),
    )
    expect(change!.receipt).toMatchObject({ rule: 'link', nearestItemId: 1, threshold: 0 })
  })

  it('joins a copy under another headline by its text', () => {
    const text =
      'The agency fined the operator 2 million after neighbours measured 70 decibels at night for a year. The operator said it would install quieter fans and appeal the decision before the administrative court. Two more halls are planned on the site, where the town has asked for a wall.'
    const clusterer = createClusterer()
    clusterer.assign(clusterInput(1, report, { text }))
    const [change] = clusterer.assign(clusterInput(2, 'Seventy decibels', { text }))
    expect(change).toMatchObject({ type: 'joined', receipt: { rule: 'copy', nearestItemId: 1 } })
  })
})

describe('time', () => {
  const headline = 'Court stops the sale of a chip designer'

  it('joins within the window and opens a new story beyond it', () => {
    const [first, second, third] = place([[headline], [headline, { hours: 40 }], [headline, { hours: 40 + 73 }]])
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('goes by order alone where dates are missing', () => {
    const clusterer = createClusterer()
    const items = [1, 2].map((id) => ({ ...clusterInput(id, headline), url: undefined, at: undefined }))
    const [first, second] = items.map((item) => clusterer.assign(item)[0]!)
    expect(second).toMatchObject({ type: 'joined', storyId: first!.storyId })
    expect(second!.receipt.gapHours).toBe(undefined)
  })

  it('forgets stories beyond the window but not how rare their words were', () => {
    const clusterer = createClusterer({ settings: { keptItems: 10, mergeEveryItems: 5 } })
    for (let id = 1; id <= 1_200; id++) {
      clusterer.assign(clusterInput(id, `Report ${id * 7919} about subject ${id * 104729}`, { hours: id }))
    }
    const open = clusterer.stories().length
    expect(open).toBeLessThan(800)
    expect(clusterer.stories().at(-1)!.itemIds).toContain(1_200)
  })
})

describe('adopt', () => {
  it('takes an item into the story that is known, and numbers new stories above', () => {
    const clusterer = createClusterer()
    clusterer.adopt(clusterInput(1, 'Robot runs a marathon in Beijing'), 41)
    clusterer.adopt(clusterInput(2, 'Something else altogether'), 41)
    const [joined] = clusterer.assign(clusterInput(3, 'Beijing marathon: a robot runs'))
    const [created] = clusterer.assign(clusterInput(4, 'Court stops a merger'))
    expect(joined).toMatchObject({ type: 'joined', storyId: 41 })
    expect(created).toMatchObject({ type: 'created', storyId: 42 })
    expect(clusterer.stories()[0]).toEqual({ storyId: 41, itemIds: [1, 2, 3] })
  })

  it('numbers above what it is told, and never below what it gave', () => {
    const clusterer = createClusterer()
    clusterer.numberAfter(7)
    clusterer.numberAfter(3)
    expect(clusterer.assign(clusterInput(1, 'Court stops a merger'))[0]).toMatchObject({ storyId: 8 })
  })

  it('keeps a digest that was put into a story from drawing items to it', () => {
    const clusterer = createClusterer()
    clusterer.adopt(clusterInput(1, 'Court stops a merger'), 1)
    clusterer.adopt(clusterInput(2, 'Ten things: a robot runs a marathon in Beijing', { form: 'digest' }), 1)
    const [change] = clusterer.assign(clusterInput(3, 'A robot runs a marathon in Beijing'))
    expect(change!.type).toBe('created')
  })
})

describe('hostile input', () => {
  it.each([
    ['an empty title', ''],
    ['2 MB without a space', 'x'.repeat(2_000_000)],
    ['2 MB of numbers', '1,'.repeat(1_000_000)],
    ['2 MB of Chinese', '人工智能'.repeat(500_000)],
    ['names of object members', '__proto__ constructor toString hasOwnProperty'],
    ['lone surrogates', '\ud800\udc00\ud800 \udfff'],
  ])('reads %s', (_, title) => {
    const clusterer = createClusterer()
    const item = { id: 1, title, text: title, language: 'en', entityIds: ['__proto__'] }
    const startedAt = cpuMs()
    expect(clusterer.assign(item)[0]).toMatchObject({ type: 'created', storyId: 1 })
    expect(cpuMs() - startedAt).toBeLessThan(2_000)
  })

  it('places thousands of identical titles fast', () => {
    const clusterer = createClusterer()
    const startedAt = cpuMs()
    for (let id = 1; id <= 3_000; id++) {
      clusterer.assign({ ...clusterInput(id, 'Robot runs a marathon in Beijing', { hours: 1 }), url: undefined })
    }
    expect(clusterer.stories()).toHaveLength(1)
    expect(cpuMs() - startedAt).toBeLessThan(10_000)
  })

  it.each([
    ['no snapshot', [new TextEncoder().encode('hello')]],
    ['nothing', []],
    ['an empty part', [new Uint8Array(0)]],
    ['a cut-off one', [Buffer.concat(keptParts(createClusterer().snapshot())).subarray(0, 20)]],
  ])('refuses to restore %s', (_, parts) => {
    expect(() => restoreClusterer(parts)).toThrow(SnapshotError)
  })

  it('refuses a setting that is no number', () => {
    expect(() => createClusterer({ settings: { windowHours: Number.NaN } })).toThrow(RangeError)
  })
})

function move(items: Map<number, number>, from: number, into: number, count: number): void {
  items.set(from, items.get(from)! - count)
  items.set(into, items.get(into)! + count)
}
