import { describe, expect, it } from 'vitest'
import { callChannel, callNames } from '#bridge/channels'
import { payloadByCall } from '#bridge/desktop-api'
import { makeAnswer, type IpcDoor } from '#main/answer'

interface Event {
  readonly from: string
}
const makeDoor = (): IpcDoor<Event> & { readonly call: (channel: string, from: string, payload: unknown) => Promise<unknown> } => {
  const listeners = new Map<string, (event: Event, payload: unknown) => Promise<unknown>>()
  return {
    handle: (channel, listener) => void listeners.set(channel, listener),
    call: async (channel, from, payload) => listeners.get(channel)?.({ from }, payload),
  }
}
const makeWorld = () => {
  const door = makeDoor()
  const logged: string[] = []
  const answer = makeAnswer<Event>({
    door,
    isTrusted: ({ from }) => from === 'notre page',
    logProblem: (where, problem) => logged.push(`${where}: ${String(problem)}`),
  })
  return { door, logged, answer }
}

describe('répondre à la page', () => {
  it('chaque appel du contrat a un nom, un canal et une forme', () => {
    expect([...callNames].sort()).toEqual(Object.keys(payloadByCall).sort())
    expect(new Set(callNames.map(callChannel)).size).toBe(callNames.length)
  })

  it('donne à la page ce que le traitement répond', async () => {
    const { door, answer, logged } = makeWorld()
    answer('readRows', async ({ from, count }) => Uint8Array.of(from, count))
    const page = { fileId: '0198c0de-0000-7000-8000-000000000001', sheet: 0, from: 3, count: 4 }
    expect(await door.call('desktop:readRows', 'notre page', page)).toEqual(Uint8Array.of(3, 4))
    expect(logged).toEqual([])
  })

  it('refuse qui n’est pas notre page, et le note', async () => {
    const { door, answer, logged } = makeWorld()
    let isHandled = false
    answer('setBusy', async () => void (isHandled = true))
    await expect(door.call('desktop:setBusy', 'une autre page', { busy: false, reason: '' })).rejects.toThrow('refused sender')
    expect(isHandled).toBe(false)
    expect(logged).toEqual([expect.stringContaining('the sender is not our page')])
  })

  it.each([
    ['une page trop longue', { fileId: '0198c0de-0000-7000-8000-000000000001', sheet: 0, from: 0, count: 1_000_000 }],
    ['un champ en trop', { fileId: '0198c0de-0000-7000-8000-000000000001', sheet: 0, from: 0, count: 1, path: '/etc/passwd' }],
    ['un chemin à la place d’un fichier connu', { fileId: '../../etc/passwd', sheet: 0, from: 0, count: 1 }],
    ['rien', undefined],
  ])('refuse %s, en nommant l’endroit', async (_what, payload) => {
    const { door, answer, logged } = makeWorld()
    let isHandled = false
    answer('readRows', async () => {
      isHandled = true
      return new Uint8Array()
    })
    await expect(door.call('desktop:readRows', 'notre page', payload)).rejects.toThrow('readRows: bad payload')
    expect(isHandled).toBe(false)
    expect(logged).toHaveLength(1)
  })

  it('laisse passer un défaut jusqu’à la page et le note', async () => {
    const { door, answer, logged } = makeWorld()
    answer('listBackups', async () => {
      throw new Error('le disque a brûlé')
    })
    await expect(door.call('desktop:listBackups', 'notre page', undefined)).rejects.toThrow('le disque a brûlé')
    expect(logged).toEqual(['answer listBackups: Error: le disque a brûlé'])
  })
})
