import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import { DELIVERY_KINDS } from './post-types.ts'
import type { ContractPlace } from './testing/contract-store.ts'
import { openTwice } from './testing/open-twice.ts'
import {
  createdEvent,
  sampleCommit,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'

/** What every store must do with what operators decide, readers report and editions are sent. */
export function operatorContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  let other: Store
  openTwice(newPlace, (one, another) => {
    store = one
    other = another
  })

  describe("operators' acts", () => {
    test('wait in the order asked for, and are answered with what they change', async () => {
      const ids = [
        await store.operator.ask({ act: { type: 'pin', storyId: 1 }, reason: 'it matters', at: T0 }),
        await other.operator.ask({ act: { type: 'block', sourceId: 'a' }, reason: 'spam\0', at: T0 + 1 }),
      ]
      expect(ids).toEqual([1, 2])
      expect((await store.operator.acts({ state: 'waiting', limit: 9 })).map(({ id }) => id)).toEqual([1, 2])
      const source = { id: 'a', ruling: { blocked: 'spam' } }
      await store.commitStories(sampleCommit({ act: { id: 2, state: 'applied', answer: '', at: T0 + 2, source } }))
      expect(await store.operator.act(2)).toEqual({
        id: 2,
        act: { type: 'block', sourceId: 'a' },
        reason: 'spam\uFFFD',
        at: T0 + 1,
        state: 'applied',
        doneAt: T0 + 2,
        answer: '',
      })
      expect((await store.operator.acts({ state: 'waiting', limit: 9 })).map(({ id }) => id)).toEqual([1])
    })

    test('are answered once, and a commit that comes second stores nothing', async () => {
      await store.operator.ask({ act: { type: 'pin', storyId: 1 }, reason: 'r', at: T0 })
      const act = { id: 1, state: 'refused', answer: 'no', at: T0 } as const
      await store.commitStories(sampleCommit({ act }))
      const again = store.commitStories(sampleCommit({ act, cursor: 7 }))
      await expect(again).rejects.toThrow('answered before')
      expect((await store.engineState()).cursor).toBe(0)
    })

    test('that are done where they are asked for are kept with the sources that they brought', async () => {
      const act = { type: 'import', sourceIds: ['a', 'b'], tier: 2, kind: 'press' } as const
      const written = [
        { id: 'a', hash: '1' },
        { id: 'b', hash: '2' },
      ]
      const undo = { type: 'import', written } as const
      const revision = await other.sourcesRevision()
      const sources = ['a', 'b', 'c'].map((id) => sampleSource(id))
      expect(await store.operator.record({ act, reason: 'two newsrooms', at: T0, undo, sources })).toBe(1)
      expect(await other.operator.act(1)).toMatchObject({ act, undo, state: 'applied', doneAt: T0 })
      expect(await other.sourcesRevision()).not.toBe(revision)
      await store.operator.ask({ act: { type: 'undo', act: 1 }, reason: 'none', at: T0 })
      const answer = {
        id: 2,
        state: 'applied',
        answer: '',
        at: T0,
        undoes: 1,
        switchedOff: ['a', 'b', 'gone'],
      } as const
      await store.commitStories(sampleCommit({ act: answer }))
      expect((await other.sources()).map(({ id, isEnabled }) => [id, isEnabled])).toEqual([
        ['a', false],
        ['b', false],
        ['c', true],
      ])
      expect(await other.operator.act(1)).toMatchObject({ undoneBy: 2 })
    })

    test('keep what undoes them, and are undone once', async () => {
      const undo = { type: 'split', from: 1, into: 2 } as const
      for (let asked = 1; asked <= 3; asked++)
        await store.operator.ask({ act: { type: 'undo', act: 1 }, reason: 'r', at: T0 })
      const answer = (id: number, more: object) =>
        store.commitStories(sampleCommit({ act: { id, state: 'applied', answer: '', at: T0, ...more } }))
      await answer(1, { undo })
      expect(await store.operator.act(1)).toMatchObject({ undo })
      expect(await store.operator.act(1)).not.toHaveProperty('undoneBy')
      await answer(2, { undoes: 1 })
      await expect(answer(3, { undoes: 1 })).rejects.toThrow()
      expect(await store.operator.acts({ limit: 9 })).toMatchObject([
        { id: 3, state: 'waiting' },
        { id: 2, state: 'applied' },
        { id: 1, undo, undoneBy: 2 },
      ])
    })

    test('about sources are laid over the catalogue, which may be saved again', async () => {
      const save = () => store.saveSources([sampleSource('a'), sampleSource('b')])
      await save()
      await store.operator.ask({ act: { type: 'tier', sourceId: 'a', tier: 3 }, reason: 'r', at: T0 })
      const ruling = { tier: { tier: 3, reason: 'aggregates' }, blocked: 'spam' } as const
      const revision = await store.sourcesRevision()
      await store.commitStories(
        sampleCommit({ act: { id: 1, state: 'applied', answer: '', at: T0, source: { id: 'a', ruling } } }),
      )
      expect(await store.sourcesRevision()).not.toBe(revision)
      await save()
      const ruled = { tier: 3, tierReason: 'aggregates', isEnabled: false, countsAsIndependent: false }
      expect(await store.sources()).toMatchObject([ruled, { tier: 2, isEnabled: true }])
      expect(await store.sourcesById(['a'])).toMatchObject([ruled])
      expect((await store.healthOfSource('a', T0))!.source).toMatchObject(ruled)
    })

    test('leave rulings in the story, and pinned ones are found', async () => {
      await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'k1'), sampleDraft('a', 'k2')]))
      const rulings = {
        pinned: 'it matters',
        headline: 'Ours',
        sentences: [{ from: 'a', to: 'b' }],
        isFixed: true,
      } as const
      const commit = (more: object) =>
        store.commitStories(
          sampleCommit({
            stories: [sampleStory(1, 1, more), sampleStory(2, 2)],
            members: [sampleMember(1, 1), sampleMember(2, 2)],
          }),
        )
      const pinned = async () => (await store.listStories({ order: 'score', limit: 9, isPinned: true })).stories
      await commit({ rulings })
      expect((await pinned()).map(({ id, rulings }) => ({ id, rulings }))).toEqual([{ id: 1, rulings }])
      await commit({})
      expect(await pinned()).toEqual([])
    })

    test('that correct something are found in the log', async () => {
      const at = (type: 'corrected' | 'retracted' | 'joined' | 'reinstated', ago: number) => ({
        ...{ storyId: 1, type, at: T0 - ago },
        data: { reason: 'r' },
      })
      await store.commitStories(
        sampleCommit({
          events: [createdEvent(1, 1), at('corrected', 9), at('joined', 8), at('retracted', 7), at('reinstated', 6)],
        }),
      )
      const found = async (more: object) =>
        (await store.events({ isCorrecting: true, limit: 9, ...more })).map(({ seq }) => seq)
      expect(await found({})).toEqual([2, 4, 5])
      expect(await found({ newestFirst: true, limit: 2 })).toEqual([5, 4])
      expect(await found({ since: T0 - 9, until: T0 - 7 })).toEqual([2])
      const of = async (more: object) => (await store.events({ limit: 9, ...more })).map(({ seq }) => seq)
      expect(await of({ storyIds: [1, 9], types: ['joined', 'retracted'] })).toEqual([3, 4])
      expect(await of({ storyIds: [9], types: ['joined'] })).toEqual([])
    })
  })

  describe("readers' reports", () => {
    test('are kept until closed, and counted', async () => {
      const report = { sentence: 'It is.', note: 'It is not.', language: 'en' }
      for (const [index, storyId] of [4, 4, 5].entries())
        await store.reports.add({ ...report, storyId, at: T0 + index })
      expect(await store.reports.close(1)).toBe(true)
      expect(await store.reports.close(99)).toBe(false)
      expect(await store.reports.list({ isOpen: true, limit: 9 })).toEqual([
        { ...report, id: 3, storyId: 5, at: T0 + 2, isOpen: true },
        { ...report, id: 2, storyId: 4, at: T0 + 1, isOpen: true },
      ])
      expect((await store.reports.list({ isOpen: false, limit: 9 })).map(({ id }) => id)).toEqual([1])
      expect(await store.reports.count({ storyId: 4, isOpen: true })).toBe(1)
      expect(await store.reports.count({ isOpen: false })).toBe(1)
      expect(await store.reports.count({ since: T0 + 1 })).toBe(2)
    })
  })

  describe('what operators hold of two items', () => {
    test('is kept once a pair, in either order, and says where the items are now', async () => {
      await store.labels.judge({ itemIds: [900, 800], isSame: true, at: T0 })
      await store.labels.judge({ itemIds: [800, 900], isSame: false, at: T0 + 1 })
      expect(await other.labels.judgements()).toEqual([{ itemIds: [800, 900], isSame: false, at: T0 + 1 }])
      await expect(store.labels.judge({ itemIds: [7, 7], isSame: true, at: T0 })).rejects.toThrow(RangeError)
    })
  })

  describe("the operator's password and sessions", () => {
    test('a new password ends every session', async () => {
      expect(await store.admin.passwordHash()).toBeUndefined()
      await store.admin.setPasswordHash('one')
      const session = { tokenHash: 'h', csrf: 'c', createdAt: T0, usedAt: T0 }
      await store.admin.addSession(session)
      await store.admin.touchSession('h', T0 + 5)
      expect(await other.admin.session('h')).toEqual({ ...session, usedAt: T0 + 5 })
      await store.admin.setPasswordHash('two')
      expect(await other.admin.passwordHash()).toBe('two')
      expect(await store.admin.session('h')).toBeUndefined()
    })

    test('failures are counted by sender, and forgotten with time', async () => {
      for (const at of [1, 2, 3]) await store.admin.noteFailure('192.0.2.1', T0 + at)
      expect(await other.admin.loginFailures('192.0.2.1')).toEqual({ failures: 3, lastAt: T0 + 3 })
      expect((await store.admin.loginFailures('192.0.2.2')).failures).toBe(0)
      await store.admin.forgetBefore(T0 + 4)
      expect((await store.admin.loginFailures('192.0.2.1')).failures).toBe(0)
    })

    test('a secret is made once', async () => {
      const [one, two] = await Promise.all([store.admin.secret('forms'), other.admin.secret('forms')])
      expect(one).toMatch(/^[0-9a-f]{64}$/)
      expect(two).toBe(one)
      expect(await store.admin.secret('others')).not.toBe(one)
    })
  })

  describe('editions and their delivery', () => {
    test('the first edition of a day is kept', async () => {
      const edition = { date: '2026-03-02', timeZone: 'UTC', builtAt: T0, content: '{"a":1}' }
      expect(await store.editions.keep(edition)).toEqual(edition)
      expect(await other.editions.keep({ ...edition, content: 'other' })).toEqual(edition)
      expect(await store.editions.find('2026-03-02', 'Asia/Tokyo')).toBeUndefined()
      await store.editions.keep({ ...edition, date: '2026-03-03' })
      expect((await store.editions.latest('UTC', 1)).map(({ date }) => date)).toEqual(['2026-03-03'])
    })

    test('editions are found by their month, and the months beside it', async () => {
      const days = ['2025-12-31', '2026-02-01', '2026-02-28', '2026-03-01']
      for (const date of days) await store.editions.keep({ date, timeZone: 'UTC', builtAt: T0, content: date })
      await store.editions.keep({ date: '2026-01-05', timeZone: 'Asia/Tokyo', builtAt: T0, content: '' })
      const found = await store.editions.ofMonth('UTC', '2026-02')
      expect(found.map(({ content }) => content)).toEqual(['2026-02-28', '2026-02-01'])
      expect(await store.editions.monthsBeside('UTC', '2026-02')).toEqual({ before: '2025-12', after: '2026-03' })
      expect(await store.editions.monthsBeside('UTC', '2025-12')).toEqual({ before: undefined, after: '2026-02' })
      expect(await store.editions.ofMonth('UTC', '2026-01')).toEqual([])
    })

    test('an address is asked, confirmed and removed by its token', async () => {
      const wanted = { email: 'reader@mail.example', language: 'en', token: 't1', createdAt: T0 }
      await store.subscribers.ask(wanted)
      const again = await store.subscribers.ask({ ...wanted, token: 't2', language: 'ja' })
      expect(again).toMatchObject({ id: 1, token: 't1', language: 'ja', isConfirmed: false })
      expect(await store.subscribers.confirmed()).toEqual([])
      expect(await store.subscribers.confirm('nope')).toBeUndefined()
      expect(await store.subscribers.confirm('t1')).toMatchObject({ isConfirmed: true })
      await store.subscribers.ask({ ...wanted, email: 'late@mail.example', token: 't3' })
      expect(await store.subscribers.count()).toEqual({ confirmed: 1, waiting: 1 })
      await store.subscribers.forgetUnconfirmed(T0 + 1)
      expect(await store.subscribers.count()).toEqual({ confirmed: 1, waiting: 0 })
      expect([await store.subscribers.remove('t1'), await store.subscribers.remove('t1')]).toEqual([true, false])
    })

    test('a saved decision is replaced by its name and begins anew', async () => {
      const wanted = { name: 'ours', needs: '{}', target: 'https://a.example/', language: 'en', createdAt: T0 }
      await store.savedDecisions.save(wanted)
      const [first] = await other.savedDecisions.list()
      expect(first).toEqual({ ...wanted, alerts: 0, told: '' })
      await store.savedDecisions.noteTold(first!, 'an answer')
      expect(await other.savedDecisions.list()).toEqual([{ ...wanted, alerts: 1, told: 'an answer' }])
      await store.savedDecisions.save({ ...wanted, createdAt: T0 + 1 })
      await other.savedDecisions.noteTold(first!, 'of the one before')
      expect(await store.savedDecisions.list()).toEqual([{ ...first!, createdAt: T0 + 1 }])
      expect([await store.savedDecisions.remove('ours'), await other.savedDecisions.remove('ours')]).toEqual([
        true,
        false,
      ])
    })

    test('a saved search is kept apart from decisions of its name', async () => {
      const wanted = { name: 'ours', needs: '{"words":"chips"}', target: 'slack:https://a.example/', language: 'ja' }
      await store.savedSearches.save({ ...wanted, createdAt: T0 })
      await store.savedDecisions.save({ ...wanted, needs: '{}', createdAt: T0 })
      const [found] = await other.savedSearches.list()
      expect(found).toEqual({ ...wanted, createdAt: T0, alerts: 0, told: '' })
      await store.savedSearches.noteTold(found!, '[1]')
      expect(await other.savedSearches.list()).toMatchObject([{ alerts: 1, told: '[1]' }])
      expect(await store.savedSearches.remove('ours')).toBe(true)
      expect(await other.savedDecisions.list()).toMatchObject([{ needs: '{}', alerts: 0 }])
    })

    const taking = { kinds: DELIVERY_KINDS, leaseMs: MINUTE_MS, longestWaitMs: DAY_MS }

    test('what is taken is of the kinds asked for, and can be found by what it is', async () => {
      const wanted = { target: 'a', subject: 'search 1', body: '{}', createdAt: T0 }
      await store.deliveries.add([
        { ...wanted, kind: 'mail' },
        { ...wanted, kind: 'chat', createdAt: T0 + 1 },
      ])
      expect(await other.deliveries.take(T0 + 2, { ...taking, kinds: ['webhook'] })).toBeUndefined()
      expect(await other.deliveries.take(T0 + 2, { ...taking, kinds: ['chat'] })).toMatchObject({ kind: 'chat' })
      expect(await store.deliveries.find({ ...wanted, kind: 'mail' })).toMatchObject({ kind: 'mail', state: 'waiting' })
      expect(await store.deliveries.find({ ...wanted, kind: 'webhook' })).toBeUndefined()
    })

    test('what a clock that ran ahead put off is due once it is set right', async () => {
      const mail = (target: string, createdAt: number) =>
        ({ kind: 'mail', target, subject: 's', body: '{}', createdAt }) as const
      await store.deliveries.add([mail('soon', T0 + HOUR_MS), mail('ahead', T0 + 400 * DAY_MS)])
      const due = async () => (await other.deliveries.take(T0, taking))?.target
      expect([await due(), await due()]).toEqual(['ahead', undefined])
    })

    test('a target gets a subject once, one process at a time', async () => {
      const wanted = { kind: 'mail', target: 'a@mail.example', subject: 'brief 1', body: '{}', createdAt: T0 } as const
      expect(await store.deliveries.add([wanted, { ...wanted, target: 'b@mail.example' }])).toBe(2)
      expect(await other.deliveries.add([wanted])).toBe(0)
      const taken = await Promise.all([store.deliveries.take(T0, taking), other.deliveries.take(T0, taking)])
      // Who waits for the other's row may go without; nobody gets one that another has.
      taken.push(await store.deliveries.take(T0, taking), await other.deliveries.take(T0, taking))
      expect(taken.flatMap((each) => each?.id ?? []).sort()).toEqual([1, 2])
      expect(await store.deliveries.take(T0 + 1, taking)).toBeUndefined()
      await store.deliveries.settle(1, { state: 'dead', nextAt: T0, lastError: 'refused', attempts: 8 })
      await store.deliveries.settle(2, { state: 'sent', nextAt: T0, lastError: '', attempts: 1 })
      expect(await store.deliveries.count()).toEqual({ waiting: 0, sent: 1, dead: 1 })
      expect(await store.deliveries.list('dead', 9)).toMatchObject([{ id: 1, lastError: 'refused', attempts: 8 }])
      await store.deliveries.revive(1, T0 + HOUR_MS)
      expect(await store.deliveries.take(T0 + HOUR_MS, taking)).toMatchObject({ id: 1, attempts: 0 })
      await store.deliveries.forgetSent(T0 + 1)
      expect((await store.deliveries.count()).sent).toBe(0)
    })
  })
}
