// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { Component, useState, type ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { DataClient } from '#data/client'
import type { Services } from '#data/services'
import { calmStatus } from '#data/start-state'
import { DataContext } from '#data/use-data'
import { useLive } from '#data/use-live'
import type { TableName } from '#domain/tables'

afterEach(cleanup)

/** A client whose changes the test tells by hand; queries of these tests ask no service. */
const handClient = (): { readonly client: DataClient; readonly change: (table: TableName) => void } => {
  const listeners = new Set<Parameters<DataClient['onChange']>[0]>()
  const never = (): never => {
    throw new Error('not asked here')
  }
  const client: DataClient = {
    services: {} as Services,
    startState: () => ({ kind: 'ready', isFirst: false }),
    status: () => calmStatus,
    subscribe: () => () => undefined,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeOver: never,
    restoreEverything: never,
    startAfresh: never,
    continueAsIs: never,
    settle: never,
    close: never,
  }
  return { client, change: (table) => [...listeners].forEach((listener) => listener({ changeId: null, cause: null, tables: [table] })) }
}

test('pose sa question à nouveau quand une de ses tables change, et elle seule', async () => {
  const { client, change } = handClient()
  let asked = 0
  const Count = () => <p>{useLive(['people'], async () => (asked += 1), []) ?? 'attente'}</p>
  render(
    <DataContext value={client}>
      <Count />
    </DataContext>,
  )
  expect(screen.getByText('attente')).toBeDefined()
  expect(await screen.findByText('1')).toBeDefined()
  await act(async () => change('events'))
  expect(asked).toBe(1)
  await act(async () => change('people'))
  expect(await screen.findByText('2')).toBeDefined()
})

test('une réponse arrivée trop tard ne remplace pas la bonne', async () => {
  const { client } = handClient()
  const answers = new Map<string, (value: string) => void>()
  let choose = (_: string): void => undefined
  const Person = () => {
    const [id, setId] = useState('a')
    choose = setId
    return <p>{useLive(['people'], () => new Promise<string>((resolve) => answers.set(id, resolve)), [id]) ?? 'attente'}</p>
  }
  render(
    <DataContext value={client}>
      <Person />
    </DataContext>,
  )
  await act(async () => choose('b'))
  await act(async () => answers.get('b')?.('Léa'))
  await act(async () => answers.get('a')?.('Camille'))
  expect(screen.getByText('Léa')).toBeDefined()
})

test('des changements qui se suivent ne font pas la queue : une question en cours, une encore', async () => {
  const { client, change } = handClient()
  const answers: ((value: number) => void)[] = []
  const Count = () => <p>{useLive(['people'], () => new Promise<number>((resolve) => answers.push(resolve)), []) ?? 'attente'}</p>
  render(
    <DataContext value={client}>
      <Count />
    </DataContext>,
  )
  await act(async () => [1, 2, 3, 4].forEach(() => change('people')))
  expect(answers).toHaveLength(1)
  await act(async () => answers[0]?.(1))
  expect(answers).toHaveLength(2)
  await act(async () => answers[1]?.(2))
  expect(screen.getByText('2')).toBeDefined()
  expect(answers).toHaveLength(2)
})

test('une question qui échoue va à la page d’erreur', async () => {
  const { client } = handClient()
  const Broken = () => <p>{useLive(['people'], () => Promise.reject(new Error('lecture impossible')), [])}</p>
  render(
    <ErrorPage>
      <DataContext value={client}>
        <Broken />
      </DataContext>
    </ErrorPage>,
    { onCaughtError: () => undefined },
  )
  expect(await screen.findByText('Erreur : lecture impossible')).toBeDefined()
})

class ErrorPage extends Component<{ readonly children: ReactNode }, { readonly problem: string | null }> {
  override state = { problem: null }
  static getDerivedStateFromError(error: Error) {
    return { problem: error.message }
  }
  override render() {
    return this.state.problem === null ? this.props.children : <p>Erreur : {this.state.problem}</p>
  }
}
