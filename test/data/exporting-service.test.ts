import { afterEach, describe, expect, test } from 'vitest'
import type { OutputCell, WritingApi } from '#bridge/writing'
import { diffRecord, type Edit } from '#domain/change'
import type { Person } from '#domain/person'
import type { ExportRequest } from '#data/export-contract'
import { saveList } from '#data/save-list'
import { createFactsMirror } from '#data/facts-mirror'
import { createExportingService } from '#data/services/exporting-service'
import type { Store } from '#data/store'
import { date, eventId, makeEvent, makePerson, makeSheet, personId } from '#support/builders'
import { openTestStore } from '#support/data-world'

const stores: Store[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})
const people: readonly Person[] = [
  makePerson({ id: personId(1), firstName: 'Inès', emails: [{ address: 'ines@exemple.fr', label: 'home' }] }),
  makePerson({ id: personId(2), firstName: 'Paul', doNotContact: true, emails: [{ address: 'paul@exemple.fr', label: 'home' }] }),
  makePerson({ id: personId(3), firstName: 'Luc', deceased: true, emails: [{ address: 'luc@exemple.fr', label: 'home' }] }),
  makePerson({
    id: personId(4),
    firstName: 'Eve',
    emails: [{ address: 'eve@exemple.fr', label: 'home' }],
    consents: { 'email:news': { given: false, on: null, source: '' } },
  }),
  makePerson({ id: personId(5), firstName: 'Zoé' }),
  makePerson({ id: personId(6), firstName: 'Théo', deletedAt: '2026-01-01T00:00:00Z' }),
]
const event = makeEvent({ id: eventId(1), date: date('2024-03-12') })
const openWorld = async () => {
  const store = await openTestStore()
  stores.push(store)
  const edits: (Edit | null)[] = [
    ...people.map((person) => diffRecord('people', null, person)),
    diffRecord('events', null, event),
    diffRecord(
      'attendance',
      null,
      makeSheet(event.id, {
        [personId(1)]: { status: 'present', hours: 2 },
        [personId(5)]: { status: 'absent', hours: null },
        [personId(6)]: { status: 'present', hours: 8 },
      }),
    ),
  ]
  const written = await store.write({ cause: { kind: 'form' }, edits: edits.filter((edit) => edit !== null) })
  if (!written.ok) throw new Error('not written')
  return createExportingService(store, createFactsMirror(store))
}
const request = (overrides: Partial<Extract<ExportRequest, { readonly list: 'people' }>>): ExportRequest => ({
  list: 'people',
  ids: people.map(({ id }) => id),
  purpose: { kind: 'record' },
  columns: ['firstName', 'email'],
  withSensitive: false,
  language: 'fr',
  format: 'xlsx',
  sheetName: 'Personnes',
  notes: [],
  ...overrides,
})
const decode = (bytes: Uint8Array | null): readonly (readonly OutputCell[])[] =>
  bytes === null ? [] : (JSON.parse(new TextDecoder().decode(bytes)) as readonly (readonly OutputCell[])[])

/** Main's side, in memory. */
const fakeMain = (answer: { readonly saveId: string } | null = { saveId: 's1' }) => {
  const sent: (readonly OutputCell[])[] = []
  const calls: string[] = []
  const api: Pick<WritingApi, 'startTable' | 'sendRows' | 'finishTable' | 'cancelTable'> = {
    startTable: async ({ suggestedName }) => {
      calls.push(`start ${suggestedName}`)
      return answer
    },
    sendRows: async ({ rows }) => {
      calls.push('rows')
      sent.push(...decode(rows))
    },
    finishTable: async () => {
      calls.push('finish')
      return { ok: true, value: { fileName: 'liste.xlsx', folder: '/d' } }
    },
    cancelTable: async () => void calls.push('cancel'),
  }
  return { api, sent, calls }
}
const quiet = { suggestedName: 'Liste', onProgress: () => undefined, signal: new AbortController().signal }

describe('exporter une liste', () => {
  test('une copie a tout le monde, marqué, sauf les gens supprimés', async () => {
    const exporting = await openWorld()
    const prepared = await exporting.prepare(request({}))
    expect(prepared.sheet.columns.map(({ header }) => header)).toEqual(['Identifiant Maillage', 'Prénom', 'E-mail', 'Ne pas contacter'])
    expect(decode(await exporting.rows(prepared.exportId, 0, 100)).map((row) => [row[1], row[3]])).toEqual([
      ['Inès', false],
      ['Paul', true],
      ['Luc', false],
      ['Eve', false],
      ['Zoé', false],
    ])
  })

  test('les colonnes affichées suffisent, avec la dernière participation quand elle l’est', async () => {
    const exporting = await openWorld()
    const prepared = await exporting.prepare(request({ columns: ['lastName', 'lastActivity'] }))
    expect(prepared.sheet.columns.map(({ header }) => header)).toEqual(['Identifiant Maillage', 'Nom', 'Ne pas contacter', 'Dernière participation'])
    const dates = decode(await exporting.rows(prepared.exportId, 0, 100)).map((row) => row[3])
    expect(dates.filter((date) => date !== null)).toHaveLength(1)
  })

  test('une liste pour écrire laisse de côté les défunts, les oppositions, les refus et les sans-adresse, et le dit', async () => {
    const exporting = await openWorld()
    const prepared = await exporting.prepare(request({ purpose: { kind: 'contact', channel: 'email', use: 'news' } }))
    expect(prepared).toMatchObject({ rowCount: 1, leftOut: { deceased: 1, 'do-not-contact': 1, refused: 1, 'no-address': 1 } })
    expect(decode(await exporting.rows(prepared.exportId, 0, 100)).map((row) => row[1])).toEqual(['Inès'])
  })

  test('des cartes de visite ne mettent dans un téléphone ni les défunts ni les oppositions', async () => {
    const exporting = await openWorld()
    const prepared = await exporting.prepare(request({ format: 'vcf' }))
    expect(prepared).toMatchObject({ rowCount: 2, leftOut: { deceased: 1, 'do-not-contact': 1, 'no-address': 1 } })
    expect(String(decode(await exporting.rows(prepared.exportId, 0, 1))[0]?.[0])).toContain('FN:Inès Durand')
  })

  test('les événements avec leurs comptes, les présences une par une', async () => {
    const exporting = await openWorld()
    const base = { language: 'fr', format: 'csv', sheetName: 'Événements', notes: [], ids: [event.id] } as const
    const events = await exporting.prepare({ ...base, list: 'events' })
    expect(decode(await exporting.rows(events.exportId, 0, 10))).toEqual([['Atelier CV', '2024-03-12', '', '', 2, 1, 2]])
    const attendance = await exporting.prepare({ ...base, list: 'attendance' })
    expect(decode(await exporting.rows(attendance.exportId, 0, 10)).map((row) => [row[2], row[5], row[6]])).toEqual([
      ['Inès', 'présent', 2],
      ['Zoé', 'absent', null],
    ])
  })
})

describe('de la base au fichier', () => {
  test('la fenêtre porte les pages, puis l’export est oublié', async () => {
    const exporting = await openWorld()
    const { api, sent, calls } = fakeMain()
    const progress: number[][] = []
    const saved = await saveList(exporting, api, request({}), { ...quiet, onProgress: (done, total) => progress.push([done, total]) })
    expect(saved).toMatchObject({ kind: 'done', rowCount: 5, outcome: { ok: true } })
    expect(sent.map((row) => row[1])).toEqual(['Inès', 'Paul', 'Luc', 'Eve', 'Zoé'])
    expect([calls, progress]).toEqual([['start Liste', 'rows', 'finish'], [[5, 5]]])
    expect(await exporting.rows('1', 0, 10)).toBeNull()
  })

  test('renoncer dans le dialogue, ou en route, n’écrit rien', async () => {
    const exporting = await openWorld()
    const refused = fakeMain(null)
    expect(await saveList(exporting, refused.api, request({}), quiet)).toEqual({ kind: 'given-up' })
    expect(refused.calls).toEqual(['start Liste'])
    const stopped = new AbortController()
    stopped.abort()
    const cancelled = fakeMain()
    expect(await saveList(exporting, cancelled.api, request({}), { ...quiet, signal: stopped.signal })).toEqual({ kind: 'given-up' })
    expect(cancelled.calls).toEqual(['start Liste', 'cancel'])
  })
})
