import { emptyContact, type Contact } from '#domain/contact'
import type { ContactId, TaskId } from '#domain/id'
import { addDays, type IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import { emptyTask, type Task } from '#domain/task'

const outcomes = ['reached', 'left-message', 'call-back', 'not-now'] as const

/** A journal and things to do for an invented association, up to a day: about two talks for each five people, one task for each twenty; the same at every run. */
export const generateJournal = (
  people: readonly Person[],
  today: IsoDate,
): { readonly contacts: readonly Contact[]; readonly tasks: readonly Task[] } => ({
  contacts: people.flatMap((person, index): readonly Contact[] =>
    index % 5 > 1
      ? []
      : [
          {
            ...emptyContact(idOf(1, index) as ContactId, addDays(today, -(index % 900))),
            personId: person.id,
            outcome: outcomes[index % outcomes.length] ?? null,
            note: 'A demandé des nouvelles de l’atelier.',
          },
        ],
  ),
  tasks: people.flatMap((person, index): readonly Task[] =>
    index % 20 === 0
      ? [
          {
            ...emptyTask(idOf(2, index) as TaskId),
            title: 'Envoyer le programme',
            isPromise: index % 40 === 0,
            dueOn: addDays(today, (index % 120) - 60),
            doneOn: index % 3 === 0 ? today : null,
            personId: person.id,
          },
        ]
      : [],
  ),
})

const idOf = (kind: number, index: number): string => `0199000${kind}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
