import { useCallback, useEffect, useState } from 'react'
import type { BackupInfo, SafetyState } from '#bridge/safety'
import { useData, useDataStatus } from '#data/use-data'

/** Folders, problems and copies as main sees them, read anew after each copy. `undefined`: not known yet. */
export const useBackups = (): {
  readonly state: SafetyState | undefined
  readonly backups: readonly BackupInfo[] | undefined
  readonly refresh: () => void
} => {
  const data = useData()
  const lastCopy = useDataStatus().lastBackup?.name
  const [state, setState] = useState<SafetyState>()
  const [backups, setBackups] = useState<readonly BackupInfo[]>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isOver = false
    void Promise.all([data.safety.state(), data.safety.listBackups()]).then(([nextState, nextBackups]) => {
      if (isOver) return
      setState(nextState)
      setBackups(nextBackups)
    })
    return () => {
      isOver = true
    }
  }, [data, lastCopy, round])
  const refresh = useCallback(() => setRound((before) => before + 1), [])
  return { state, backups, refresh }
}
