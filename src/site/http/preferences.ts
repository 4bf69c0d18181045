import type { Context } from 'hono'
import { type UiLanguage, uiLanguage } from '../messages.ts'
import type { Theme } from '../page-context.ts'

/** What a request says about its reader. */
export interface Preferences {
  readonly language: UiLanguage
  readonly theme?: Theme
  /** Cookies to set, because the address asked for a language or theme. */
  readonly cookies: readonly string[]
  /** The address asked for a theme: answer with a redirect to the address without it. */
  readonly isThemeChange: boolean
}

const YEAR_SECONDS = 31_536_000

/** Reads the language from the address, else cookie, `Accept-Language` or default; the theme from the address, else cookie. */
export function preferencesOf(
  request: { header(name: string): string | undefined; query(name: string): string | undefined },
  defaultLanguage: UiLanguage,
): Preferences {
  const cookieHeader = request.header('cookie')
  const asked = request.query('lang')
  const askedLanguage = asked && asked.length < 20 ? uiLanguage(asked) : undefined
  const language =
    askedLanguage ??
    uiLanguage(cookieOf(cookieHeader, 'lang') ?? '') ??
    acceptedLanguage(request.header('accept-language')) ??
    defaultLanguage
  const askedTheme = request.query('theme')
  const isThemeChange = askedTheme === 'auto' || askedTheme === 'light' || askedTheme === 'dark'
  const kept = isThemeChange ? askedTheme : cookieOf(cookieHeader, 'theme')
  const cookies: string[] = []
  if (askedLanguage) cookies.push(`lang=${askedLanguage}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`)
  if (isThemeChange) cookies.push(`theme=${askedTheme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`)
  return { language, theme: kept === 'light' || kept === 'dark' ? kept : undefined, cookies, isThemeChange }
}

/** Reads the preferences of a Hono request. */
export function readPreferences(c: Context, defaultLanguage: UiLanguage): Preferences {
  const request = { header: (name: string) => c.req.header(name), query: (name: string) => c.req.query(name) }
  return preferencesOf(request, defaultLanguage)
}

/**
 * Returns the value of one of our cookies.
 *
 * @param within characters of the header that are read
 * @param form pattern of valid values; others are ignored. Default: up to 32 letters, digits, `-` and `_`
 */
export function cookieOf(
  header: string | undefined,
  name: string,
  { within = 8_192, form = /^[\w-]{1,32}$/ }: { readonly within?: number; readonly form?: RegExp } = {},
): string | undefined {
  for (const pair of header?.slice(0, within).split(';') ?? []) {
    const [key, value] = pair.split('=', 2)
    if (key?.trim() === name && value && form.test(value.trim())) return value.trim()
  }
  return undefined
}

/** Returns the interface language with the highest weight in `Accept-Language` (RFC 9110, section 12.5.4), the first of equals. */
export function acceptedLanguage(header: string | undefined): UiLanguage | undefined {
  let best: { language: UiLanguage; weight: number } | undefined
  for (const range of header?.slice(0, 1_000).split(',') ?? []) {
    const [tag = '', ...parameters] = range.split(';')
    const language = uiLanguage(tag)
    const written = parameters.map((parameter) => /^\s*q=([\d.]{1,5})\s*$/i.exec(parameter)?.[1]).find(Boolean)
    const weight = written === undefined ? 1 : Number(written)
    if (language && weight > 0 && (!best || weight > best.weight)) best = { language, weight }
  }
  return best?.language
}

/** Whether `Accept` asks for JSON and does not name HTML, as a browser's does. */
export function prefersJson(accept: string | undefined): boolean {
  if (!accept) return false
  const types = accept.toLowerCase()
  return types.includes('application/json') && !types.includes('text/html')
}

export function acceptsGzip(header: string | undefined): boolean {
  return header !== undefined && /(^|,)\s*(gzip|\*)\s*(;(?!\s*q=0(\.0*)?\s*(,|$))[^,]*)?(,|$)/i.test(header)
}
