import { describe, expect, it } from 'vitest'
import { makeClosing } from '#main/closing'

const makeWorld = (answerToQuestion = false) => {
  const done: string[] = []
  const patience = Promise.withResolvers<void>()
  const question = Promise.withResolvers<void>()
  const closing = makeClosing({
    tellPage: () => done.push('page prévenue'),
    destroy: () => done.push('fermée'),
    askToCloseAnyway: async (reason) => {
      done.push(`question : ${reason}`)
      question.resolve()
      return answerToQuestion
    },
    wait: () => patience.promise,
  })
  const loseEveryPatience = async (): Promise<void> => {
    patience.resolve()
    // Everything that was waiting has run once the queue of promises is empty.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { closing, done, loseEveryPatience, asked: question.promise }
}

describe('fermer la fenêtre', () => {
  it('ferme aussitôt une page qui n’a jamais rien eu à enregistrer', () => {
    const { closing, done } = makeWorld()
    expect(closing.mayCloseNow()).toBe(true)
    expect(done).toEqual([])
  })

  it('attend que la page ait tout enregistré', () => {
    const { closing, done } = makeWorld()
    closing.setBusy({ busy: true, reason: 'Import en cours' })
    expect(closing.mayCloseNow()).toBe(false)
    expect(done).toEqual(['page prévenue'])
    closing.setBusy({ busy: false, reason: '' })
    expect(done).toEqual(['page prévenue', 'fermée'])
  })

  it('ne prévient la page qu’une fois, même si l’on insiste', () => {
    const { closing, done } = makeWorld()
    closing.setBusy({ busy: true, reason: '' })
    closing.mayCloseNow()
    closing.mayCloseNow()
    expect(done).toEqual(['page prévenue'])
  })

  it('demande avant de fermer une page encore occupée, et la laisse si l’on préfère attendre', async () => {
    const { closing, done, loseEveryPatience, asked } = makeWorld(false)
    closing.setBusy({ busy: true, reason: 'Import en cours' })
    closing.mayCloseNow()
    await loseEveryPatience()
    await asked
    expect(done).toEqual(['page prévenue', 'question : Import en cours'])
    closing.setBusy({ busy: false, reason: '' })
    expect(done).not.toContain('fermée')
  })

  it('ferme une page occupée si l’on y tient', async () => {
    const { closing, done, loseEveryPatience } = makeWorld(true)
    closing.setBusy({ busy: true, reason: 'Import en cours' })
    closing.mayCloseNow()
    await loseEveryPatience()
    expect(done).toEqual(['page prévenue', 'question : Import en cours', 'fermée'])
  })

  it('ferme sans question une page libre qui ne répond plus', async () => {
    const { closing, done, loseEveryPatience } = makeWorld()
    closing.setBusy({ busy: false, reason: '' })
    expect(closing.mayCloseNow()).toBe(false)
    await loseEveryPatience()
    expect(done).toEqual(['page prévenue', 'fermée'])
  })
})
