import { diffRecord, type Edit } from '#domain/change'
import type { PersonId } from '#domain/id'
import { emptyPerson, type Person } from '#domain/person'
import type { RunningApp } from '#support/room-world'

/** Somebody called Durand, told apart by a number. */
export const person = (number: number, firstName = `Prénom ${number}`): Person => ({
  ...emptyPerson(`0190c000-0000-7000-8000-${String(number).padStart(12, '0')}` as PersonId),
  firstName,
  lastName: 'Durand',
})

/** Writes new people in one change. @throws when it is refused. */
export const createPeople = async (app: RunningApp, ...people: readonly Person[]): Promise<void> => {
  const edits = people.map((each) => diffRecord('people', null, each)).filter((edit): edit is Edit => edit !== null)
  const written = await app.client.services.records.write(edits, { kind: 'form' })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
}

export const firstNames = async (app: RunningApp): Promise<readonly string[]> =>
  (await app.client.services.records.all('people')).map(({ firstName }) => firstName).sort()
