/** A commit of the story step contradicts the stored state; nothing of it was stored. */
export class StoryCommitError extends Error {
  override readonly name = 'StoryCommitError'

  constructor(
    readonly storyId: number,
    reason: string,
  ) {
    super(`Story ${storyId}: ${reason}. The clusterer's memory is out of date: start it again from the store.`)
  }
}
