import { escapeHtml } from '../lib/escape-html.ts'
import { textDirection } from '../lib/text-direction.ts'
import type { Block, Run } from './document.ts'

export interface HtmlMailOptions {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  /** Lines below the document: why this mail was sent, and how to unsubscribe. */
  readonly foot: readonly (readonly Run[])[]
}

/** Inline styles, since most mail clients discard style sheets; the style sheet only adds dark colours. */
const STYLES = {
  body: 'margin:0;background:#fbfaf7;color:#1b1a17;font-family:Georgia,"Times New Roman",serif;font-size:17px;line-height:1.5',
  page: 'max-width:640px;margin:0 auto;padding:24px 16px',
  h1: 'font-size:26px;line-height:1.2;margin:0 0 16px;border-bottom:3px double #1b1a17;padding-bottom:12px',
  h2: 'font-size:20px;line-height:1.3;margin:28px 0 8px',
  p: 'margin:0 0 10px',
  list: 'margin:0 0 10px;padding-left:22px',
  item: 'margin:0 0 6px',
  foot: 'margin-top:28px;border-top:1px solid #8a867c;padding-top:12px;font-size:14px',
} as const

const DARK = `@media (prefers-color-scheme:dark){body,.page{background:#161614!important;color:#ece9e2!important}a{color:#ece9e2!important}h1{border-color:#ece9e2!important}}`

/** Renders a document as the HTML part of a mail: no scripts, images or external resources; all text is escaped. */
export function renderHtmlMail(blocks: readonly Block[], { language, title, foot }: HtmlMailOptions): string {
  const footLines = foot.map((runs) => `<p style="${STYLES.p}">${runsHtml(runs)}</p>`).join('\n')
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${DARK}</style>
</head>
<body style="${styleOf('body')}">
<div class="page" role="article" style="${STYLES.page}" lang="${escapeHtml(language)}">
${blocks.map(blockHtml).join('\n')}
<div style="${STYLES.foot}">
${footLines}
</div>
</div>
</body>
</html>
`
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading': {
      const tag = `h${block.level}` as const
      const number = block.number === undefined ? '' : `${block.number}. `
      return `<${tag} style="${STYLES[tag]}">${number}${runsHtml(block.runs)}</${tag}>`
    }
    case 'paragraph':
      return `<p style="${STYLES.p}">${runsHtml(block.runs)}</p>`
    case 'list': {
      const items = block.items.map((runs) => `<li style="${STYLES.item}">${runsHtml(runs)}</li>`)
      return `<ul style="${STYLES.list}">\n${items.join('\n')}\n</ul>`
    }
  }
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('')
}

function runHtml({ text, href, lang, isBold, isItalic }: Run): string {
  const language = lang === undefined ? '' : ` lang="${escapeHtml(lang)}"${textDirection(lang) ? ' dir="rtl"' : ''}`
  const escaped = escapeHtml(text)
  if (href !== undefined) return `<a href="${escapeHtml(href)}"${language} style="color:#1b1a17">${escaped}</a>`
  if (isBold) return `<b${language}>${escaped}</b>`
  if (isItalic) return `<i${language}>${escaped}</i>`
  return language ? `<span${language}>${escaped}</span>` : escaped
}

/** Returns a style with single quotes, so that it fits into a double-quoted attribute. */
function styleOf(name: keyof typeof STYLES): string {
  return STYLES[name].replaceAll('"', "'")
}
