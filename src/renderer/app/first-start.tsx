import { useState, type ReactNode } from 'react'
import { useLive } from '#data/use-live'
import { router } from '#app/routes'
import { StartFlow } from '#features/start/start-flow'

const pathByChoice = { spreadsheet: '/import', sample: '/', empty: '/people' } as const

/** The first screen, until one of its three ways was taken; then the application. */
export const FirstStart = ({ children }: { readonly children: ReactNode }) => {
  const settings = useLive(['settings'], (services) => services.settings.get(), [])
  const [step, setStep] = useState<'asking' | 'under-way' | 'done'>('asking')
  if (settings === undefined) return null
  // A name was given at an earlier start: nothing to ask again, though nothing is kept yet.
  if (step === 'done' || (step === 'asking' && settings.associationName !== '')) return children
  return (
    <StartFlow
      onBegin={() => setStep('under-way')}
      onDone={(choice) => void router.navigate({ to: pathByChoice[choice] }).then(() => setStep('done'))}
    />
  )
}
