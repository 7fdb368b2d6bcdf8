import { useTranslation } from 'react-i18next'
import { Page } from '#ui/page'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import type { FlowState, FlowStep } from './flow-state.ts'
import type { ImportFlow } from './import-flow.ts'
import { ReadingStep } from './reading-step.tsx'
import { ReceiptStep } from './receipt-step.tsx'
import { RefusedStep } from './refused-step.tsx'
import { StartStep } from './start-step.tsx'
import { StepsLine, type StepName } from './steps-line.tsx'
import { useImportFlow } from './use-importing.ts'

/** « Importer »: from a file to its receipt, in four steps on one page. */
export const ImportingPage = ({ onSeePeople }: { readonly onSeePeople: () => void }) => {
  const { t } = useTranslation('importing')
  const { flow, state } = useImportFlow()
  const { step, position } = state
  const title = step.kind === 'columns' ? t('columns.title') : step.kind === 'check' ? t('check.title') : t('title')
  const fileWords =
    step.kind === 'start'
      ? t('lead')
      : [step.file.fileName, position.total > 1 ? t('fileOf', position) : ''].filter((part) => part !== '').join(' · ')
  return (
    <Page
      title={title}
      subtitle={fileWords}
      actions={<StepsLine current={stepNameOf(step)} />}
      layout={step.kind === 'columns' || step.kind === 'check' ? 'fill' : 'scroll'}
    >
      <Step step={step} state={state} flow={flow} onSeePeople={onSeePeople} />
    </Page>
  )
}

const stepNameOf = ({ kind }: FlowStep): StepName => (kind === 'columns' || kind === 'check' || kind === 'receipt' ? kind : 'file')

interface StepProps {
  readonly step: FlowStep
  readonly state: FlowState
  readonly flow: ImportFlow
  readonly onSeePeople: () => void
}

const Step = ({ step, state, flow, onSeePeople }: StepProps) => {
  switch (step.kind) {
    case 'start':
      return <StartStep cancelled={step.cancelled} flow={flow} />
    case 'reading':
      return <ReadingStep fileName={step.file.fileName} reading={step.reading} onCancel={() => void flow.leave()} />
    case 'refused':
      return <RefusedStep fileName={step.file.fileName} problem={step.problem} canRetry={step.file.fileId !== ''} flow={flow} />
    case 'columns':
      return <ColumnsStep key={step.overview.id} overview={step.overview} working={step.working} flow={flow} />
    case 'check':
      return <CheckStep overview={step.overview} check={step.check} working={step.working} flow={flow} />
    case 'receipt':
      return (
        <ReceiptStep
          key={step.record.id}
          overview={step.overview}
          record={step.record}
          hasMoreFiles={state.waiting.length > 0}
          flow={flow}
          onSeePeople={onSeePeople}
        />
      )
  }
}
