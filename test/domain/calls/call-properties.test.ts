import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactKinds, contactOutcomes } from '#domain/contact'
import { dayNumberOf, dayNumberToDate } from '#domain/period'
import { day } from '#support/small-world'
import { ambassador, candidatesOf, contact, linesOf, task, tie, today, type CallWorld } from './call-world.ts'

const names = ['Ana', 'Bao', 'Cléo', 'Dan', 'Eve', 'Fil'] as const
const name = fc.constantFrom(...names)
const someDay = fc.integer({ min: -900, max: 40 }).map((ago) => dayNumberToDate(dayNumberOf(day(today)) + ago))

const world: fc.Arbitrary<CallWorld> = fc.record({
  people: fc.record(
    Object.fromEntries(
      names.map((who) => [
        who,
        fc.record({
          doNotContact: fc.boolean(),
          deceased: fc.boolean(),
          birth: fc.constantFrom('1980', '2015-01-01'),
          joined: someDay as fc.Arbitrary<string>,
        }),
      ]),
    ),
  ),
  events: fc.array(fc.record({ date: someDay as fc.Arbitrary<string>, came: fc.uniqueArray(name) }), { maxLength: 12 }),
  contacts: fc.array(
    fc
      .tuple(name, someDay, fc.constantFrom(...contactKinds), fc.constantFrom(null, ...contactOutcomes))
      .map(([who, on, kind, outcome]) => contact(who, on, { kind, outcome })),
    { maxLength: 10 },
  ),
  tasks: fc.array(
    fc.tuple(name, someDay, fc.boolean()).map(([who, on, isPromise]) => task(who, on, { isPromise })),
    { maxLength: 6 },
  ),
  ties: fc.array(
    fc.tuple(fc.constantFrom('mentoring' as const, 'guardian' as const), name, name).map(([kind, from, to]) => tie(kind, from, to)),
    { maxLength: 5 },
  ),
  ambassadorships: fc.array(
    name.map((who) => ambassador(who)),
    { maxLength: 3 },
  ),
})

test('chacun figure au plus une fois, et personne qui ne veut ou ne peut plus être appelé', () => {
  fc.assert(
    fc.property(world, (given) => {
      const called = candidatesOf(given).map(({ personId }) => personId)
      expect(new Set(called).size).toBe(called.length)
      for (const id of called) {
        const person = given.people[id]
        expect(person?.doNotContact === true || person?.deceased === true || person?.birth === '2015-01-01').toBe(false)
        expect(given.contacts?.some(({ personId, outcome }) => personId === id && outcome === 'stop')).toBe(false)
      }
    }),
  )
})

test('l’ordre des fiches et du journal ne change rien à la liste', () => {
  fc.assert(
    fc.property(world, (given) => {
      const turned: CallWorld = {
        ...given,
        people: Object.fromEntries(Object.entries(given.people).toReversed()),
        contacts: given.contacts?.toReversed() ?? [],
        tasks: given.tasks?.toReversed() ?? [],
        ties: given.ties?.toReversed() ?? [],
        ambassadorships: given.ambassadorships?.toReversed() ?? [],
      }
      expect(linesOf(turned)).toEqual(linesOf(given))
    }),
  )
})

test('après un échange aujourd’hui, la personne appelée n’est plus proposée, et les autres le restent', () => {
  fc.assert(
    fc.property(world, (given) => {
      const before = candidatesOf(given).map(({ personId }) => personId)
      const [first, ...others] = before
      if (first === undefined) return
      const after = candidatesOf({ ...given, contacts: [...(given.contacts ?? []), contact(first, today)] }).map(({ personId }) => personId)
      expect(after).not.toContain(first)
      // A minor of hers may now be spoken of with another guardian: nobody is lost.
      for (const other of others) expect(after).toContain(other)
    }),
  )
})
