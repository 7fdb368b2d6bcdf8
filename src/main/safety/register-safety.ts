import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupInfo, SafetyProblem, SafetyState } from '#bridge/safety'
import type { Answer } from '#main/answer'
import { backupExtension, openBackups, problemOf } from '#main/safety/backups'
import { finishSettingAside, setDatabaseAside } from '#main/safety/database-folder'
import { diskSpace, type DiskSpace } from '#main/safety/disk-space'
import { openJournal, type Journal } from '#main/safety/journal'
import { readMemory, writeMemory, type SafetyMemory } from '#main/safety/safety-memory'
import { cutTornLogs } from '#main/safety/torn-log'
import type { Room, System } from '#main/system'

export interface SafetyOptions {
  readonly now?: () => Date
  /** Milliseconds between two looks at the free space. */
  readonly diskEvery?: number
  readonly measureDisk?: (folders: readonly string[]) => Promise<DiskSpace>
}

const keptProblems = 20

/** The safety room: journal and backups, outside the browser's profile. */
export const registerSafety = (answer: Answer, system: System, options: SafetyOptions = {}): Room => {
  const { now = () => new Date(), diskEvery = 60_000, measureDisk = diskSpace } = options
  const folder = join(system.folders.userData, 'safety')
  const ownBackups = join(system.folders.documents, 'Maillage', system.language === 'fr' ? 'Sauvegardes' : 'Backups')
  const profile = join(system.folders.userData, 'profile')
  finishSettingAside(profile, folder, now())
  try {
    for (const path of cutTornLogs(profile)) system.logProblem('safety', `cut what was half-written at the end of ${path}`)
  } catch (problem) {
    // The database is then opened as it is, and checked as at every start.
    system.logProblem('safety', problem)
  }
  let memory = readMemory(folder)
  const problems: SafetyProblem[] = []
  const journals = new Map<string, Promise<Journal>>()

  const remember = async (next: Partial<SafetyMemory>): Promise<void> => {
    memory = { ...memory, ...next }
    await writeMemory(folder, memory)
  }
  const note = (kind: SafetyProblem['kind'], detail: string): void => {
    problems.push({ kind, at: now().toISOString(), detail })
    problems.splice(0, Math.max(0, problems.length - keptProblems))
    system.logProblem('safety', `${kind}: ${detail}`)
  }
  const backups = openBackups({
    folder: () => memory.backupFolder ?? ownBackups,
    mayMakeFolder: () => memory.backupFolder === null,
    secondFolder: () => memory.secondFolder,
    appVersion: system.appVersion,
    now,
    onProblem: note,
  })
  const journalOf = (databaseId: string): Promise<Journal> => {
    const opening =
      journals.get(databaseId) ??
      openJournal(join(folder, 'journal', databaseId)).then((journal) => {
        if (journal.damagedFiles.length > 0) note('journal-damaged', journal.damagedFiles.join(', '))
        return journal
      })
    journals.set(databaseId, opening)
    // A folder that cannot be opened now may be opened later.
    opening.catch(() => journals.delete(databaseId))
    return opening
  }

  answer('safetyState', async (): Promise<SafetyState> => {
    const whole = (await backups.list()).filter(({ reason }) => reason !== 'salvage')
    const databaseId = memory.databaseId ?? (await latestJournal(join(folder, 'journal'))) ?? whole[0]?.databaseId ?? null
    // The folder may hold those of another laptop, or of a database begun anew.
    const lastBackup = whole.find((backup) => backup.databaseId === databaseId) ?? whole[0] ?? null
    const journal = databaseId === null ? null : await journalOf(databaseId)
    const ofThisDatabase = lastBackup?.databaseId === databaseId ? lastBackup : null
    return {
      databaseId,
      lastSequence: Math.max(journal?.lastSequence() ?? 0, ofThisDatabase?.lastSequence ?? 0),
      journaledSequence: journal?.contiguousSequence() ?? 0,
      journalFrom: journal?.firstSequence() ?? 0,
      counts: (journal?.lastSequence() ?? 0) > 0 ? (journal?.counts() ?? {}) : (ofThisDatabase?.counts ?? {}),
      lastBackup,
      ...(await measureDisk([system.folders.userData])),
      backupFolder: memory.backupFolder ?? ownBackups,
      secondFolder: memory.secondFolder,
      problems,
    }
  })

  answer('appendJournal', async ({ databaseId, entries, counts }) => {
    const journal = await journalOf(databaseId)
    const lastSequence = await journal.append(entries, counts).catch((error: unknown) => {
      note(problemOf(error).kind === 'disk-full' ? 'disk-full' : 'journal-failed', String(error))
      throw error
    })
    if (memory.databaseId !== databaseId) await remember({ databaseId })
    return { lastSequence }
  })

  answer('readJournal', async ({ databaseId, after, limit }) => (await journalOf(databaseId)).read(after, limit))
  answer('startBackup', async (backup) => ({ backupId: await backups.start(backup) }))
  answer('sendBackupPart', ({ backupId, bytes }) => backups.addPart(backupId, bytes))
  answer('finishBackup', async ({ backupId }) => {
    const finished = await backups.finish(backupId)
    // Every backup that is kept must find the entries that follow it: the journal may forget what the oldest of them holds. A salvaged copy holds what was
    // left of a damaged database: the journal is what makes that whole again.
    if (finished.ok && finished.value.reason !== 'salvage')
      await (await journalOf(finished.value.databaseId)).prune(oldestSequence(await backups.list(), finished.value.databaseId))
    return finished
  })
  answer('listBackups', () => backups.list())
  answer('readBackupPart', ({ name, index }) => backups.readPart(name, index))

  answer('setDatabaseAside', async () => ({ isDone: await setDatabaseAside(profile, folder, now()) }))

  answer('chooseBackup', async () => {
    const french = system.language === 'fr'
    const [path] = await system.dialogs.openFiles({
      title: french ? 'Choisir une sauvegarde' : 'Choose a backup',
      filters: [{ name: french ? 'Sauvegarde de Maillage' : 'Maillage backup', extensions: [backupExtension] }],
      several: false,
    })
    return path === undefined ? null : backups.adopt(path)
  })

  answer('chooseBackupFolder', async ({ which }) => {
    const french = system.language === 'fr'
    const title = french ? 'Choisir le dossier des sauvegardes' : 'Choose the folder for backups'
    const chosen = await system.dialogs.openFolder({ title, startIn: system.folders.documents })
    if (chosen === null) return null
    await mkdir(chosen, { recursive: true })
    await remember(which === 'first' ? { backupFolder: chosen } : { secondFolder: chosen })
    return chosen
  })

  let lastDisk: DiskSpace['disk'] | null = null
  const watch = setInterval(() => {
    void measureDisk([system.folders.userData]).then((space) => {
      if (space.disk !== lastDisk || space.disk !== 'ok') system.send('diskState', space)
      lastDisk = space.disk
    })
  }, diskEvery)
  watch.unref()

  return {
    close: async () => {
      clearInterval(watch)
      await backups.close()
      for (const journal of journals.values()) await journal.then((opened) => opened.close()).catch(() => undefined)
    },
  }
}

const oldestSequence = (backups: readonly BackupInfo[], databaseId: string): number =>
  Math.min(...backups.filter((backup) => backup.databaseId === databaseId && backup.reason !== 'salvage').map(({ lastSequence }) => lastSequence))

/** The database whose journal was written last, when the memory file is gone. */
const latestJournal = async (folder: string): Promise<string | null> => {
  const names = await readdir(folder).catch((): string[] => [])
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
  return dated.sort((left, right) => right.at - left.at)[0]?.name ?? null
}
