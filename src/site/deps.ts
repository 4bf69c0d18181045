import type { Gazetteer } from '../entity/types.ts'
import type { Atlas } from '../hub/atlas-types.ts'
import type { Instant } from '../lib/instant.ts'
import type { ImportedAs, OpmlImport } from '../source/opml-import.ts'
import type { Store } from '../store/types.ts'
import type { Subscription } from '../store/web-sub-types.ts'
import type { UiLanguage } from './messages.ts'

/** A rejected OPML import: the file is not OPML, or its feeds could not be stored. `detail` is in English. */
export interface RefusedImport {
  readonly problem: 'noOpml' | 'failed'
  readonly detail: string
}

/** Operator's import of feed lists; runs without delaying page requests. */
export interface FeedImporting {
  /** Returns what an import would do, without doing it. */
  preview(opml: Uint8Array): Promise<OpmlImport | RefusedImport>
  /**
   * Adds the feeds of a list to the sources.
   *
   * @returns what was done; `act` is the number of the act to undo, if anything was added
   */
  add(
    opml: Uint8Array,
    as: ImportedAs,
    asked: { readonly reason: string; readonly at: Instant },
  ): Promise<(OpmlImport & { readonly act?: number }) | RefusedImport>
}

/** State of feed polling, as the status page and every page header show it. */
export interface PipelineStatus {
  /** `offline`: no host answers, and polling keeps trying; `none`: this process only serves pages. */
  readonly polling: 'running' | 'offline' | 'none'
  readonly startedAt: Instant
  readonly offlineSince?: Instant
  /** The fault in words, shown verbatim: "the name service does not answer". */
  readonly offlineReason?: string
  /** When the database's disk became full. Until it has room again, nothing is stored. */
  readonly diskFullSince?: Instant
  /** The latest interval since the start in which nothing was read: the machine slept, or its clock was set. */
  readonly gap?: { readonly from: Instant; readonly until: Instant }
  /** Number of feeds polled at least once since the start, and of all enabled feeds. */
  readonly feedsTried: number
  readonly feedsTotal: number
  readonly version: string
}

/** One constant as currently configured, for the methods page. */
export interface MethodFigure {
  readonly name: string
  readonly value: number | string
  readonly unit?: string
  /** For clustering errors: percentage of an event that is in other stories. `value` is the percentage of a story from other events. */
  readonly missingPercent?: number
  /** The default value, where an operator can set another. */
  readonly shipped?: number
  /** Why this value, in English: the measurement behind it. */
  readonly why?: string
}

/** Tables of the methods page: the clusterer's constants, its measured errors, the schedule. */
export type MethodTableId = 'stories' | 'story-errors' | 'polling'

/** A named group of figures. */
export interface MethodTable {
  readonly id: MethodTableId
  readonly figures: readonly MethodFigure[]
}

export interface SiteSettings {
  readonly title: string
  /** Text of the beat below the site's name, by language; English is the fallback. */
  readonly tagline?: Readonly<Partial<Record<UiLanguage, string>>>
  /** Whether sources and stories are invented; every page then says so. */
  readonly isDemo?: boolean
  /** Whether the site compares places as hubs. Default: true. */
  readonly hasHubs?: boolean
  /** Public base URL without a trailing slash; undefined: the origin of the request. */
  readonly baseUrl?: string
  /** IANA time zone in which days begin and times are shown. */
  readonly timeZone: string
  /** Hours back that the front page covers. */
  readonly windowHours: number
  /** Interface language for readers who request none of the available ones. */
  readonly defaultLanguage: UiLanguage
  /** The operator's rank weights, in the form of the front page's `weights` parameter; empty: the defaults. */
  readonly weights?: string
  /** Name of the model that writes summaries, as in its setting; undefined: none. */
  readonly model?: string
  /** The embedding model, and the key of its health record; undefined: none. */
  readonly embedding?: { readonly name: string; readonly healthKey: string }
  /** Licence under which others may use what this site makes of its sources; undefined: none is stated. */
  readonly dataLicence?: string
  /** Maximum bytes fetched by polls per day (UTC); 0 or undefined: unlimited. */
  readonly dailyBudgetBytes?: number
  /** Time before which no edition is stored. The demo sets it, as it plays its day in two minutes. */
  readonly editionsFrom?: Instant
  /** Whether readers can ask for the brief by mail. */
  readonly sendsMail?: boolean
  /** Whether the database is read-only; everything that needs a write is then hidden or refused. */
  readonly isReadonly?: boolean
}

export interface SiteDeps {
  readonly store: Store
  readonly gazetteer: Gazetteer
  readonly atlas: Atlas
  readonly now: () => Instant
  readonly settings: SiteSettings
  readonly status: () => PipelineStatus
  readonly methods?: readonly MethodTable[]
  /**
   * Calls the listener after each commit that wrote story events, so that open pages update at once.
   * Without it, the log is polled once a second while a page listens.
   *
   * @returns a function that removes the listener
   */
  readonly onEvents?: (listener: () => void) => () => void
  /** Receives WebSub deliveries; `deliver` returns whether the content was stored. Undefined if this process does not poll. */
  readonly webSub?: {
    readonly maxBodyBytes: number
    deliver(
      subscription: Subscription,
      body: { readonly bytes: Uint8Array; readonly contentType?: string },
    ): Promise<boolean>
  }
  /** Imports feed lists. Undefined if this process only serves pages. */
  readonly importing?: FeedImporting
  /** Called for every fault while answering a request, with the reference that its error page shows, if it has one. */
  readonly onFault?: (fault: unknown, reference: string) => void
}
