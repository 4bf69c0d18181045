/** @returns the user agent of every request: who we are, and how a publisher reaches the operator */
export function userAgent(version: string, contact: string): string {
  const reach = contact.replace(/[^\x20-\x7e]|[()]/g, '').trim()
  return `Auspex/${version} (feed reader${reach ? `; ${reach}` : ''})`
}
