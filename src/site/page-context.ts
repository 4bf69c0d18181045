import type { Gazetteer } from '../entity/types.ts'
import type { Atlas } from '../hub/atlas-types.ts'
import { nameIn, type UiNames } from '../hub/names.ts'
import type { Instant } from '../lib/instant.ts'
import type { PipelineStatus } from './deps.ts'
import type { Format } from './format.ts'
import type { Hiding } from './hidden/hiding.ts'
import type { Messages, UiLanguage } from './messages.ts'

export type Theme = 'light' | 'dark'

/** Everything a page needs besides its view: the reader's language and preferences, the site and its state. */
export interface PageContext {
  readonly m: Messages
  readonly f: Format
  readonly language: UiLanguage
  /** The site's language for readers who request none. */
  readonly defaultLanguage: UiLanguage
  /** Undefined: the system's theme. */
  readonly theme?: Theme
  readonly now: Instant
  readonly timeZone: string
  readonly title: string
  /** Line below the title: what the site is about, or that it is a demo; may be empty. */
  readonly tagline: string
  readonly hasHubs: boolean
  /** `https://news.example`, without a trailing slash. */
  readonly origin: string
  /** Canonical path and query of this page, without `lang` and `theme`. */
  readonly path: string
  readonly names: Names
  readonly atlas: Atlas
  /** Returns the name in the reader's language, else the English one. */
  nameIn(names: UiNames): string
  /** Returns the name of an area or hub; the id itself if it is unknown. */
  placeName(id: string): string
  /** By story id: texts translated into the reader's language, headline first. Only of stories that the page lists. */
  readonly translated: ReadonlyMap<number, readonly string[]>
  readonly status: PipelineStatus
  /** Ids of the stories that the reader saved. */
  readonly saved: ReadonlySet<number>
  /** Words that hide stories in the lists of this page. */
  readonly hiding: Hiding
  /** Whether readers can ask for the brief by mail. */
  readonly sendsMail: boolean
  /** Whether the database is read-only, so that readers can report and request nothing. */
  readonly isReadonly: boolean
  readonly assets: AssetPaths
  /** When a feed last answered. */
  readonly lastReadAt?: Instant
  /** When a feed was last polled; set only until one has answered. */
  readonly lastPollAt?: Instant
  /** Whether the store is unreachable; the page then shows no polling status and does not listen for events. */
  readonly isStoreless: boolean
  /** Number of the newest event when the page was rendered; open pages request those after it. */
  readonly lastEventSeq: number
}

export interface AssetPaths {
  readonly css: string
  readonly script: string
  /** Script of pages that can be read aloud. */
  readonly listen: string
  readonly icon: string
}

/** Display names in the reader's language. */
export interface Names {
  entity(id: string): string
  hub(id: string): string
}

export function namesIn(language: UiLanguage, gazetteer: Gazetteer, atlas: Atlas): Names {
  return {
    entity: (id) => gazetteer.displayName(id, language),
    hub(id) {
      const hub = atlas.hub(id)
      return hub ? nameIn(hub.names, language) : id
    },
  }
}
