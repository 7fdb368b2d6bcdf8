import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
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
      printPage: async ({ foot }) => new TextEncoder().encode(foot ? '%PDF-1.7' : '%PDF-1.7 sans pied'),
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

test('des étiquettes s’impriment sans pied de page', async () => {
  const { folder, call } = await openRoom('etiquettes.pdf')
  await call('savePdf')({ suggestedName: 'Étiquettes', foot: false })
  expect(await readFile(join(folder, 'etiquettes.pdf'), 'utf8')).toBe('%PDF-1.7 sans pied')
})

test('des lettres s’écrivent en Word, une page par personne, et les signes que Word refuse n’y sont pas', async () => {
  const { folder, asked, call } = await openRoom('lettres')
  const letter = {
    sender: ['Les Passerelles'],
    address: ['Inès Le Goff', '35000 RENNES'],
    subject: 'Objet : Merci',
    lines: ['Chère Inès,', '', '<Merci> & à\u0007 bientôt'],
  }
  const paper = { title: 'Merci', language: 'fr', letters: [letter, { ...letter, address: [], lines: ['Cher Paul,'] }] } as const
  expect(await call('saveLetters')({ suggestedName: 'Merci', paper })).toEqual({ ok: true, value: { fileName: 'lettres.docx', folder } })
  expect(asked).toEqual(['Merci.docx'])
  const { 'word/document.xml': xml } = unzipSync(await readFile(join(folder, 'lettres.docx')))
  const text = strFromU8(xml ?? new Uint8Array())
  expect([...text.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words)).toEqual([
    'Les Passerelles',
    'Inès Le Goff',
    '35000 RENNES',
    'Objet : Merci',
    'Chère Inès,',
    '&lt;Merci&gt; &amp; à bientôt',
    'Les Passerelles',
    'Objet : Merci',
    'Cher Paul,',
  ])
  expect(text.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(1)
})

test('une écriture annulée est oubliée', async () => {
  const { call } = await openRoom('liste.csv')
  const started = await call('startTable')(table)
  if (started === null) throw new Error('pas de dialogue')
  await call('cancelTable')(started)
  await expect(call('finishTable')(started)).rejects.toThrow('no such table')
})
