/** What the application asked of the desktop, for a test to read. */
export type Act =
  | { readonly kind: 'dialog'; readonly what: string; readonly title: string; readonly path: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'reveal'; readonly path: string }

const acts: Act[] = []
export const record = (act: Act): void => void acts.push(act)

interface Request {
  readonly id: number
  readonly name: string
  readonly value: unknown
}
type Answerers = Readonly<Record<string, (value: never) => unknown>>

/** Listens to the test that started this process; each request gets one answer, with its id. */
export const listenToTest = (answerers: Answerers): void => {
  process.on('message', (request: Request) => {
    const reply = (answer: object): void => void process.send?.({ id: request.id, ...answer })
    try {
      const answer = request.name === 'acts' ? acts : answerers[request.name]?.(request.value as never)
      reply({ ok: true, value: answer ?? null })
    } catch (problem) {
      reply({ ok: false, problem: String(problem) })
    }
  })
  // The test is gone: so is its application.
  process.on('disconnect', () => process.exit(0))
}
