import { launchApp } from '#support/launch'
import { medianOf } from './figure.ts'
import { foldersOf, type Bench } from './session.ts'

const starts = 3

export interface MeasuredStart {
  /** From starting the process to the rooms at the left and the title of « Accueil », painted: she can go anywhere. */
  readonly usable: number
  /** … to the figures of « Accueil » (or, with nobody, to what it says instead). */
  readonly complete: number
}

/** Starts the application on two profiles in turn, several times, in milliseconds; the middle of them. In turn, since a busy moment of the machine must weigh on both. */
export const measureStarts = async (bench: Bench, first: string, second: string): Promise<readonly [MeasuredStart, MeasuredStart]> => {
  const [ofFirst, ofSecond]: [MeasuredStart[], MeasuredStart[]] = [[], []]
  for (let start = 0; start < starts; start += 1) {
    ofFirst.push(await startOnce(bench, first))
    ofSecond.push(await startOnce(bench, second))
  }
  return [middleOf(ofFirst), middleOf(ofSecond)]
}

const startOnce = async (bench: Bench, profile: string): Promise<MeasuredStart> => {
  const from = performance.timeOrigin + performance.now()
  const app = await launchApp(foldersOf(bench, profile))
  const seen = async (isThere: () => number | null): Promise<number> =>
    Number(await (await app.page.waitForFunction(isThere, null, { timeout: 120_000 })).jsonValue()) - from
  const usable = await seen(whenUsable)
  const complete = await seen(whenComplete)
  await app.close()
  return { usable, complete }
}

const middleOf = (measured: readonly MeasuredStart[]): MeasuredStart => ({
  usable: medianOf(measured.map(({ usable }) => usable)),
  complete: medianOf(measured.map(({ complete }) => complete)),
})

// These run in the page, once a frame: when it is there, or null.
const whenUsable = (): number | null =>
  document.querySelector('nav a') !== null && document.querySelector('main h1') !== null ? performance.timeOrigin + performance.now() : null
const whenComplete = (): number | null => (document.querySelector('main button') !== null ? performance.timeOrigin + performance.now() : null)
