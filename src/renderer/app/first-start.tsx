import { useState, type ReactNode } from 'react'
import { useLive } from '#data/use-live'
import { router } from '#app/routes'
import { StartAgainContext } from '#app/start-again'
import { forgetKeptStates } from '#ui/use-kept-state'
import { StartFlow } from '#features/start/start-flow'

const pathByChoice = { spreadsheet: '/import', sample: '/', empty: '/people' } as const

/** The first screen where nothing is kept yet, until one of its three ways was taken; then the application. */
export const FirstStart = ({ isFirst, children }: { readonly isFirst: boolean; readonly children: ReactNode }) => {
  const settings = useLive(['settings'], (services) => services.settings.get(), [])
  const [step, setStep] = useState<'asking' | 'under-way' | 'done'>(isFirst ? 'asking' : 'done')
  if (settings === undefined && isFirst) return null
  // A name was given at an earlier start: nothing to ask again, though nothing is kept yet.
  const isDone = step === 'done' || (step === 'asking' && settings !== undefined && settings.associationName !== '')
  // Nothing of one association shows in the next.
  const startAgain = (): void => {
    forgetKeptStates()
    setStep('asking')
  }
  if (isDone) return <StartAgainContext value={startAgain}>{children}</StartAgainContext>
  return (
    <StartFlow
      onBegin={() => setStep('under-way')}
      onDone={(choice) => {
        // Not awaited: without its provider on screen the router may finish only once it is shown again.
        void router.navigate({ to: pathByChoice[choice] })
        setStep('done')
      }}
    />
  )
}
