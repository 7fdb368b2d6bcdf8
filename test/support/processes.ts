import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Kills a process and all that descend from it, at once and without warning: parents first, so that none can tidy up. Answers once all are gone. */
export const killTree = async (pid: number): Promise<void> => {
  const parentByPid = readParents()
  const doomed = [pid]
  for (const one of doomed) for (const [child, parent] of parentByPid) if (parent === one) doomed.push(child)
  for (const one of doomed) kill(one)
  while (doomed.some(isAlive)) await wait(10)
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const readParents = (): ReadonlyMap<number, number> => {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return new Map(pids.flatMap((pid) => parentOf(pid)))
}
const parentOf = (pid: string): readonly (readonly [number, number])[] => {
  try {
    // « 12 (name of the program) S 1 … »: the name may hold blanks and brackets.
    const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
    return parent === undefined ? [] : [[Number(pid), Number(parent)]]
  } catch {
    return []
  }
}
