import { diffRecord } from '#domain/change'
import type { Result } from '#domain/result'
import { defaultSettings, type Settings } from '#domain/settings'
import type { ChangeRow } from '#data/database'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

export interface SettingsService {
  /** The settings as they are, those never set at their defaults. */
  readonly get: () => Promise<Settings>
  /** Writes some of them; the others stay. */
  readonly change: (settings: Partial<Omit<Settings, 'id'>>) => Promise<Result<ChangeRow | null, WriteProblem>>
}

export const createSettingsService = (store: Store): SettingsService => {
  const stored = async (): Promise<Settings | null> => (await store.mirror.read('settings')).get('settings') ?? null
  return {
    get: async () => ({ ...defaultSettings, ...(await stored()) }),
    change: async (settings) => {
      const before = await stored()
      const edit = diffRecord('settings', before, { ...defaultSettings, ...before, ...settings })
      return store.write({ cause: { kind: 'form' }, edits: edit === null ? [] : [edit] })
    },
  }
}
