import type { PersonId } from '#domain/id'

/** A face, small: WebP or JPEG of at most 30 KB as a data URL. Beside people, so that lists of people stay light. Same id as its person. */
export interface Photo {
  readonly id: PersonId
  readonly dataUrl: string
}
