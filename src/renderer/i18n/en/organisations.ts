import type { organisations as french } from '../fr/organisations.ts'
import type { Translation } from '../translation.ts'

export const organisations: Translation<typeof french> = {
  removed: 'in the bin',
  emails: 'E-mail',
  phones: 'Phone',
  address: 'Address',
  website: 'Website',
  registrationNumber: 'Registration number',
  note: 'Note',
  people: 'Its people',
  peopleOf: 'People of {{name}}',
  currentRule: 'People attached to this organisation today: with no end date, or whose end is not past.',
  current_one: '{{count, number}} person today',
  current_other: '{{count, number}} people today',
  former_one: '{{count, number}} formerly',
  former_other: '{{count, number}} formerly',
  nobody: 'Nobody is attached to it',
  nobodyText: 'On a person’s record, “Edit” then “Organisations” attaches her here, with dates.',
  columns: { name: 'Person', title: 'Position', dates: 'Dates', email: 'E-mail', phone: 'Phone' },
  from: 'since {{date}}',
  until: 'until {{date}}',
  undated: 'dates not given',
  history: 'History',
}
