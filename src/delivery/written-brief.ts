import { BRIEF_WORDS } from '../brief/brief-words.ts'
import { briefDocument, type Run } from '../brief/document.ts'
import { renderHtmlMail } from '../brief/html-mail.ts'
import { renderMarkdown } from '../brief/markdown.ts'
import { renderPlainText } from '../brief/plain-text.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import type { DayEdition } from './day-edition.ts'

export const BRIEF_FORMATS = ['markdown', 'text', 'html'] as const
export type BriefFormat = (typeof BRIEF_FORMATS)[number]

export interface WritingOptions {
  readonly language: UiLanguage
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Lines below the document; HTML only. */
  readonly foot?: readonly (readonly Run[])[]
}

/** Renders an edition in a language as Markdown, plain text, or a complete HTML page suitable for mail. */
export function writtenBrief(edition: DayEdition, format: BriefFormat, options: WritingOptions): string {
  const { language, baseUrl, foot = [] } = options
  const blocks = briefDocument(edition, { language, storyUrl: (id) => `${baseUrl}/s/${id}` })
  switch (format) {
    case 'markdown':
      return renderMarkdown(blocks)
    case 'text':
      return renderPlainText(blocks)
    case 'html':
      return renderHtmlMail(blocks, { language, title: BRIEF_WORDS[language].title(edition.date), foot })
  }
}
