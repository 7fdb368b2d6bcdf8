import { v7 } from 'uuid'
import type { Brand } from '#domain/id'

/** A new UUIDv7 of the kind the caller names: `newId<PersonId>()`. Sorts by the moment it was made. */
export const newId = <Id extends Brand<string>>(): Id => v7() as string as Id
