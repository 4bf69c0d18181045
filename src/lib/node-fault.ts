/** As `engines` in `package.json` has it. */
export const LEAST_NODE = '20.19'

/**
 * What is wrong with the Node.js that runs the program: older ones fail somewhere in a library, in words that say nothing of the reason.
 *
 * @param version as `process.versions.node` has it
 * @returns undefined where it will do
 */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE.split('.').map(Number)
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined
  return `Auspex needs Node.js ${LEAST_NODE} or later, and this is ${version}. Newer ones are at https://nodejs.org.`
}
