import { describe, expect, test, vi } from 'vitest'
import type { IsoDate } from '#domain/period'
import type { PersonRow } from '#data/people-row'
import type { PeopleQuery } from '#data/people-query'
import type { PeopleList, PeopleService } from '#data/services/people-service'
import { personId } from '#support/builders'
import { createPeoplePages, pageLength } from '../../../src/renderer/features/people/people-pages.ts'

const query = (search = ''): PeopleQuery => ({ search, filter: [], sort: null, removed: false, today: '2026-03-12' as IsoDate })
const row = (number: number): PersonRow => ({ id: personId(number) }) as PersonRow

/** A data thread that answers when told to, in any order. */
const slowThread = (count: number, isComplete = true) => {
  const waiting: { readonly query: PeopleQuery; readonly from: number; readonly answer: (size?: number) => Promise<void> }[] = []
  const service: Pick<PeopleService, 'list' | 'whenComplete'> = {
    list: (asked, from, length) =>
      new Promise<PeopleList>((resolve) => {
        waiting.push({
          query: asked,
          from,
          answer: async (size = count) => {
            const rows = Array.from({ length: Math.max(0, Math.min(length, size - from)) }, (_, index) => row(from + index))
            resolve({ count: size, total: count, fuzzy: false, from, rows, isComplete })
            await Promise.resolve()
            await Promise.resolve()
          },
        })
      }),
    whenComplete: () => Promise.resolve(),
  }
  return { waiting, service }
}

describe('les pages d’une longue liste', () => {
  test('arrivent quand on les voit, chacune une seule fois', async () => {
    const { waiting, service } = slowThread(50_000)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask(query())
    await waiting[0]?.answer()
    expect(pages.shown().size?.count).toBe(50_000)
    expect(pages.shown().rowAt(0)?.id).toBe(personId(0))
    expect(pages.shown().rowAt(pageLength)).toBeUndefined()
    pages.see(90, 130)
    pages.see(95, 135)
    expect(waiting.filter(({ from }) => from === pageLength)).toHaveLength(1)
    await waiting[1]?.answer()
    expect(pages.shown().rowAt(pageLength)?.id).toBe(personId(pageLength))
  })

  test('la page suivante est là avant qu’on y arrive', async () => {
    const { waiting, service } = slowThread(50_000)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask(query())
    await waiting[0]?.answer()
    expect(waiting.map(({ from }) => from)).toEqual([0, pageLength])
    await waiting[1]?.answer()
    pages.see(150, 180)
    expect(waiting.at(-1)?.from).toBe(2 * pageLength)
  })

  test('un défilement rapide ne demande pas tout ce qu’il survole', async () => {
    const { waiting, service } = slowThread(50_000)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask(query())
    await waiting[0]?.answer()
    for (let row = 0; row < 40_000; row += 1000) pages.see(row, row + 30)
    expect(waiting.length).toBeLessThan(5)
    await waiting[1]?.answer()
    await waiting[2]?.answer()
    expect(waiting.map(({ from }) => from)).toContain(39_000)
  })

  test('une réponse en retard ne recouvre pas la dernière recherche', async () => {
    const { waiting, service } = slowThread(10)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask(query('du'))
    pages.ask(query('dur'))
    await waiting[1]?.answer(3)
    await waiting[0]?.answer(9)
    expect(pages.shown()).toMatchObject({ search: 'dur', size: { count: 3 } })
  })

  test('les lignes restent affichées tant que les suivantes ne sont pas là', async () => {
    const { waiting, service } = slowThread(10)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask(query('du'))
    await waiting[0]?.answer()
    pages.ask(query('dur'))
    expect(pages.shown().rowAt(0)).toBeDefined()
    expect(pages.shown().search).toBe('du')
  })

  test('les lignes de la corbeille se disent telles, tant que la liste n’est pas revenue', async () => {
    const { waiting, service } = slowThread(0)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask({ ...query(), removed: true })
    await waiting[0]?.answer()
    pages.ask(query())
    expect(pages.shown().removed).toBe(true)
    await waiting[1]?.answer(3)
    expect(pages.shown()).toMatchObject({ removed: false, size: { count: 3 } })
  })

  test('une liste devenue plus courte ramène à ses dernières lignes', async () => {
    const { waiting, service } = slowThread(500)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask(query())
    await waiting[0]?.answer()
    pages.see(420, 450)
    pages.refresh()
    await waiting.at(-1)?.answer(150)
    expect(waiting.slice(-2).map(({ from }) => from)).toContain(pageLength)
  })

  test('ce qui manquait encore est redemandé une fois prêt', async () => {
    const { waiting, service } = slowThread(10, false)
    const pages = createPeoplePages(service, vi.fn())
    pages.ask(query())
    await waiting[0]?.answer()
    await vi.waitFor(() => expect(waiting).toHaveLength(2))
  })

  test('un échec se dit', async () => {
    const told = vi.fn()
    const pages = createPeoplePages({ list: () => Promise.reject(new Error('perdu')), whenComplete: () => Promise.resolve() }, told)
    pages.ask(query())
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
  })
})
