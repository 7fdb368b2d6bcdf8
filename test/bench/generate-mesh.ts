import type { AttendanceSheet } from '#domain/attendance'
import { generateAssociation, seededChance, type GeneratedAssociation } from './generate-association.ts'

/** People who meet by small groups, as they do: those near one another come to the same events, and now and then somebody comes from afar. The same at every run. */
export const generateMesh = (people: number): GeneratedAssociation => {
  const perEvent = 12
  const association = generateAssociation({ people, attendances: 250 * Math.ceil((people * 5) / perEvent) })
  const chance = seededChance(7)
  const sheets = association.events.map(({ id }): AttendanceSheet => {
    const centre = Math.floor(chance() * people)
    const entries: Record<string, { status: 'present'; hours: null }> = {}
    for (let each = 0; each < perEvent; each += 1) {
      const index = chance() < 0.95 ? (centre + Math.floor(chance() * 40)) % people : Math.floor(chance() * people)
      const person = association.people[index]
      if (person !== undefined) entries[person.id] = { status: 'present', hours: null }
    }
    return { id, entries }
  })
  // Those of the last two years are what the drawing shows: all of them lie there.
  const events = association.events.map((event, index) => ({ ...event, date: (index % 2 === 0 ? '2025-10-04' : '2026-02-07') as typeof event.date }))
  return { ...association, events, sheets }
}
