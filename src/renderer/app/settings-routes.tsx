import { useNavigate } from '@tanstack/react-router'
import { useStartAgain } from '#app/start-again'
import { HistorySection } from '#features/history/history-section'
import { BackupsSection } from '#features/safety/backups-section'
import { SettingsPage } from '#features/settings/settings-page'
import { SampleSection } from '#features/start/sample-section'

/** Réglages, with the sections that other rooms bring. */
export const SettingsRoute = () => {
  const navigate = useNavigate()
  return (
    <SettingsPage
      backups={<BackupsSection />}
      sample={<SampleSection onRemoved={useStartAgain()} />}
      history={
        <HistorySection
          onJournal={() => void navigate({ to: '/journal' })}
          onBin={() => void navigate({ to: '/bin' })}
          onDuplicates={() => void navigate({ to: '/people/duplicates' })}
        />
      }
    />
  )
}
