import type { ByteReader } from './byte-stream.ts'

/** Reads how many there are, and then each. */
export function readList<T>(from: ByteReader, read: (from: ByteReader) => T): T[] {
  const list: T[] = []
  for (let left = from.count(); left > 0; left--) list.push(read(from))
  // As long as it is: what was pushed to has room for sixteen more.
  return list.slice()
}

export function readCount(from: ByteReader): number {
  return from.count()
}
