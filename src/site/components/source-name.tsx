import { languageAmong } from '../../lib/language-among.ts'
import type { PageContext } from '../page-context.ts'
import { foreign } from './entry.tsx'

/** What a source is called; marked with its language where its letters are of it, for voices that read the page aloud. */
export function SourceName({ name, language = 'und', c }: { name: string; language?: string; c: PageContext }) {
  const lang = foreign(languageAmong(name, [language]) ?? 'und', c)
  // biome-ignore lint/complexity/noUselessFragments: a component returns an element, not a text
  return lang === undefined ? <>{name}</> : <span lang={lang}>{name}</span>
}
