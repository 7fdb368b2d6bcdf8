import type { finder as french } from '../fr/finder.ts'
import type { Translation } from '../translation.ts'

export const finder: Translation<typeof french> = {
  title: 'Search everywhere',
  open: 'Search',
  label: 'Search everywhere',
  placeholder: 'A person, an event, a page, a word of a note…',
  found: 'Results',
  groups: {
    recent: 'Seen recently',
    commands: 'Pages and actions',
    people: 'People',
    events: 'Events',
    organisations: 'Organisations',
    communities: 'Communities',
    territories: 'Territories',
    tags: 'Tags',
    notes: 'In notes and talks',
  },
  none: 'Nothing matches “{{text}}”.',
  help: '↑ ↓ to choose, Enter to open, Escape to close. Accents and capitals do not matter.',
  tagged: 'People tagged “{{name}}”',
  inTerritory: 'People of {{name}}',
  commands: {
    newPerson: 'New person',
    duplicates: 'Look for duplicates',
    journal: 'Journal of changes',
    bin: 'Bin',
    backups: 'Backup copies',
    roles: 'Roles',
    tags: 'Tags',
    fields: 'The association’s own fields',
    organisations: 'Organisations',
    appearance: 'Appearance and language',
  },
}
