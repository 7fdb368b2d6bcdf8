// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataTable, type Column, type Sort } from '#ui/data-table'
import { setupLanguage } from '#i18n/setup'

interface Person {
  readonly id: string
  readonly name: string
}
const people: readonly Person[] = Array.from({ length: 50_000 }, (_, index) => ({ id: `p${index}`, name: `Personne ${index}` }))
const columns: readonly Column<Person>[] = [
  { id: 'name', header: 'Nom', width: { min: 120, share: 1 }, sortable: true, render: (person) => person.name },
  { id: 'id', header: 'Numéro', width: 80, align: 'right', render: (person) => person.id },
]

/** jsdom lays nothing out: the list is given the height of a window. */
const windowHeight = 600
beforeEach(() => {
  setupLanguage('fr')
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(windowHeight)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(windowHeight)
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: ScrollToOptions | number): void {
    if (typeof options === 'object') this.scrollTop = options.top ?? 0
    this.dispatchEvent(new Event('scroll'))
  }
})
afterEach(cleanup)

interface Told {
  readonly opened: string[]
  readonly sorts: Sort[]
  readonly toggled: string[]
}
const Table = ({ told, rows, keptAs = '' }: { readonly told: Told; readonly rows: readonly (Person | undefined)[]; readonly keptAs?: string }) => {
  const [sort, setSort] = useState<Sort | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return (
    <DataTable
      keptAs={keptAs}
      label="Personnes"
      columns={columns}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={(person) => person.id}
      rowLabel={(person) => person.name}
      sort={sort}
      onSort={(next) => {
        told.sorts.push(next)
        setSort(next)
      }}
      selection={{
        has: (key) => chosen.has(key),
        state: chosen.size === 0 ? 'none' : 'some',
        toggle: (key) => {
          told.toggled.push(key)
          setChosen(new Set([...chosen, key]))
        },
        toggleAll: () => told.toggled.push('all'),
      }}
      onOpen={(person) => told.opened.push(person.id)}
      empty={<p>Personne ici</p>}
    />
  )
}
const show = (rows: readonly (Person | undefined)[] = people, keptAs = ''): Told => {
  const told: Told = { opened: [], sorts: [], toggled: [] }
  render(
    <MantineProvider env="test">
      <Table told={told} rows={rows} keptAs={keptAs} />
    </MantineProvider>,
  )
  return told
}
const activeRow = (): string => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? ''
  return document.getElementById(id)?.textContent ?? ''
}

describe('une longue liste', () => {
  it('dit combien elle a de lignes mais n’en dessine qu’une poignée', () => {
    show()
    expect(screen.getByRole('grid', { name: 'Personnes' })).toHaveAttribute('aria-rowcount', '50001')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getAllByRole('row').length).toBeGreaterThan(15)
  })
  it('se parcourt au clavier, jusqu’au bout et retour', async () => {
    show()
    const user = userEvent.setup()
    screen.getByRole('grid').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(activeRow()).toContain('Personne 1')
    await user.keyboard('{End}')
    expect(screen.getByRole('grid').getAttribute('aria-activedescendant')).toMatch(/-49999$/u)
    await user.keyboard('{ArrowDown}{Home}')
    expect(activeRow()).toContain('Personne 0')
    await user.keyboard('{PageDown}')
    expect(Number(screen.getByRole('grid').getAttribute('aria-activedescendant')?.split('-').at(-1))).toBeGreaterThan(10)
  })
  it('ouvre la ligne avec Entrée et la coche avec Espace', async () => {
    const told = show()
    const user = userEvent.setup()
    screen.getByRole('grid').focus()
    await user.keyboard('{ArrowDown}{Enter} ')
    expect(told).toMatchObject({ opened: ['p1'], toggled: ['p1'] })
    expect(screen.getAllByRole('row').find((row) => row.textContent?.includes('Personne 1'))).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{Control>}a{/Control}')
    expect(told.toggled).toEqual(['p1', 'all'])
  })
  it('ouvre d’un clic, coche d’un clic sur la case', async () => {
    const told = show()
    const user = userEvent.setup()
    await user.click(screen.getByText('Personne 3'))
    await user.click(within(screen.getAllByRole('row')[5] as HTMLElement).getAllByRole('gridcell')[0] as HTMLElement)
    expect(told).toMatchObject({ opened: ['p3'], toggled: ['p4'] })
  })
  it('trie par ses titres, dans un sens puis dans l’autre', async () => {
    const told = show()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Nom' }))
    expect(screen.getByRole('columnheader', { name: 'Nom' })).toHaveAttribute('aria-sort', 'ascending')
    await user.click(screen.getByRole('button', { name: 'Nom' }))
    expect(told.sorts).toEqual([
      { column: 'name', direction: 'ascending' },
      { column: 'name', direction: 'descending' },
    ])
    expect(screen.queryByRole('button', { name: 'Numéro' })).toBeNull()
  })
  it('se retrouve, au retour d’une fiche, sur la ligne quittée et sous les doigts', async () => {
    show(people, 'personnes')
    const user = userEvent.setup()
    expect(screen.getByRole('grid')).toHaveFocus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    cleanup()
    show(people, 'personnes')
    expect(screen.getByRole('grid')).toHaveFocus()
    expect(activeRow()).toContain('Personne 3')
  })
  it('garde la place des lignes qui ne sont pas encore là', () => {
    show([people[0], undefined, people[2]])
    expect(screen.getByText('Personne 2')).toBeInTheDocument()
    expect(screen.getByLabelText('Chargement…')).toBeInTheDocument()
  })
  it('dit qu’elle est vide', () => {
    show([])
    expect(screen.getByText('Personne ici')).toBeInTheDocument()
  })
})
