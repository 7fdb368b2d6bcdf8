import type { practices as french } from '../fr/practices.ts'
import type { Translation } from '../translation.ts'

export const practices = {
  title: 'Experiences',
  subtitle: 'What you tried, or saw elsewhere, and what you learnt from it. The failures too.',
  label: 'List of experiences',
  new: 'New experience',
  menu: 'Other actions',
  bin: 'Bin',
  back: 'All experiences',
  remove: 'Move to the bin',
  restore: 'Bring back',
  saved: 'Experience “{{title}}” saved.',
  removed: '“{{title}}” is in the bin.',
  restored: '“{{title}}” is back in the list.',
  ours: 'us',
  columns: { title: 'Experience', outcome: 'Outcome', learnt: 'What we keep of it', source: 'From', on: 'When' },
  outcomes: { worked: 'worked', mixed: 'mixed', failed: 'failed' },
  empty: {
    title: 'What you learn by trying will be here',
    text: 'A kind of evening, a way to invite, an idea taken from another network: note what was tried, what came of it and what you keep of it. Those who come after you will not have to start again.',
    noneRemoved: 'The bin is empty',
  },
  form: {
    newTitle: 'New experience',
    editTitle: 'Edit the experience',
    title: 'Name',
    titleExample: 'Saturday morning coffee',
    titleMissing: 'Give the experience a name.',
    tried: 'What was tried',
    outcome: 'Outcome',
    noOutcome: 'not known yet',
    learnt: 'What we keep of it',
    source: 'Where it comes from',
    sourceHint: 'The network where you saw it. Empty: an idea of your own.',
    on: 'When',
  },
} as const satisfies Translation<typeof french>
