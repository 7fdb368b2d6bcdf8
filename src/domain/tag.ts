import type { TagId } from '#domain/id'

export interface Tag {
  readonly id: TagId
  readonly name: string
  readonly archived: boolean
}
