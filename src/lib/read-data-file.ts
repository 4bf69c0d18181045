import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { DataFileError } from './data-file-error.ts'
import { fileFailure } from './file-failure.ts'

/**
 * Reads a file that people edit.
 *
 * @param shownAs how messages name the file
 * @throws DataFileError if it cannot be read, or is not UTF-8
 */
export function readDataFile(file: string, shownAs = file): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new DataFileError([{ file: shownAs, problem: `cannot be read: ${fileFailure(error)}` }])
  }
  return utf8Text(bytes, shownAs)
}

/**
 * Decodes a file that people edit. Letters of another encoding would be replaced by `�`, and lost when the program writes the file.
 *
 * @throws DataFileError naming the first line that is not UTF-8
 */
export function utf8Text(bytes: Buffer, file: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let line = 1
  // No byte of a longer character is a line feed.
  for (let from = 0; ; line++) {
    const end = bytes.indexOf('\n', from)
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) break
    from = end + 1
  }
  throw new DataFileError([{ file, line, problem: 'is not UTF-8; save the file in that encoding' }])
}
