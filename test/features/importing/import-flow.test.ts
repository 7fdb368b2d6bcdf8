import { describe, expect, test } from 'vitest'
import type { OnProgress } from '#data/importing-contract'
import type { RawRow } from '#domain/importing/sheet'
import type { FlowStep } from '../../../src/renderer/features/importing/flow-state.ts'
import { createImportFlow, type ImportFlow } from '../../../src/renderer/features/importing/import-flow.ts'
import { everybody, openImportWorld, type ImportWorld } from '#support/import-world'
import { readingDesk, type DeskFile, type ReadingDesk } from '#support/reading-desk'

const people: readonly RawRow[] = [
  ['Nom', 'Prénom', 'E-mail', 'Date de naissance'],
  ['Durand', 'Camille', 'camille@exemple.fr', '12/03/1998'],
  ['Le Goff', 'Inès', 'ines@exemple.fr', '31/02/1980'],
]
const many: readonly RawRow[] = [['Nom', 'Prénom'], ...Array.from({ length: 9_000 }, (_, index): RawRow => [`Nom${index}`, `Prénom${index}`])]

const openFlow = async (
  files: readonly DeskFile[],
): Promise<{ readonly flow: ImportFlow; readonly desk: ReadingDesk; readonly world: ImportWorld }> => {
  const world = await openImportWorld()
  const desk = readingDesk(files)
  return { world, desk, flow: createImportFlow({ desktop: desk.desktop, importing: world.importing, forDataThread: (onProgress) => onProgress }) }
}
const stepAs = <Kind extends FlowStep['kind']>(flow: ImportFlow, kind: Kind): Extract<FlowStep, { readonly kind: Kind }> => {
  const { step } = flow.state()
  if (step.kind !== kind) throw new Error(`Expected ${kind}, found ${step.kind}`)
  return step as Extract<FlowStep, { readonly kind: Kind }>
}

describe('le chemin d’un fichier', () => {
  test('va du fichier au reçu, et les gens sont là', async () => {
    const { flow, world } = await openFlow([{ fileName: 'membres.xlsx', sheets: { Membres: people } }])
    await flow.choose()
    expect(stepAs(flow, 'columns').overview).toMatchObject({ fileName: 'membres.xlsx', headerRow: 0, dataRows: 2, saysWho: true })
    await flow.check()
    expect(stepAs(flow, 'check').check).toMatchObject({ counts: { create: 2, problems: 1 }, tab: 'problems' })
    await flow.apply()
    expect(stepAs(flow, 'receipt').record.counts).toMatchObject({ rows: 2, created: 2 })
    expect((await everybody(world)).map(({ lastName }) => lastName)).toEqual(['Durand', 'Le Goff'])
  })

  test('une cellule corrigée est jugée de nouveau, et revenir aux colonnes ne la perd pas', async () => {
    const { flow, world } = await openFlow([{ fileName: 'membres.xlsx', sheets: { Membres: people } }])
    await flow.choose()
    await flow.check()
    await flow.mend({ row: 2, column: 3, text: '28/02/1980' })
    expect(stepAs(flow, 'check').check.counts.problems).toBe(0)
    flow.backToColumns()
    await flow.setMapping({ ...stepAs(flow, 'columns').overview.mapping, twoDigitYearPivot: 20 })
    await flow.check()
    expect(stepAs(flow, 'check').check.counts.problems).toBe(0)
    await flow.apply()
    expect((await everybody(world)).map(({ birthDate }) => birthDate)).toEqual(['1998-03-12', '1980-02-28'])
  })

  test('un avancement qui arrive après la réponse ne remet rien en route', async () => {
    const world = await openImportWorld()
    const { desktop } = readingDesk([{ fileName: 'membres.xlsx', sheets: { Membres: people } }])
    let tell: OnProgress = () => undefined
    const forDataThread = (onProgress: OnProgress): OnProgress => {
      tell = onProgress
      return onProgress
    }
    const flow = createImportFlow({ desktop, importing: world.importing, forDataThread })
    await flow.choose()
    await flow.check()
    tell({ stage: 'matching', done: 2, total: 2 })
    expect(stepAs(flow, 'check').working).toBeNull()
  })

  test('plusieurs fichiers passent l’un après l’autre', async () => {
    const { flow } = await openFlow([
      { fileName: 'un.xlsx', sheets: { A: people } },
      { fileName: 'deux.xlsx', sheets: { A: people } },
    ])
    await flow.choose()
    expect(flow.state().position).toEqual({ index: 1, total: 2 })
    await flow.leave()
    expect(stepAs(flow, 'columns').file.fileName).toBe('deux.xlsx')
    expect(flow.state().position).toEqual({ index: 2, total: 2 })
  })

  test('la feuille qui porte les données est choisie, et on peut en prendre une autre', async () => {
    const { flow } = await openFlow([{ fileName: 'classeur.xlsx', sheets: { Lisezmoi: [['Fichier de la mairie']], Membres: people, Vide: [] } }])
    await flow.choose()
    expect(stepAs(flow, 'columns').overview.sheet).toBe(1)
    await flow.setSheet(0)
    expect(stepAs(flow, 'columns').overview).toMatchObject({ sheet: 0 })
  })
})

describe('un fichier refusé', () => {
  test('dit pourquoi, et laisse réessayer ou partir', async () => {
    const { flow, desk } = await openFlow([{ fileName: 'secret.xlsx', sheets: 'encrypted' }])
    await flow.choose()
    expect(stepAs(flow, 'refused').problem).toBe('encrypted')
    await flow.retry()
    expect(stepAs(flow, 'refused').problem).toBe('encrypted')
    await flow.leave()
    stepAs(flow, 'start')
    expect(desk.closed()).toHaveLength(1)
  })

  test('un classeur sans aucune ligne est dit vide', async () => {
    const { flow } = await openFlow([{ fileName: 'vide.xlsx', sheets: { Feuille1: [] } }])
    await flow.choose()
    expect(stepAs(flow, 'refused').problem).toBe('empty')
  })
})

describe('la lecture', () => {
  test('ne demande jamais plus de deux pages à la fois', async () => {
    const { flow, desk } = await openFlow([{ fileName: 'gros.xlsx', sheets: { Membres: many } }])
    await flow.choose()
    expect(stepAs(flow, 'columns').overview.dataRows).toBe(9_000)
    expect(desk.mostOnTheWay()).toBeLessThanOrEqual(2)
  })

  test('annulée en route, elle rend le fichier et ne montre plus rien de lui', async () => {
    const { flow, desk } = await openFlow([{ fileName: 'gros.xlsx', sheets: { Membres: many } }])
    const reading = flow.choose()
    const stop = flow.subscribe(() => {
      const { step } = flow.state()
      if (step.kind === 'reading' && step.reading.stage === 'rows' && step.reading.done > 2_000) void flow.leave()
    })
    await reading
    stop()
    expect(stepAs(flow, 'start').cancelled).toBe(true)
    expect(desk.closed().length).toBeGreaterThan(0)
  })

  test('montre les octets lus par le programme', async () => {
    const { flow, desk } = await openFlow([{ fileName: 'membres.xlsx', sheets: { Membres: people } }])
    const seen: number[] = []
    flow.subscribe(() => {
      const { step } = flow.state()
      if (step.kind !== 'reading' || step.reading.stage !== 'opening') return
      seen.push(step.reading.done)
      if (step.reading.done === 0) desk.tell({ fileId: step.file.fileId, done: 512, total: 1024, unit: 'bytes' })
    })
    await flow.choose()
    expect(seen).toEqual([0, 512])
  })
})
