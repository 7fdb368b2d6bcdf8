import type { start as french } from '../fr/start.ts'
import type { Translation } from '../translation.ts'

export const start = {
  title: 'Welcome to Maillage',
  text: 'The people, the events and the figures of your association, in one place. Everything stays on this computer.',
  language: 'Language',
  name: 'Name of your association',
  namePlaceholder: 'You can change it later',
  year: 'Your years start in',
  yearNote: { civil: 'calendar year', school: 'school year' },
  how: 'Where would you like to start?',
  spreadsheet: { title: 'Import a spreadsheet', text: 'Excel, LibreOffice, HelloAsso export… You see everything before anything is saved.' },
  sample: { title: 'Discover with an example', text: 'An invented association of about 180 people, removed with one click.' },
  empty: { title: 'Start empty', text: 'Add people one by one, import later.' },
  sampleName: 'Les Passerelles (sample)',
  importing: 'Importing the sample: {{file}}',
  sampleFailed: 'The sample could not be loaded: “{{file}}”. Nothing else was changed.',
} as const satisfies Translation<typeof french>
