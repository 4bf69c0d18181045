import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Unpacks the archives of real feeds. @returns the files, in order of name */
export function servedFeeds(folder: string, into: string): string[] {
  for (const archive of readdirSync(join(folder, 'feeds')).sort()) unpackArchive(join(folder, 'feeds', archive), into)
  return feedFilesIn(into)
}

/** Unpacks a tar archive, compressed or not, into a folder that is made if absent. */
export function unpackArchive(archive: string, into: string): void {
  mkdirSync(into, { recursive: true })
  execFileSync('tar', ['-xf', archive, '-C', into])
}

/** @returns files that may hold a feed, by their extension */
export function feedFilesIn(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      // The JSON beside feedsmith's files is what it expects of them.
      .filter((file) => /\.(?:xml|rss|atom|rdf|json)$/.test(file) && !/feedsmith\/.*\.json$/.test(file))
      .filter((file) => statSync(file).isFile())
      .sort()
  )
}
