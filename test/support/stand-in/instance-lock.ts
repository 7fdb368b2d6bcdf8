import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One running application per user-data folder, as Electron keeps it: a file with the process id of the first.
 * A second start tells the first by a signal; the file of a process that was killed counts for nothing.
 */
export const takeInstanceLock = (userData: string, onSecondInstance: () => void): boolean => {
  mkdirSync(userData, { recursive: true })
  const path = join(userData, 'stand-in.pid')
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      process.on('SIGUSR2', onSecondInstance)
      process.on('exit', () => rmSync(path, { force: true }))
      return true
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
      if (tellFirst(path)) return false
      rmSync(path, { force: true })
    }
  }
  return false
}

const tellFirst = (path: string): boolean => {
  const pid = Number(readFileSync(path, 'utf8'))
  if (!Number.isInteger(pid) || pid <= 0 || !isStandIn(pid)) return false
  try {
    process.kill(pid, 'SIGUSR2')
    return true
  } catch {
    return false
  }
}

/** A process id may have been given to another program since. */
const isStandIn = (pid: number): boolean => {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('stand-in')
  } catch {
    return false
  }
}
