/** Returns the user agent of every request: the program, and how a publisher can reach the operator. */
export function userAgent(version: string, contact: string): string {
  const reach = contact.replace(/[^\x20-\x7e]|[()]/g, '').trim()
  return `Auspex/${version} (feed reader${reach ? `; ${reach}` : ''})`
}
