import { cpus, loadavg, platform, release, totalmem } from 'node:os'
import { findElectron } from '#support/find-electron'

/** Where the figures were measured: they only compare with others of the same machine. */
export interface Machine {
  readonly system: string
  readonly processor: string
  readonly cores: number
  readonly memory: string
  readonly node: string
  /** What showed the window. */
  readonly shell: string
  /** Programs that wanted a core, on average over a minute, before the run began: above the number of cores, times are longer than they should be. */
  readonly loadBefore: number
}

export const describeMachine = (browserVersion: string, loadBefore: number): Machine => ({
  system: `${platform()} ${release()}`,
  processor: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.version,
  shell: findElectron() === null ? `Chromium ${browserVersion}, Electron’s stand-in` : `Electron, Chromium ${browserVersion}`,
  loadBefore: Math.round(loadBefore * 10) / 10,
})

export const loadNow = (): number => loadavg()[0] ?? 0
