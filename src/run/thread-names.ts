/** The threads of the program: files of this folder, without extension, that the build compiles as entry points. */
export const THREAD_NAMES = ['ingest-thread', 'story-thread', 'model/model-thread', 'catalogue-thread'] as const
export type ThreadName = (typeof THREAD_NAMES)[number]
