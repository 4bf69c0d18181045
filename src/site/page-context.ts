import type { Gazetteer } from '../entity/types.ts'
import type { Atlas } from '../hub/atlas-types.ts'
import { nameIn, type UiNames } from '../hub/names.ts'
import type { Instant } from '../lib/instant.ts'
import type { PipelineStatus } from './deps.ts'
import type { Format } from './format.ts'
import type { Hiding } from './hidden/hiding.ts'
import type { Messages, UiLanguage } from './messages.ts'

export type Theme = 'light' | 'dark'

/** Everything a page needs besides its view: who reads, in which words, where. The same for every page of one request. */
export interface PageContext {
  readonly m: Messages
  readonly f: Format
  readonly language: UiLanguage
  /** Of the site, where a reader asks for none. */
  readonly defaultLanguage: UiLanguage
  /** Undefined: as the system. */
  readonly theme?: Theme
  readonly now: Instant
  readonly timeZone: string
  readonly title: string
  /** Below the title: what the site is about, or that it is a demo; may be empty. */
  readonly tagline: string
  readonly hasHubs: boolean
  /** `https://news.example`, no slash at the end. */
  readonly origin: string
  /** Path and query of this page as linked, without `lang` and `theme`. */
  readonly path: string
  readonly names: Names
  readonly atlas: Atlas
  /** The name in the reader's language, else the English one. */
  nameIn(names: UiNames): string
  /** Of an area or hub; the id itself for one that nobody knows. */
  placeName(id: string): string
  /** Texts by story, headline first, that were translated into the reader's language; of the stories that the page lists. */
  readonly translated: ReadonlyMap<number, readonly string[]>
  readonly status: PipelineStatus
  /** Stories that the reader saved. */
  readonly saved: ReadonlySet<number>
  /** Words that fold stories away in the lists of this page. */
  readonly hiding: Hiding
  /** Whether readers can ask for the brief by mail. */
  readonly sendsMail: boolean
  /** Nothing can be reported or asked for. */
  readonly isReadonly: boolean
  readonly assets: AssetPaths
  /** When a feed answered last. */
  readonly lastReadAt?: Instant
  /** When a feed was asked last; said only as long as none has answered. */
  readonly lastPollAt?: Instant
  /** The store could not be asked: nothing is said of how reading goes, and the page waits for no events. */
  readonly isStoreless: boolean
  /** Number of the newest event when the page was made; open pages ask for those after it. */
  readonly lastEventSeq: number
}

export interface AssetPaths {
  readonly css: string
  readonly script: string
  /** Of pages that can be read aloud. */
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
