// Writes resources/sample: the spreadsheets of an invented association, messy as real ones are. The same bytes at each run:
//   node scripts/build-sample.ts [folder]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventPeople } from './sample/association.ts'
import { attendanceGridFile, attendanceListFile, eventsFile, hoursFile } from './sample/event-files.ts'
import { inventAttendances, inventHours } from './sample/events.ts'
import { donorsFile, helloAssoFile, membersFile, rolesFile } from './sample/member-files.ts'

const [folder = 'resources/sample'] = process.argv.slice(2)
const people = inventPeople()
const attendances = inventAttendances(people)

const files: Readonly<Record<string, Uint8Array>> = {
  'membres-2019-2025.xlsx': membersFile(people),
  'roles.xlsx': rolesFile(people),
  'adhesions-helloasso-2026.csv': helloAssoFile(people),
  'donateurs.csv': donorsFile(people),
  'evenements.xlsx': eventsFile(),
  'presences-2021-2024.csv': attendanceListFile(attendances),
  'presences-2025-2026.xlsx': attendanceGridFile(attendances),
  'heures.ods': hoursFile(inventHours(people)),
}

mkdirSync(folder, { recursive: true })
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
