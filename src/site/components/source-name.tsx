import { languageAmong } from '../../lib/language-among.ts'
import type { PageContext } from '../page-context.ts'
import type { CoverageEntry } from '../view/story.ts'
import { foreign } from './entry.tsx'
import { MarkedText } from './marked-text.tsx'

/** What a source is called; marked with its language where its letters are of it, for voices that read the page aloud. */
export function SourceName({ name, language = 'und', c }: { name: string; language?: string; c: PageContext }) {
  return <MarkedText text={name} lang={foreign(languageAmong(name, [language]) ?? 'und', c)} />
}

/** The same, of the source of an item; one that is known no more is called by its id. */
export function SourceOfEntry({ entry, c }: { entry: CoverageEntry; c: PageContext }) {
  return <SourceName name={entry.source?.name ?? entry.item.sourceId} language={entry.source?.language} c={c} />
}
