import { useStartAgain } from '#app/start-again'
import { BackupsSection } from '#features/safety/backups-section'
import { SettingsPage } from '#features/settings/settings-page'
import { SampleSection } from '#features/start/sample-section'

/** Réglages, with the sections that other rooms bring. */
export const SettingsRoute = () => <SettingsPage backups={<BackupsSection />} sample={<SampleSection onRemoved={useStartAgain()} />} />
