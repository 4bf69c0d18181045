/** Returns the CPU time that this process has used, in milliseconds; unlike wall time, it excludes other processes. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
