/** Oldest supported version of Node.js, as in `engines` of `package.json`. */
export const LEAST_NODE = '20.19'

/**
 * Returns a message if the version of Node.js is too old: such a version would fail inside a library with an unhelpful error.
 *
 * @param version as in `process.versions.node`
 * @returns undefined if the version is supported
 */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE.split('.').map(Number)
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined
  return `Auspex needs Node.js ${LEAST_NODE} or later, and this is ${version}. Newer ones are at https://nodejs.org.`
}
