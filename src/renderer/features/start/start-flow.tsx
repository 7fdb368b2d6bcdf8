import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useData } from '#data/use-data'
import { StartPage, type FirstChoice, type FirstSettings } from '#features/start/start-page'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import { importSample, type SampleProgress } from './sample-import.ts'

/** The first screen, and what its three ways do. `onBegin`: an act is under way; `onDone`: the application can be shown. */
export const StartFlow = ({ onBegin, onDone }: { readonly onBegin: () => void; readonly onDone: (choice: FirstChoice) => void }) => {
  const { t } = useTranslation('start')
  const data = useData()
  const report = useReportWrite()
  const [progress, setProgress] = useState<SampleProgress | null>(null)

  const choose = async (choice: FirstChoice, settings: FirstSettings): Promise<void> => {
    onBegin()
    if (!report(await data.settings.change(settings))) return
    if (choice === 'sample') {
      const refused = await importSample({ desktop: window.desktop, importing: data.importing, onProgress: setProgress })
      if (refused !== null) showToast({ message: t('sampleFailed', { file: refused }), tone: 'problem' })
    }
    onDone(choice)
  }
  return <StartPage progress={progress} onChoose={(choice, settings) => void choose(choice, settings)} />
}
