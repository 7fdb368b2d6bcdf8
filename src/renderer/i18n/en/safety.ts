import type { safety as french } from '../fr/safety.ts'
import type { Translation } from '../translation.ts'

export const safety = {
  loss: {
    title: 'Your data could not be opened as they are',
    empty: 'Maillage’s working folder is empty, although this computer once held your data. This happens when a clean-up removed it or the disk ran out of space.',
    'rows-missing': 'Some of the data are missing from Maillage’s working folder. The disk probably had an incident.',
    'changes-missing': 'The last changes are missing from Maillage’s working folder.',
    'cannot-open': 'Maillage’s working folder is damaged and cannot be read.',
    'other-database': 'The working folder does not match the copies on this computer.',
    nothingWritten: 'Nothing has been changed.',
    backup: 'Last verified copy: {{date}} ({{people}}).',
    noBackup: 'There is no complete copy on this computer.',
    journal_one: 'The journal holds 1 later change, which will be brought back too.',
    journal_other: 'The journal holds {{count, number}} later changes, which will be brought back too.',
    complete: 'Everything that was saved will be found again.',
    incomplete: 'Some recent changes may be missing.',
    restore: 'Bring my data back',
    choose: 'Choose another copy…',
    startAfresh: 'Start afresh',
    details: 'Technical details',
  },
} as const satisfies Translation<typeof french>
