import { languageAmong } from '../../lib/language-among.ts'
import type { PageContext } from '../page-context.ts'
import type { CoverageEntry } from '../view/story.ts'
import { foreign } from './entry.tsx'
import { MarkedText } from './marked-text.tsx'

/** The name of a source, marked with the source's language if its script fits, for screen readers. */
export function SourceName({ name, language = 'und', c }: { name: string; language?: string; c: PageContext }) {
  return <MarkedText text={name} lang={foreign(languageAmong(name, [language]) ?? 'und', c)} />
}

/** The name of an item's source; its id if the source is no longer known. */
export function SourceOfEntry({ entry, c }: { entry: CoverageEntry; c: PageContext }) {
  return <SourceName name={entry.source?.name ?? entry.item.sourceId} language={entry.source?.language} c={c} />
}
