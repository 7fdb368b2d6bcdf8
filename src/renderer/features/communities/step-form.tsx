import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LaunchStage, LaunchStep } from '#domain/community'
import { isBuiltInStep } from '#domain/communities/launch'
import { PartialDateInput } from '#ui/partial-date-input'
import type { CommunityFormPart } from './community-panel.tsx'
import { RecordPanel } from './record-panel.tsx'
import { newEntryId, nextOrder, useSaveCommunity, without } from './use-save-community.ts'
import classes from './communities.module.css'

/** A step of the launch: the association's own words, or the day a built-in one was done. */
export const StepForm = ({
  community,
  onClose,
  stage,
  step,
}: CommunityFormPart & { readonly stage: LaunchStage; readonly step: LaunchStep | null }) => {
  const { t } = useTranslation('communities')
  const save = useSaveCommunity(community)
  const builtIn = step !== null && isBuiltInStep(step.id) ? step.id : null
  const [name, setName] = useState(step?.name ?? '')
  const [doneOn, setDoneOn] = useState(step?.doneOn ?? null)
  const [tried, setTried] = useState(false)
  const write = async (steps: typeof community.steps): Promise<void> => {
    if (await save({ steps })) onClose()
  }
  const keep = (): void => {
    setTried(true)
    if (builtIn === null && name.trim() === '') return
    const id = step?.id ?? newEntryId()
    const order = step?.order ?? nextOrder(community.steps)
    void write({ ...community.steps, [id]: { id, stage, name: builtIn === null ? name.trim() : null, doneOn, order } })
  }
  return (
    <RecordPanel
      title={t(step === null ? 'launch.newStep' : 'launch.editStep')}
      onClose={onClose}
      onSave={keep}
      onRemove={step === null || builtIn !== null ? null : () => void write(without(community.steps, step.id))}
    >
      <p className={classes['quiet']}>{t(`launch.stages.${stage}`)}</p>
      {builtIn === null ? (
        <TextInput
          data-autofocus
          label={t('launch.stepName')}
          autoComplete="off"
          value={name}
          error={tried && name.trim() === '' ? t('launch.stepNameMissing') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      ) : (
        <p className={classes['text']}>{t(`launch.steps.${builtIn}`)}</p>
      )}
      <PartialDateInput label={t('launch.doneOn')} description={t('launch.doneOnHint')} value={doneOn} onChange={setDoneOn} />
    </RecordPanel>
  )
}
