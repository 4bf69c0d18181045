/** Whole lines that feed software appends to an entry and that say nothing about the event. */
const TAILS = [
  /^The (?:post|article|entry) .{1,400} (?:first )?appeared (?:first )?on .{1,200}$/i,
  /^(?:Continue reading|Read (?:the )?(?:full |more|rest|original|whole)|Keep reading|Click here to (?:read|continue)|View (?:the )?(?:original|full|entire))\b.{0,200}$/i,
  /^(?:Source: |Via: |Originally published (?:at|on) |This (?:article|post|story) (?:was )?(?:originally |first )?(?:appeared|published) ).{1,200}$/i,
  /^(?:Weiterlesen|Lire la suite|Seguir leyendo|Leer más|Continua a leggere|Leia mais|Lees verder|Читать (?:далее|дальше|полностью))\b.{0,120}$/iu,
  /^(?:阅读全文|閱讀全文|阅读原文|閱讀原文|查看全文|查看原文|点击查看|點擊查看|原文链接|原文連結|继续阅读|繼續閱讀|展开全文|続きを読む|続きはこちら|全文を読む|元記事を読む|記事の続き|기사 ?전문|더 ?보기|계속 ?읽기|전체 ?기사|원문 ?보기).{0,120}$/u,
  /^(?:submitted by|\/u\/)\s.{0,120}\[link\].{0,40}$/i,
  /^\[(?:link|comments)\](?:\s{0,4}\[(?:link|comments)\])?$/i,
  /^(?:Article URL|Comments URL): ?https?:\/\/\S{1,2000}$|^(?:Points|# ?Comments): ?\d{1,6}$/i,
  /^(?:Subscribe to our|Sign up for our|Follow us on|Share this:|Like this:|Tags?:|Filed under:?|Posted in|Category:)(?:\s.{0,200})?$/i,
  /^(?:\[?…\]?|\[?\.\.\.\]?|&hellip;|Read More|More)$/i,
]

/** Links within the last paragraph, at its end: `… the plant. [Read more …]`. */
const ENDINGS = [
  /\s*\[(?:…|\.\.\.|&hellip;|\+\d{1,6} chars|Read more.{0,40}|link|comments)\]$/i,
  /(?:…|\.\.\.)?\s+(?:Continue reading|Read more|Read on|Read the full (?:story|article|post))(?: →| »| ?…| ?\.\.\.)?\.?$/i,
  /(?:…|\.\.\.)?\s{0,3}(?:阅读全文|閱讀全文|查看全文|続きを読む|더보기)(?: →| »)?$/u,
]

/** Most lines dropped; real entries have a few. */
const MAX_DROPPED = 8

/**
 * Removes the tail that feed software adds to a text: "The post … appeared first on …", "Continue reading", "submitted by",
 * Hacker News' counts. Returns an empty string if there is nothing else. Idempotent.
 * @param text plain text, paragraphs separated by blank lines
 */
export function dropBoilerplate(text: string): string {
  let rest = text
  // Removing an ending may expose another tail: `Source: The Ledger\n[+123 chars]`.
  for (let dropped = 0, before = ''; dropped < MAX_DROPPED && before !== rest; dropped++) {
    before = rest
    rest = ENDINGS.reduce(withoutEnding, withoutTails(rest))
  }
  return rest
}

function withoutTails(text: string): string {
  const lines = text.split('\n')
  for (let dropped = 0; dropped < MAX_DROPPED && lines.length > 0; dropped++) {
    const last = lines.at(-1)!.trim()
    if (last !== '' && !TAILS.some((tail) => tail.test(last))) break
    lines.pop()
    if (last === '') dropped--
  }
  return lines.join('\n').trimEnd()
}

/** Removes an ending from the last 120 characters; the limit keeps the search linear. */
function withoutEnding(text: string, ending: RegExp): string {
  const start = Math.max(0, text.length - 120)
  const shortened = text.slice(start).replace(ending, '').trimEnd()
  return start === 0 && shortened === '' ? text : text.slice(0, start) + shortened
}
