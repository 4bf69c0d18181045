/**
 * Headers of every answer. Only our own files run or load: no inline script, no inline style, no frame, no object
 * (Content Security Policy Level 3).
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  // Other sites get no referrer. With `no-referrer` our own forms would send `Origin: null`, like forms from elsewhere.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/**
 * Browsers revalidate each time: a 304 costs little, and the "new stories" bar must lead to the new page. Shared caches may answer for
 * five seconds.
 */
export const PAGE_CACHE_CONTROL = 'public, max-age=0, s-maxage=5, must-revalidate'
export const PAGE_VARY = 'Accept, Accept-Encoding, Accept-Language, Cookie'
export const IMMUTABLE_CACHE_CONTROL = 'public, max-age=31536000, immutable'

/** Time that a database needs to restart. */
export const RETRY_AFTER_SECONDS = 30
