import { readdirSync, readFileSync } from 'node:fs'

/** Highest resident memory so far, in megabytes, of main and of the page's process. Linux only: null elsewhere. */
export interface MemoryPeaks {
  readonly main: number | null
  readonly renderer: number | null
}

/** Looks up the processes that descend from main: the largest of type `renderer` is the page's. */
export const memoryPeaks = (mainPid: number): MemoryPeaks => {
  const renderers = descendantsOf(mainPid).filter((pid) => /--type=renderer/.test(readProc(pid, 'cmdline')))
  const peaks = renderers.map(peakOf).filter((peak) => peak !== null)
  return { main: peakOf(mainPid), renderer: peaks.length === 0 ? null : Math.max(...peaks) }
}

export const noPeaks: MemoryPeaks = { main: null, renderer: null }

/** The higher of two looks, process by process. */
export const largerPeaks = (left: MemoryPeaks, right: MemoryPeaks): MemoryPeaks => ({
  main: larger(left.main, right.main),
  renderer: larger(left.renderer, right.renderer),
})

const larger = (left: number | null, right: number | null): number | null => (left === null ? right : right === null ? left : Math.max(left, right))

const peakOf = (pid: number): number | null => {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

const descendantsOf = (pid: number): readonly number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(readProc(Number(name), 'stat'))?.[1] ?? 0)] as const)
  const found = [pid]
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child)
  return found.slice(1)
}

const readProc = (pid: number, file: 'cmdline' | 'stat' | 'status'): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    // The process ended meanwhile, or this is not Linux.
    return ''
  }
}
