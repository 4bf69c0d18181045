import {
  AddressRefusedError,
  BodyTooLargeError,
  EncodingError,
  FeedUnreachableError,
  NoRoomError,
  TooManyRedirectsError,
} from './fetch-errors.ts'
import { StreamRefusedError, StreamTooFastError } from './hear.ts'

/** Errors that are passed on as they are. */
const NAMED = [
  AddressRefusedError,
  BodyTooLargeError,
  EncodingError,
  FeedUnreachableError,
  NoRoomError,
  StreamRefusedError,
  StreamTooFastError,
  TooManyRedirectsError,
] as const

/** Turns what a request to an address threw into one of the errors that a fetcher throws. */
export function namedError(error: unknown, url: string): Error {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if (NAMED.some((known) => at instanceof known)) return at
    at = at instanceof AggregateError ? at.errors[0] : at.cause
  }
  if (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('UND_ERR_') &&
    String(error.code).endsWith('_TIMEOUT')
  ) {
    return new FeedUnreachableError(url, 'no connection in time', error)
  }
  return new FeedUnreachableError(url, error instanceof Error ? error.message || error.name : String(error), error)
}
