import type { Atlas, Reading } from '../../hub/atlas-types.ts'
import { tripToMarket } from '../../hub/decide/cells.ts'
import { gatherClaims, gatherEvidence, type SaidTogether, type ToldEvidence } from '../../hub/evidence/same-said.ts'
import type { Stance } from '../../hub/evidence/types.ts'
import type { Hub, Indicator, Observation } from '../../hub/types.ts'
import type { Instant } from '../../lib/instant.ts'
import { endTurnIfLong } from '../../lib/turn.ts'
import type { FacetCount, StoredClaim } from '../../store/evidence-types.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { SiteDeps } from '../deps.ts'
import type { Hiding, ListWords } from '../hidden/hiding.ts'
import { type SourceNames, sourceNames } from './source-names.ts'

/** Maximum number of statements shown per facet, and of the newest evidence lines that they are grouped from. */
const SHOWN_A_FACET = 6
const LINES_A_FACET = 40
const CLAIMS_SHOWN = 8
const CLAIMS_READ = 40
const STORIES_SHOWN = 5

export interface HubsView {
  readonly page: 'hubs'
  readonly hubs: readonly {
    readonly hub: string
    readonly readings: Readonly<Record<string, Reading>>
    readonly evidence: number
    readonly newestAt?: Instant
  }[]
}

/** Reads the list of hubs with their indicators and amount of evidence. */
export async function hubsView({ store, atlas }: SiteDeps): Promise<HubsView> {
  const counts = await Promise.all(atlas.hubs.map(({ id }) => store.evidence.counts(id)))
  return {
    page: 'hubs',
    hubs: atlas.hubs.map(({ id }, index) => ({
      hub: id,
      readings: readingsOf(atlas.indicators, (indicator) => atlas.reading(id, indicator)),
      evidence: counts[index]!.reduce((sum, { evidence }) => sum + evidence, 0),
      newestAt: counts[index]!.reduce<Instant | undefined>(
        (last, { newestAt }) => Math.max(last ?? 0, newestAt),
        undefined,
      ),
    })),
  }
}

function readingsOf(
  indicators: readonly Indicator[],
  read: (id: string) => Reading | undefined,
): Record<string, Reading> {
  return Object.fromEntries(
    indicators.flatMap(({ id }) => {
      const reading = read(id)
      return reading ? [[id, reading] as const] : []
    }),
  )
}

/** One indicator of a dossier: its current reading, its history and its forecasts. */
export interface DossierIndicator {
  readonly indicator: string
  readonly reading?: Reading
  /** Past observations by the reading's source, oldest first; empty where there is only one. */
  readonly series: readonly Observation[]
  readonly forecasts: readonly Observation[]
}

/** Network round trip from a hub to a market. */
export type MarketRoundTrip = ReturnType<typeof tripToMarket> & { readonly market: string }

export interface DossierFacet {
  readonly facet: string
  /** Round trips to every market, for the facet that has them; empty for the others and for regions. */
  readonly roundTrips: readonly MarketRoundTrip[]
  readonly evidence: readonly SaidTogether<ToldEvidence>[]
  /** Number of stories with evidence here that hidden words hide. */
  readonly hidden: number
  readonly count?: FacetCount
  /** Evidence counts of the regions that contain the hub; the page links to that evidence and does not copy it. */
  readonly inherited: readonly { readonly region: string; readonly count: FacetCount }[]
  readonly indicators: readonly DossierIndicator[]
}

/** What a page of hubs leaves out by hidden words, in its lists and in its evidence. */
interface HiddenStories extends ListWords {
  readonly hiddenStories: readonly StoryRecord[]
}

interface Reader {
  /** Preferred where several languages tell the same. */
  readonly language: string
  readonly hiding: Hiding
}

export interface HubView extends HiddenStories {
  readonly page: 'hub'
  readonly hub: string
  readonly facets: readonly DossierFacet[]
  readonly claims: readonly SaidTogether<StoredClaim>[]
  readonly stories: readonly StoryRecord[]
  /** Names of the sources of the evidence and claims. */
  readonly sources: SourceNames
  /** Indicators without a value and facets without evidence. */
  readonly missing: { readonly indicators: readonly string[]; readonly facets: readonly string[] }
}

/**
 * Reads a hub's dossier: every facet in order, with its evidence and indicators, and what is missing.
 *
 * @returns undefined for an unknown hub
 */
export async function hubView(deps: SiteDeps, id: string, { language, hiding }: Reader): Promise<HubView | undefined> {
  const { store, atlas } = deps
  const hub = atlas.hub(id)
  if (!hub) return undefined
  const { isShown } = hiding
  const regions = hub.parents.filter((parent) => atlas.hub(parent)?.isRegion)
  const ofRegions = await Promise.all(regions.map((region) => store.evidence.counts(region)))
  const [counts, claims, { stories: listed }, ...lines] = await Promise.all([
    store.evidence.counts(id),
    store.evidence.claimsOfHub({ hub: id, limit: CLAIMS_READ }),
    store.listStories({ hub: id, state: 'published', order: 'newest', limit: STORIES_SHOWN, isShown }),
    ...atlas.facets.map((facet) =>
      facet.isGuide ? [] : store.evidence.ofHub({ hub: id, facet: facet.id, limit: LINES_A_FACET }),
    ),
  ])
  const told = await toldBy([...claims, ...lines.flat()], store, hiding)
  const countOf = new Map(counts.map((each) => [each.facet, each]))
  const tripFacet = atlas.indicators.find(({ series }) => series === 'round-trips')?.facet
  const facets: DossierFacet[] = []
  for (const [index, facet] of atlas.facets.entries()) {
    await endTurnIfLong()
    facets.push({
      facet: facet.id,
      roundTrips: facet.id === tripFacet ? roundTripsOf(hub, atlas) : [],
      evidence: gatherEvidence((lines[index] ?? []).filter(told.isShown), language).slice(0, SHOWN_A_FACET),
      hidden: told.hiddenAmong(lines[index] ?? []).length,
      count: countOf.get(facet.id),
      inherited: regions.flatMap((region, at) =>
        ofRegions[at]!.filter((count) => count.facet === facet.id).map((count) => ({ region, count })),
      ),
      indicators: atlas.indicators
        .filter((each) => each.facet === facet.id && each.series !== 'round-trips')
        .map((each) => dossierIndicator(deps, id, each)),
    })
  }
  const shownClaims = gatherClaims(claims.filter(told.isShown), language).slice(0, CLAIMS_SHOWN)
  const said = [...facets.flatMap(({ evidence }) => evidence), ...shownClaims]
  return {
    page: 'hub',
    hub: id,
    facets,
    claims: shownClaims,
    sources: await sourceNames(store, sourcesOf(said)),
    stories: listed.filter(isShown),
    hiddenStories: [
      ...listed.filter((story) => !isShown(story)),
      ...told.hiddenAmong([...claims, ...lines.flat()]).filter(({ id }) => !listed.some((story) => story.id === id)),
    ],
    missing: {
      indicators: facets.flatMap((each) =>
        each.indicators.filter(({ reading }) => !reading).map(({ indicator }) => indicator),
      ),
      facets: atlas.facets.filter((each) => !each.isGuide && !countOf.has(each.id)).map((each) => each.id),
    },
  }
}

type Told = { readonly storyId: number }

/** Looks up the stories that tell of something, for readers who do not want to see some of them. */
async function toldBy(lines: readonly Told[], store: SiteDeps['store'], { words, isShown }: Hiding) {
  const ids = words.length === 0 ? [] : [...new Set(lines.map(({ storyId }) => storyId))]
  const stories = await store.storiesNow(ids)
  const hidden = new Map([...stories].filter(([, story]) => !isShown(story)))
  return {
    isShown: ({ storyId }: Told) => !hidden.has(storyId),
    /** Returns the hidden stories that tell these lines, each once. */
    hiddenAmong: (told: readonly Told[]): readonly StoryRecord[] => [
      ...new Map(told.flatMap(({ storyId }) => hidden.get(storyId) ?? []).map((story) => [story.id, story])).values(),
    ],
  }
}

function roundTripsOf(hub: Hub, atlas: Atlas): readonly MarketRoundTrip[] {
  if (hub.isRegion) return []
  return atlas.markets.map((market) => ({ market: market.id, ...tripToMarket(hub, market, atlas) }))
}

function sourcesOf(said: readonly SaidTogether<{ readonly sourceId: string }>[]): readonly string[] {
  return said.flatMap(({ lead, also }) => [lead, ...also].map(({ sourceId }) => sourceId))
}

function dossierIndicator({ atlas }: SiteDeps, hub: string, { id }: Indicator): DossierIndicator {
  const reading = atlas.reading(hub, id)
  const all = atlas.observations(hub, id)
  const past = all.filter(({ method }) => method !== 'forecast')
  return {
    indicator: id,
    reading,
    series: past
      .filter(
        ({ source }) => past.length > 1 && (reading?.observation.source === source || reading?.others.length === 0),
      )
      .reverse(),
    forecasts: all.filter(({ method }) => method === 'forecast'),
  }
}

export interface CompareView extends HiddenStories {
  readonly page: 'compare'
  readonly hubs: readonly string[]
  readonly indicators: readonly { readonly indicator: string; readonly readings: readonly (Reading | undefined)[] }[]
  /** Names of the sources of the evidence. */
  readonly sources: SourceNames
  /** The two newest statements for and the two against, by facet, then hub. */
  readonly evidence: readonly {
    readonly facet: string
    readonly sides: readonly {
      readonly hub: string
      readonly inFavour: readonly SaidTogether<ToldEvidence>[]
      readonly against: readonly SaidTogether<ToldEvidence>[]
    }[]
  }[]
}

/** @param hubs ids of two to six different known hubs */
export async function compareView(
  { store, atlas }: SiteDeps,
  hubs: readonly string[],
  { language, hiding }: Reader,
): Promise<CompareView> {
  const facets = atlas.facets.filter(({ isGuide }) => !isGuide)
  const all = await Promise.all(hubs.map((hub) => store.evidence.ofHub({ hub, limit: 200 })))
  const told = await toldBy(all.flat(), store, hiding)
  const lines = all.map((each) => each.filter(told.isShown))
  const evidence: CompareView['evidence'][number][] = []
  for (const { id } of facets) {
    await endTurnIfLong()
    const sides = hubs.map((hub, index) => {
      const own = lines[index]!.filter(({ facet }) => facet === id)
      const newest = (stances: readonly Stance[]) =>
        gatherEvidence(
          own.filter(({ stance }) => stances.includes(stance)),
          language,
        ).slice(0, 2)
      return { hub, inFavour: newest(['strength', 'plan']), against: newest(['constraint']) }
    })
    evidence.push({ facet: id, sides })
  }
  const said = evidence.flatMap(({ sides }) => sides.flatMap(({ inFavour, against }) => [...inFavour, ...against]))
  return {
    page: 'compare',
    hubs,
    hiddenStories: told.hiddenAmong(all.flat()),
    sources: await sourceNames(store, sourcesOf(said)),
    indicators: atlas.facets
      .flatMap((facet) => atlas.indicators.filter((each) => each.facet === facet.id))
      .filter(({ series }) => series !== 'round-trips')
      .map(({ id }) => ({ indicator: id, readings: hubs.map((hub) => atlas.reading(hub, id)) })),
    evidence: evidence.filter(({ sides }) => sides.some((side) => side.inFavour.length + side.against.length > 0)),
  }
}

/** The comparison page before hubs are chosen. */
export interface CompareFormView {
  readonly page: 'compareForm'
  readonly isUnknown: boolean
}
