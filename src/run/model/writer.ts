import type { Gazetteer } from '../../entity/types.ts'
import { HOUR_MS, type Instant } from '../../lib/instant.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import { assessCoverage } from '../../story/coverage.ts'
import type { StoryItem } from '../../story/types.ts'
import { type CheckedDraft, checkDraft, checkRepaired, modelSummary } from '../../summary/model/check-draft.ts'
import { DRAFT_SCHEMA, type ModelDraft, REPAIR_SCHEMA } from '../../summary/model/draft-schema.ts'
import { modelInput } from '../../summary/model/input.ts'
import { repairPrompt, summaryPrompt } from '../../summary/model/prompt.ts'
import type { ModelInput } from '../../summary/model/types.ts'
import { ItemReader } from '../item-reader.ts'
import { reservedSources } from '../reserved-sources.ts'
import type { ModelAnswer } from './ask.ts'
import type { OnHealth } from './health-notes.ts'
import { askOnLedger, type LedgerOptions } from './ledger.ts'
import { ProviderWatch } from './provider-watch.ts'
import { SetBack } from './set-back.ts'
import { translate, translationTask } from './translate.ts'

/** Number of top stories by score that are written about; few readers see the others. */
const MOST_STORIES = 60
const MAX_OUTPUT_TOKENS = 1_500
/** Number of malformed answers after which an input is given up. */
const MOST_NONSENSE = 2
/** Maximum number of stories remembered as looked at. */
const MOST_REMEMBERED = 5_000

export interface WriterOptions extends LedgerOptions {
  readonly gazetteer: Gazetteer
  readonly windowHours: number
  readonly random: () => number
  readonly onHealth?: OnHealth
  /** Returns unpredictable letters and digits, to delimit texts in a prompt. */
  readonly newBoundary: () => string
}

/** The result of one step. */
export type WriterStep = 'wrote' | 'idle' | 'resting' | 'over-budget'

interface Task {
  readonly storyId: number
  readonly input: ModelInput
  readonly items: readonly StoryItem[]
}

/** Has a model write summaries of the top stories, one at a time. It publishes nothing itself: the story step does. */
export class ModelWriter {
  readonly #options: WriterOptions
  readonly #reader: ItemReader
  readonly #watch: ProviderWatch
  readonly #lookedAt = new Map<number, number>()
  readonly #nonsense = new Map<string, number>()
  readonly #setBack = new SetBack()

  constructor(options: WriterOptions) {
    this.#options = options
    this.#reader = new ItemReader(options.store, options.gazetteer)
    this.#watch = new ProviderWatch(options)
  }

  /** Makes the next requested translation, or else the next summary needed, if the model may be asked now. */
  async step(): Promise<WriterStep> {
    const now = this.#options.now()
    if (this.#watch.isResting(now)) return 'resting'
    const asked = await this.#options.store.translations.nextAsked()
    // First, as a reader waits for it, unless it has failed before.
    if (asked && this.#setBack.times(keyOf(asked)) === 0) return this.#translate(asked)
    const task = await this.#nextTask(now)
    if (task && (!asked || this.#setBack.times(task.input.hash) === 0)) return this.#write(task)
    return asked ? this.#translate(asked) : 'idle'
  }

  async #translate(asked: StoredTranslation): Promise<WriterStep> {
    const { store, gazetteer, choice, now } = this.#options
    const { storyId, language } = asked
    const input = await translationTask({ store }, asked)
    if (!input) {
      await store.translations.remove(storyId, language)
      return 'wrote'
    }
    const answer = await translate({ ...this.#options, gazetteer }, asked, input)
    const stop = await this.#watch.judge(answer)
    if (stop === undefined) {
      this.#setBack.answer(keyOf(asked))
      return 'wrote'
    }
    const isHopeless =
      stop === 'nonsense' ? this.#isEnough(input.hash) : stop === 'resting' && this.#isFailing(answer, keyOf(asked))
    if (isHopeless) {
      const refused = { state: 'refused', texts: [], rules: ['incomplete'] } as const
      const made = { storyId, language, inputHash: input.hash, at: now(), model: choice.name }
      await store.translations.put({ ...made, ...refused })
    }
    return stop === 'over-budget' ? stop : 'resting'
  }

  async #nextTask(now: Instant): Promise<Task | undefined> {
    const { store, windowHours } = this.#options
    const since = now - windowHours * HOUR_MS
    const { stories } = await store.listStories({ order: 'score', since, limit: MOST_STORIES })
    if (this.#lookedAt.size > MOST_REMEMBERED) this.#lookedAt.clear()
    const unseen = stories.filter((story) => this.#lookedAt.get(story.id) !== story.revision)
    if (unseen.length === 0) return undefined
    // Read each time, so that a text that a publisher reserved a minute ago is not sent.
    const reserved = await reservedSources(store)
    let setBack: Task | undefined
    const timesOf = ({ input }: Task) => this.#setBack.times(input.hash)
    for (const story of unseen) {
      const task = await this.#taskOf(story, reserved)
      if (task === undefined) this.#lookedAt.set(story.id, story.revision)
      else if (timesOf(task) === 0) return task
      else if (setBack === undefined || timesOf(task) < timesOf(setBack)) setBack = task
    }
    return setBack
  }

  /** @returns undefined if there is nothing to write or it was already written */
  async #taskOf({ id, byModel }: StoryRecord, reserved: ReadonlySet<string>): Promise<Task | undefined> {
    const { store } = this.#options
    const found = await store.story(id)
    if (found?.type !== 'story') return undefined
    if (!found.members.every(({ item }) => this.#reader.knowsPublisher(item.sourceId)))
      await this.#reader.loadPublishers()
    const items = found.members.map(({ item }) => this.#reader.storyItem(item))
    const receipts = new Map(found.members.map(({ itemId, receipt }) => [itemId, receipt]))
    const input = modelInput(assessCoverage(items, receipts).members, reserved)
    if (!input || byModel?.inputHash === input.hash || (await store.models.hasAnswered(id, input.hash)))
      return undefined
    return { storyId: id, input, items }
  }

  async #write(task: Task): Promise<WriterStep> {
    const { newBoundary } = this.#options
    const prompt = summaryPrompt(task.input, newBoundary())
    const about = { storyId: task.storyId, inputHash: task.input.hash, maxOutputTokens: MAX_OUTPUT_TOKENS }
    const answer = await askOnLedger(this.#options, { ...about, purpose: 'summary', prompt, schema: DRAFT_SCHEMA })
    const stop = await this.#watch.judge(answer)
    if (stop === 'nonsense' && this.#isEnough(task.input.hash)) await this.#letBe(task)
    if (stop === 'resting' && this.#isFailing(answer, task.input.hash)) await this.#letBe(task)
    if (stop !== undefined || !answer?.output) return stop === 'over-budget' ? stop : 'resting'
    this.#setBack.answer(task.input.hash)
    const checked = await this.#checked(task, answer.output)
    await this.#offer(task, answer.output, checked)
    return 'wrote'
  }

  /** Checks a draft; gives the model one chance to repair the parts that fail. */
  async #checked({ storyId, input, items }: Task, draft: ModelDraft): Promise<CheckedDraft> {
    const { gazetteer, newBoundary } = this.#options
    const checked = checkDraft(draft, input, items, { gazetteer })
    if (checked.failed.length === 0) return checked
    const prompt = repairPrompt(input, checked.failed, newBoundary())
    const call = {
      purpose: 'repair',
      storyId,
      prompt,
      schema: REPAIR_SCHEMA,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
    } as const
    const answer = await askOnLedger(this.#options, call)
    if (answer?.failure) await this.#watch.judge(answer)
    if (!answer?.output) return checked
    return checkRepaired(draft, checked, answer.output, input, items, { gazetteer })
  }

  async #offer({ storyId, input }: Task, draft: ModelDraft, checked: CheckedDraft): Promise<void> {
    const { store, choice, now } = this.#options
    const at = now()
    const summary = modelSummary(checked, { model: choice.name, writtenAt: at, kind: draft.kind }, input)
    await store.models.offer({ storyId, inputHash: input.hash, at, ...(summary && { summary }) })
  }

  /** Gives up a story whose calls fail for reasons that are more likely its own than the provider's. */
  async #letBe({ storyId, input }: Task): Promise<void> {
    await this.#options.store.models.offer({ storyId, inputHash: input.hash, at: this.#options.now() })
  }

  /** Notes a failed call. @returns whether its task should be given up; never for being asked too often */
  #isFailing(answer: ModelAnswer<unknown> | undefined, key: string): boolean {
    return answer?.failure?.outcome !== 'rate-limited' && this.#setBack.fail(key)
  }

  /** Counts a nonsense answer. @returns whether its input should be given up */
  #isEnough(inputHash: string): boolean {
    const times = (this.#nonsense.get(inputHash) ?? 0) + 1
    this.#nonsense.set(inputHash, times)
    if (times < MOST_NONSENSE) return false
    this.#nonsense.delete(inputHash)
    return true
  }
}

/** Identifies a translation among the tasks that failed. */
function keyOf({ storyId, language }: StoredTranslation): string {
  return `${storyId} ${language}`
}
