import type { Page } from '@playwright/test'
import { medianOf, quantileOf } from './figure.ts'

const openings = 5

/** Opening « Personnes » from « Accueil », from the click to the painted rows, in milliseconds: the middle of several times. */
export const measureListOpening = async (page: Page): Promise<number> => {
  const spent: number[] = []
  for (let opening = 0; opening < openings; opening += 1) spent.push(await page.evaluate(openList))
  return medianOf(spent)
}

/** Words that somebody looks for: names, a commune, an e-mail, a phone, a member number; most letters leave hundreds of people, some nobody. */
const searches = [
  'Camille',
  'dubel',
  'elodie ma',
  'rennes',
  'hugo.ber',
  'saint-de',
  'A000123',
  '0610000',
  'aminata',
  'goran',
  'Theo Le',
  'zzyx',
  'belval',
  'ines fon',
  'mehdi@',
] as const

/** From each keystroke to the painted list it asks for, in milliseconds; at least 100 keystrokes. Answers the slowest but 5 in 100. */
export const measureSearch = async (page: Page): Promise<number> => {
  await page.evaluate(openList)
  const box = page.getByRole('textbox', { name: 'Rechercher une personne' })
  await box.focus()
  await page.evaluate(listenToKeys)
  const spent: number[] = []
  for (let round = 0; spent.length < 100; round += 1) {
    const words = searches[round % searches.length] ?? ''
    for (const [position, letter] of [...words].entries()) {
      // Asked first, so that what is painted before the press is answered is not missed; the two may still cross.
      const painted = page.evaluate(keyToPaint, [...words].slice(0, position + 1).join(''))
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      spent.push(await painted)
    }
    await box.fill('')
    await page.evaluate(() => window.probe.painted(() => document.querySelector('[data-answers=""]') !== null && window.probe.hasRows()))
  }
  return quantileOf(spent, 0.95)
}

declare global {
  interface Window {
    /** When the browser received the last key that wrote something. */
    keyAt?: number | null
  }
}

// These run in the page.
const openList = async (): Promise<number> => {
  const { probe } = window
  await probe.click('nav a', /^Accueil$/)
  await probe.painted(() => probe.find('[role=grid]') === null && probe.find('main h1') !== null && probe.find('main h2') !== null)
  const asked = await probe.click('nav a', /^Personnes$/)
  return (await probe.painted(probe.hasRows)) - asked
}
const listenToKeys = (): void => {
  window.addEventListener('keydown', (event) => void (window.keyAt = event.timeStamp), { capture: true })
}
const keyToPaint = async (typed: string): Promise<number> => {
  const { probe } = window
  const isAnswered = (): boolean =>
    document.querySelector<HTMLInputElement>('input:focus')?.value === typed &&
    document.querySelector<HTMLElement>('[data-answers]')?.dataset['answers'] === typed
  const hasNobody = (): boolean => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '1'
  const painted = await probe.painted(() => isAnswered() && (hasNobody() || probe.hasRows()))
  return painted - (window.keyAt ?? painted)
}
