import type { Gazetteer } from '../entity/types.ts'
import type { Atlas } from '../hub/atlas-types.ts'
import type { Instant } from '../lib/instant.ts'
import type { ImportedAs, OpmlImport } from '../source/opml-import.ts'
import type { Store } from '../store/types.ts'
import type { Subscription } from '../store/web-sub-types.ts'
import type { UiLanguage } from './messages.ts'

/** An OPML list that cannot be taken: it is none, or what would come of it cannot be kept. Why is said in English. */
export interface RefusedImport {
  readonly problem: 'noOpml' | 'failed'
  readonly detail: string
}

/** What an operator does with lists of feeds; none of it holds up pages. */
export interface FeedImporting {
  /** Says what following a list would do, and does nothing. */
  preview(opml: Uint8Array): Promise<OpmlImport | RefusedImport>
  /** Follows the feeds of a list. @returns what was done, and the number of the act that undoes it where anything was */
  add(
    opml: Uint8Array,
    as: ImportedAs,
    asked: { readonly reason: string; readonly at: Instant },
  ): Promise<(OpmlImport & { readonly act?: number }) | RefusedImport>
}

/** How reading goes, as the status page and every page's head line say it. */
export interface PipelineStatus {
  /** `running`; `offline`: nothing outside answers, and we keep trying; `none`: this process serves pages only. */
  readonly polling: 'running' | 'offline' | 'none'
  readonly startedAt: Instant
  readonly offlineSince?: Instant
  /** The fault in words, shown as it is: "the name service does not answer". */
  readonly offlineReason?: string
  /** Since when the disk of the database has no room: what is read is not stored. */
  readonly diskFullSince?: Instant
  /** The newest time since the start in which nothing was read: the machine slept, or its clock was set. */
  readonly gap?: { readonly from: Instant; readonly until: Instant }
  /** Feeds asked at least once since the start, and all feeds that are switched on. */
  readonly feedsTried: number
  readonly feedsTotal: number
  readonly version: string
}

/** One constant in force, for the methods page. */
export interface MethodFigure {
  readonly name: string
  readonly value: number | string
  readonly unit?: string
  /** Of a stream's errors: percent of an event that stands in other stories; the value is what in a story is of another event. */
  readonly missingPercent?: number
  /** The value as shipped, where an operator can set another. */
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
  /** What the beat says below the name of the site; the English one where a language has none. */
  readonly tagline?: Readonly<Partial<Record<UiLanguage, string>>>
  /** Its sources and stories are invented, and every page says so. */
  readonly isDemo?: boolean
  /** Whether places are compared as hubs. Default: they are. */
  readonly hasHubs?: boolean
  /** Public address without a slash at the end; undefined: the address of the request. */
  readonly baseUrl?: string
  /** IANA name: days begin and times are shown in it. */
  readonly timeZone: string
  /** How far back the front page looks. */
  readonly windowHours: number
  /** Interface language where the reader asks for none that we have. */
  readonly defaultLanguage: UiLanguage
  /** The operator's weights of the rank, as in the address of the front page; empty: the shipped ones. */
  readonly weights?: string
  /** The model that writes summaries, as its setting names it; undefined: none. */
  readonly model?: string
  /** The embedding model, and what its health is kept under; undefined: none. */
  readonly embedding?: { readonly name: string; readonly healthKey: string }
  /** Under which others may use what this site makes of its sources; undefined: none is stated. */
  readonly dataLicence?: string
  /** Bytes that polls may bring in a day (UTC); 0 or undefined: any. */
  readonly dailyBudgetBytes?: number
  /** No edition is kept before: the day of the demo takes two minutes. Undefined: no such time. */
  readonly editionsFrom?: Instant
  /** Whether readers can ask for the brief by mail. */
  readonly sendsMail?: boolean
  /** The database cannot be written: nothing is offered that would have to be. */
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
   * Calls back after each commit that wrote story events, so that open pages learn of them at once.
   * Without it the log is asked once a second while a page listens.
   *
   * @returns stops the calls
   */
  readonly onEvents?: (listener: () => void) => () => void
  /** Takes what hubs deliver, where this process polls. @returns whether it is stored */
  readonly webSub?: {
    readonly maxBodyBytes: number
    deliver(
      subscription: Subscription,
      body: { readonly bytes: Uint8Array; readonly contentType?: string },
    ): Promise<boolean>
  }
  /** Takes in lists of feeds, where this process reads them. Undefined where it only serves. */
  readonly importing?: FeedImporting
  /** Learns of every fault that became an error page, with the number the reader was shown. */
  readonly onFault?: (fault: unknown, reference: string) => void
}
