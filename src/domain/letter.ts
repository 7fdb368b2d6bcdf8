import type { LetterId, PracticeId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/** A letter kept to be sent again; fields are written `{{prénom}}` in `body`, paragraphs are lines. */
export interface Letter {
  readonly id: LetterId
  readonly name: string
  readonly subject: string
  readonly body: string
  readonly deletedAt: string | null
}

/** A good practice or an experiment, failures included: what was tried, what came of it. */
export interface Practice {
  readonly id: PracticeId
  readonly title: string
  readonly on: PartialDate | null
  readonly source: string
  readonly tried: string
  readonly outcome: 'worked' | 'mixed' | 'failed' | null
  readonly learnt: string
  readonly deletedAt: string | null
}
