import { diffRecord } from '#domain/change'
import { isPostalAddress } from '#domain/exporting/contact-rules'
import type { LetterId, PersonId, RoleKindId } from '#domain/id'
import type { Letter } from '#domain/letter'
import { whoToWrite, type WritingChannel, type WritingObstacle } from '#domain/letters/who-to-write'
import { roleHeldAt } from '#domain/people-match'
import type { IsoDate, PartialDate } from '#domain/period'
import { rolesOf, type Address, type Person } from '#domain/person'
import { ok, type Result } from '#domain/result'
import type { ChangeRow } from '#data/database'
import type { FactsMirror } from '#data/facts-mirror'
import { newId } from '#data/new-id'
import { lastActivities } from '#data/people-activity'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

type Named = Pick<Person, 'id' | 'firstName' | 'lastName'>
/** What a letter, a label or a badge may say of somebody. */
export interface WritingPerson extends Named, Pick<Person, 'gender'> {
  readonly email: string
  /** null: only where it goes by no post. */
  readonly address: Address | null
  /** Kinds of the roles held today. */
  readonly roles: readonly RoleKindId[]
  readonly lastTookPart: PartialDate | null
}
export interface WritingList {
  /** In the order asked. */
  readonly reached: readonly WritingPerson[]
  readonly leftOut: readonly (Named & { readonly reason: WritingObstacle })[]
}

/** Écrire: who may be written to, and the templates that are kept. */
export interface LettersService {
  readonly whoToWrite: (ids: readonly PersonId[], channel: WritingChannel, today: IsoDate) => Promise<WritingList>
  /** Templates that are there, by name. */
  readonly templates: () => Promise<readonly Letter[]>
  /** Keeps a template; `id` null makes a new one. Answers its id. */
  readonly saveTemplate: (id: LetterId | null, fields: Pick<Letter, 'name' | 'subject' | 'body'>) => Promise<Result<LetterId, WriteProblem>>
  readonly removeTemplate: (id: LetterId, at: string) => Promise<Result<ChangeRow | null, WriteProblem>>
}

export const createLettersService = (store: Store, facts: Pick<FactsMirror, 'columns'>): LettersService => {
  const { mirror } = store
  const save = async (before: Letter | null, after: Letter): Promise<Result<ChangeRow | null, WriteProblem>> => {
    const edit = diffRecord('letters', before, after)
    return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
  }
  return {
    whoToWrite: async (ids, channel, today) => {
      const people = await mirror.read('people')
      const asked = ids.flatMap((id) => people.get(id) ?? [])
      const { reached, leftOut } = whoToWrite(asked, channel)
      const last = channel === 'email' ? null : lastActivities(await facts.columns())
      return {
        reached: reached.map((person) => ({
          ...named(person),
          gender: person.gender,
          email: person.emails[0]?.address ?? '',
          address: person.addresses.find(isPostalAddress) ?? null,
          roles: [...new Set(rolesOf(person).flatMap((role) => (roleHeldAt(role, { kind: 'today' }, today) ? [role.kind] : [])))],
          lastTookPart: last?.get(person.id)?.on ?? null,
        })),
        leftOut: leftOut.map(({ person, reason }) => ({ ...named(person), reason })),
      }
    },
    templates: async () => {
      const letters = [...(await mirror.read('letters')).values()].filter(({ deletedAt }) => deletedAt === null)
      return letters.toSorted((left, right) => left.name.localeCompare(right.name, 'fr', { sensitivity: 'base', numeric: true }))
    },
    saveTemplate: async (id, fields) => {
      const before = id === null ? null : ((await mirror.read('letters')).get(id) ?? null)
      await mirror.load('letters')
      const after = { id: before?.id ?? newId<LetterId>(), deletedAt: null, ...fields }
      const written = await save(before, after)
      return written.ok ? ok(after.id) : written
    },
    removeTemplate: async (id, at) => {
      const before = (await mirror.read('letters')).get(id)
      return before === undefined ? ok(null) : save(before, { ...before, deletedAt: at })
    },
  }
}

const named = ({ id, firstName, lastName }: Person): Named => ({ id, firstName, lastName })
