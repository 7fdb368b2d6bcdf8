import type { Page } from '@playwright/test'

/**
 * Lets a spec speak to the data thread of a running application, as its window does: the page is loaded again with an eye on its workers.
 * For what no screen does (fifty thousand people at once, a write cut in two) and for looking at the data behind the screens.
 */
export const openDataThread = async (page: Page): Promise<void> => {
  await page.addInitScript(watchWorkers)
  await page.reload()
  await page.waitForFunction(() => 'dataThread' in globalThis)
}

/** Calls one function of the services: `callData(page, ['records', 'count'], 'people')`. @throws what it throws. */
export const callData = (page: Page, path: readonly string[], ...values: readonly unknown[]): Promise<unknown> =>
  page.evaluate(callService, { path, values })

/** Writes `count` new people in one change; answers whether it was acknowledged. */
export const writeManyPeople = (page: Page, count: number): Promise<boolean> => page.evaluate(writePeople, count)

const watchWorkers = (): void => {
  const RealWorker = globalThis.Worker
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      if (options?.name === 'data') Object.assign(globalThis, { dataThread: this })
    }
  }
}

// Comlink's own words, without Comlink: a page under test has no module of its own.
const callService = ({ path, values }: { readonly path: readonly string[]; readonly values: readonly unknown[] }): Promise<unknown> => {
  const { dataThread } = globalThis as unknown as { readonly dataThread: Worker }
  const id = crypto.randomUUID()
  return new Promise((resolve, reject) => {
    dataThread.addEventListener('message', ({ data }) => {
      if (data.id !== id) return
      if (data.type === 'HANDLER') reject(new Error(data.value?.value?.message ?? 'the data thread refused'))
      else resolve(data.value)
    })
    dataThread.postMessage({ id, type: 'APPLY', path: ['services', ...path], argumentList: values.map((value) => ({ type: 'RAW', value })) })
  })
}

const writePeople = async (count: number): Promise<boolean> => {
  const { dataThread } = globalThis as unknown as { readonly dataThread: Worker }
  const edits = Array.from({ length: count }, (_, index) => ({
    table: 'people',
    key: `0190c000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    before: null,
    after: {
      lastName: `Durand ${index}`,
      firstName: 'Camille',
      birthDate: '1998-05',
      gender: null,
      phones: [],
      affiliations: [],
      doNotContact: false,
      deceased: false,
      territoryId: null,
      joinedOn: '2021-09-01',
      memberNumber: String(index),
      emails: [{ address: `camille.${index}@exemple.fr`, label: 'home' }],
      addresses: [
        {
          street: `${index} rue des Lilas`,
          postalCode: '01000',
          city: 'Bourg-en-Bresse',
          communeCode: '01053',
          qpvCode: null,
          country: '',
          label: 'home',
        },
      ],
      roles: { [`r${index}`]: { id: `r${index}`, kind: 'volunteer', start: '2021', end: null, organisationId: null, note: '' } },
      tags: {},
      custom: {},
      consents: {},
      externalIds: {},
      payer: null,
      note: '',
      deletedAt: null,
    },
  }))
  const id = crypto.randomUUID()
  const answer = await new Promise<{ readonly ok: boolean }>((resolve) => {
    dataThread.addEventListener('message', ({ data }) => {
      if (data.id === id) resolve(data.value)
    })
    dataThread.postMessage({
      id,
      type: 'APPLY',
      path: ['services', 'records', 'write'],
      argumentList: [
        { type: 'RAW', value: edits },
        { type: 'RAW', value: { kind: 'merge' } },
      ],
    })
  })
  return answer.ok
}
