/** A commit of the story step contradicts what is stored; nothing of it was kept. */
export class StoryCommitError extends Error {
  override readonly name = 'StoryCommitError'

  constructor(
    readonly storyId: number,
    reason: string,
  ) {
    super(`Story ${storyId}: ${reason}. The clusterer's memory is out of date: start it again from the store.`)
  }
}
