import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { CallName, DesktopCalls } from '#bridge/desktop-api'
import type { Answer } from '#main/answer'
import { registerWriting } from '../../../src/main/files/register-writing.ts'

const workerUrl = new URL('../../../src/main/files/write-worker.ts', import.meta.url)
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

/** The room with a desktop whose dialog answers `name` in a folder of its own (null: the user gives up). */
const openRoom = async (name: string | null) => {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-bureau-'))
  const handlers = new Map<CallName, unknown>()
  const asked: string[] = []
  const shown: string[] = []
  const answer: Answer = (call, handler) => void handlers.set(call, handler)
  const room = registerWriting(
    answer,
    {
      language: 'fr',
      dialogs: {
        openFiles: async () => [],
        openFolder: async () => null,
        saveFile: async ({ suggestedName }) => {
          asked.push(suggestedName)
          return name === null ? null : join(folder, name)
        },
      },
      printPage: async () => new TextEncoder().encode('%PDF-1.7'),
      revealFile: (path) => void shown.push(path),
    },
    workerUrl,
  )
  undo.push(
    () => rm(folder, { recursive: true, force: true }),
    () => room.close(),
  )
  const call = <Name extends CallName>(callName: Name): DesktopCalls[Name] => handlers.get(callName) as DesktopCalls[Name]
  return { folder, asked, shown, call, room }
}
const table = {
  suggestedName: 'Personnes : 2025/2026',
  format: 'csv',
  language: 'fr',
  sheets: [{ name: 'Personnes', notes: [], columns: [{ header: 'Nom', kind: 'text', width: null }] }],
} as const

test('une liste s’enregistre où l’on a dit, puis se montre', async () => {
  const { folder, asked, shown, call } = await openRoom('liste.csv')
  const started = await call('startTable')(table)
  if (started === null) throw new Error('pas de dialogue')
  await call('sendRows')({ ...started, sheet: 0, rows: new TextEncoder().encode('[["Durand"],["Élie"]]') })
  const saved = await call('finishTable')(started)
  expect(saved).toEqual({ ok: true, value: { fileName: 'liste.csv', folder } })
  expect(await readFile(join(folder, 'liste.csv'), 'utf8')).toBe('\uFEFFNom\r\nDurand\r\nÉlie\r\n')
  expect(asked).toEqual(['Personnes - 2025-2026.csv'])
  await call('revealSaved')({ fileName: 'liste.csv', folder })
  expect(shown).toEqual([join(folder, 'liste.csv')])
})

test('on ne montre pas un fichier qu’on n’a pas enregistré', async () => {
  const { call } = await openRoom(null)
  await expect(call('revealSaved')({ fileName: 'passwd', folder: '/etc' })).rejects.toThrow('not saved by this session')
})

test('renoncer dans le dialogue n’écrit rien', async () => {
  const { call } = await openRoom(null)
  expect(await call('startTable')(table)).toBeNull()
  expect(await call('savePdf')({ suggestedName: 'Rapport' })).toBeNull()
  expect(await call('saveBytes')({ suggestedName: 'Graphique', bytes: new Uint8Array([1]) })).toBeNull()
})

test('le PDF et l’image ont leur extension, même quand le bureau l’oublie', async () => {
  const { folder, asked, call } = await openRoom('rapport')
  expect(await call('savePdf')({ suggestedName: 'Rapport' })).toMatchObject({ ok: true, value: { fileName: 'rapport.pdf' } })
  expect(await readFile(join(folder, 'rapport.pdf'), 'utf8')).toBe('%PDF-1.7')
  expect(await call('saveBytes')({ suggestedName: 'Graphique.png', bytes: new Uint8Array([137, 80]) })).toMatchObject({
    ok: true,
    value: { fileName: 'rapport.png' },
  })
  expect(asked).toEqual(['Rapport.pdf', 'Graphique.png'])
})

test('une écriture annulée est oubliée', async () => {
  const { call } = await openRoom('liste.csv')
  const started = await call('startTable')(table)
  if (started === null) throw new Error('pas de dialogue')
  await call('cancelTable')(started)
  await expect(call('finishTable')(started)).rejects.toThrow('no such table')
})
