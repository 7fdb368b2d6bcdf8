import { chanceFrom } from './chance.ts'
import type { SamplePerson, SampleRole } from './association.ts'

export interface SampleEvent {
  /** ISO. */
  readonly date: string
  readonly name: string
  readonly kind: string
  readonly place: string
  /** Who this kind of event is for, with how much more or less readily they come. */
  readonly draws: Partial<Record<SampleRole, number>>
}

const everybody = { mentor: 0.6, mentee: 0.5, volunteer: 0.75, board: 0.9, employee: 1, donor: 0.3 }
const kinds = {
  meeting: {
    kind: 'assemblée générale',
    place: 'Maison des associations, Lille',
    draws: { mentor: 0.5, volunteer: 0.7, board: 1.1, employee: 1, donor: 0.6 },
  },
  workshop: { kind: 'atelier', place: 'Médiathèque de Roubaix', draws: { mentee: 0.8, mentor: 0.5, volunteer: 0.3, employee: 0.9 } },
  training: { kind: 'formation', place: 'Local de l’association', draws: { mentor: 0.95, volunteer: 0.35, employee: 0.8, board: 0.3 } },
  dinner: { kind: 'dîner', place: 'Centre social des Trois-Ponts, Roubaix', draws: everybody },
  outing: { kind: 'sortie', place: 'Lens', draws: { mentee: 0.75, mentor: 0.55, volunteer: 0.4, employee: 1 } },
  open: { kind: 'portes ouvertes', place: 'Local de l’association', draws: { volunteer: 0.8, board: 0.8, mentor: 0.3, mentee: 0.2, employee: 1 } },
} as const

/** Forty events in six years: few in 2021, more since. */
const calendar: readonly (readonly [date: string, name: string, kind: keyof typeof kinds])[] = [
  ['2021-03-18', 'Assemblée générale', 'meeting'],
  ['2021-06-12', 'Pique-nique de reprise', 'dinner'],
  ['2021-09-18', 'Portes ouvertes', 'open'],
  ['2021-10-09', 'Formation des mentors', 'training'],
  ['2021-12-11', 'Dîner de fin d’année', 'dinner'],
  ['2022-01-22', 'Atelier orientation', 'workshop'],
  ['2022-03-24', 'Assemblée générale', 'meeting'],
  ['2022-05-14', 'Visite du Louvre-Lens', 'outing'],
  ['2022-09-17', 'Portes ouvertes', 'open'],
  ['2022-10-08', 'Formation des mentors', 'training'],
  ['2022-12-10', 'Dîner de fin d’année', 'dinner'],
  ['2023-01-21', 'Atelier CV', 'workshop'],
  ['2023-02-11', 'Atelier oral du brevet', 'workshop'],
  ['2023-03-23', 'Assemblée générale', 'meeting'],
  ['2023-05-13', 'Sortie à la mer', 'outing'],
  ['2023-09-16', 'Portes ouvertes', 'open'],
  ['2023-10-07', 'Formation des mentors', 'training'],
  ['2023-12-09', 'Dîner de fin d’année', 'dinner'],
  ['2024-01-20', 'Atelier orientation', 'workshop'],
  ['2024-03-21', 'Assemblée générale', 'meeting'],
  ['2024-04-06', 'Atelier CV', 'workshop'],
  ['2024-05-25', 'Visite du Louvre-Lens', 'outing'],
  ['2024-09-21', 'Portes ouvertes', 'open'],
  ['2024-10-12', 'Formation des mentors', 'training'],
  ['2024-12-14', 'Dîner de fin d’année', 'dinner'],
  ['2025-01-18', 'Atelier CV', 'workshop'],
  ['2025-02-08', 'Atelier oral du brevet', 'workshop'],
  ['2025-03-20', 'Assemblée générale', 'meeting'],
  ['2025-05-17', 'Sortie à la mer', 'outing'],
  ['2025-06-21', 'Fête de l’été', 'dinner'],
  ['2025-09-20', 'Portes ouvertes', 'open'],
  ['2025-10-11', 'Formation des mentors', 'training'],
  ['2025-12-13', 'Dîner de fin d’année', 'dinner'],
  ['2026-01-17', 'Atelier orientation', 'workshop'],
  ['2026-03-19', 'Assemblée générale', 'meeting'],
  ['2026-04-11', 'Atelier CV', 'workshop'],
  ['2026-05-30', 'Visite du Louvre-Lens', 'outing'],
  ['2026-06-20', 'Fête de l’été', 'dinner'],
  ['2026-09-19', 'Portes ouvertes', 'open'],
  ['2026-10-10', 'Formation des mentors', 'training'],
]

export const sampleEvents: readonly SampleEvent[] = calendar.map(([date, name, kind]) => ({ date, name, ...kinds[kind] }))

export interface SampleAttendance {
  readonly event: SampleEvent
  readonly person: SamplePerson
  readonly status: 'present' | 'excused' | 'absent'
}

/** Who came: people of that year, as far as the event is for them and they are the kind who comes. */
export const inventAttendances = (people: readonly SamplePerson[]): readonly SampleAttendance[] => {
  const chance = chanceFrom(62_300)
  return sampleEvents.flatMap((event) =>
    people.flatMap((person) => {
      const draw = event.draws[person.role] ?? 0
      if (draw === 0 || !person.years.includes(Number(event.date.slice(0, 4)))) return []
      const outcome = chance.next()
      const comes = Math.min(0.97, person.zeal * draw)
      const status = outcome < comes ? 'present' : outcome < comes + 0.06 ? 'excused' : outcome < comes + 0.1 ? 'absent' : null
      return status === null ? [] : [{ event, person, status } as const]
    }),
  )
}

export interface SampleHours {
  readonly person: SamplePerson
  /** ISO. */
  readonly date: string
  readonly hours: number
  readonly task: string
}

const tasks = [
  'permanence du mercredi',
  'aide aux devoirs',
  'comptabilité',
  'préparation de l’assemblée générale',
  'communication',
  'appels aux familles',
  'recherche de fonds',
] as const

/** Hours outside events, noted since 2025 by those who think of it. */
export const inventHours = (people: readonly SamplePerson[]): readonly SampleHours[] => {
  const chance = chanceFrom(80_000)
  const givers = people.filter(({ role, zeal }) => (role === 'volunteer' || role === 'board') && zeal > 0.45)
  const notes = givers.flatMap((person) =>
    person.years
      .filter((year) => year >= 2025)
      .flatMap((year) =>
        Array.from({ length: chance.between(2, 7) }, () => ({
          person,
          date: `${year}-${String(chance.between(1, year === 2026 ? 10 : 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`,
          hours: chance.pick([1, 1.5, 2, 2, 2.5, 3, 3, 4]),
          task: chance.pick(tasks),
        })),
      ),
  )
  return notes.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.person.index - b.person.index))
}
