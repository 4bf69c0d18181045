import type { Instant } from '../../lib/instant.ts'
import { languageAmong } from '../../lib/language-among.ts'
import type { ActType, StoredAct } from '../../store/operator-types.ts'
import type { Store } from '../../store/types.ts'
import { sourceNames } from './source-names.ts'

/** A correction, made by an operator's act or by the source itself. */
export interface Correction {
  /** `act-12` or `event-34`. */
  readonly id: string
  readonly at: Instant
  readonly what: ActType | 'corrected' | 'retracted' | 'reinstated'
  readonly storyId?: number
  readonly headline?: string
  /** BCP 47 tag of the headline's language. */
  readonly headlineLanguage?: string
  readonly sourceId?: string
  readonly sourceName?: string
  /** For an import: its first sources, and the number of the others. */
  readonly sources?: {
    readonly named: readonly { readonly id: string; readonly name: string }[]
    readonly more: number
  }
  /** The operator's reason; empty for a correction by a source. */
  readonly reason: string
  /** The published sentence that was withdrawn. */
  readonly sentence?: string
  /** BCP 47; the language of the story's coverage that fits the sentence's script. */
  readonly sentenceLanguage?: string
  /** For an act that undid another: id and type of the undone act. */
  readonly undoes?: { readonly id: string; readonly what: ActType }
  /** Id of the act that has since undone it: `act-15`. */
  readonly undoneBy?: string
}

export interface CorrectionsView {
  readonly page: 'corrections'
  readonly corrections: readonly Correction[]
}

/** Maximum number of corrections on the page and in its feeds; the log holds all of them. */
const MOST_SHOWN = 60

/** Maximum number of events read: one act can cause some hundreds, which are left out here, as the act stands for them. */
const MOST_READ = 2_000

/** Maximum number of sources named for an import, which may have added a thousand. */
export const MOST_SOURCES_NAMED = 5

/** Reads the latest corrections by operators and sources, newest first. */
export async function correctionsView(store: Store): Promise<CorrectionsView> {
  const [acts, events] = await Promise.all([
    store.operator.acts({ state: 'applied', limit: MOST_SHOWN }),
    store.events({ isCorrecting: true, newestFirst: true, limit: MOST_READ }),
  ])
  const byActs = await Promise.all(acts.map((act) => correctionBy(act, store)))
  const bySources = events
    .filter(({ data }) => data.act === undefined)
    .map(({ seq, storyId, type, at, data }): Correction => {
      const { sentence } = data
      const what = type as 'corrected' | 'retracted' | 'reinstated'
      return {
        id: `event-${seq}`,
        at,
        what,
        storyId,
        reason: '',
        sentence: sentence === undefined ? undefined : String(sentence),
      }
    })
  // Both lists are newest first, which their order keeps where instants are equal.
  const newest = [...byActs, ...bySources].sort((a, b) => b.at - a.at).slice(0, MOST_SHOWN)
  return { page: 'corrections', corrections: await withNames(newest, store) }
}

async function correctionBy(done: StoredAct, store: Store): Promise<Correction> {
  const { id, act, reason, doneAt, at, undoneBy } = done
  const common = { id: `act-${id}`, at: doneAt ?? at, what: act.type, reason }
  const undone = act.type === 'undo' ? await store.operator.act(act.act) : undefined
  if (undone) {
    return { ...common, ...subjectOf(undone), undoes: { id: `act-${undone.id}`, what: undone.act.type } }
  }
  const sentence = act.type === 'sentence' ? act.sentence : undefined
  return { ...common, sentence, ...subjectOf(done), ...(undoneBy !== undefined && { undoneBy: `act-${undoneBy}` }) }
}

function subjectOf({ act, answer }: StoredAct): Pick<Correction, 'storyId' | 'sourceId' | 'sources'> {
  if (act.type === 'undo') return {}
  if (act.type === 'import') {
    const named = act.sourceIds.slice(0, MOST_SOURCES_NAMED).map((id) => ({ id, name: id }))
    return { sources: { named, more: act.sourceIds.length - named.length } }
  }
  // The new story of a split is what readers look for.
  if (act.type === 'split' && /^\d+$/.test(answer)) return { storyId: Number(answer) }
  if ('sourceId' in act) return { sourceId: act.sourceId }
  return { storyId: 'storyId' in act ? act.storyId : act.into }
}

async function withNames(corrections: readonly Correction[], store: Store): Promise<readonly Correction[]> {
  const stories = await store.storiesNow(corrections.flatMap(({ storyId }) => storyId ?? []))
  const names = await sourceNames(
    store,
    corrections.flatMap(({ sourceId, sources }) => [
      ...(sourceId === undefined ? [] : [sourceId]),
      ...(sources?.named.map(({ id }) => id) ?? []),
    ]),
  )
  return corrections.map((each) => {
    const story = each.storyId === undefined ? undefined : stories.get(each.storyId)
    const sentenceLanguage = each.sentence && languageAmong(each.sentence, story?.coverage.languages ?? [])
    const sourceName = each.sourceId === undefined ? undefined : names[each.sourceId]
    return {
      ...each,
      ...(story && { headline: story.headline.text, headlineLanguage: story.headline.language }),
      ...(sentenceLanguage && { sentenceLanguage }),
      ...(sourceName !== undefined && { sourceName }),
      ...(each.sources && {
        sources: { ...each.sources, named: each.sources.named.map(({ id }) => ({ id, name: names[id] ?? id })) },
      }),
    }
  })
}
