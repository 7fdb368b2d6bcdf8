import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Community, LaunchStep } from '#domain/community'
import { isBuiltInStep, launchOf } from '#domain/communities/launch'
import { useFormat } from '#i18n/setup'
import { useToday } from '#ui/use-today'
import type { OpenPanel } from './community-panel.tsx'
import { useSaveCommunity } from './use-save-community.ts'
import classes from './launch.module.css'

/** The four stages of launching a community as a board: what is done, what is next, steps of one's own. */
export const CommunityLaunch = ({ community, onPanel }: { readonly community: Community; readonly onPanel: (panel: OpenPanel) => void }) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  const today = useToday()
  const save = useSaveCommunity(community)
  const launch = launchOf(community)
  const stepName = (step: LaunchStep): string => step.name ?? (isBuiltInStep(step.id) ? t(`launch.steps.${step.id}`) : step.id)
  const tick = (step: LaunchStep, done: boolean): void =>
    void save({ steps: { ...community.steps, [step.id]: { ...step, doneOn: done ? today : null } } })
  return (
    <div className={classes['launch']}>
      <p className={classes['summary']} role="status">
        {launch.next === null
          ? t('launch.allDone', { count: launch.total })
          : t('launch.summary', { done: launch.done, count: launch.total, next: stepName(launch.next) })}
      </p>
      <div className={classes['board']}>
        {launch.stages.map(({ stage, steps, done }) => (
          <section key={stage} className={classes['stage']} aria-label={t(`launch.stages.${stage}`)} data-done={done === steps.length || undefined}>
            <h2 className={classes['stageTitle']}>
              {t(`launch.stages.${stage}`)}
              <span className={classes['count']}>{t('launch.progress', { done, total: steps.length })}</span>
            </h2>
            <p className={classes['about']}>{t(`launch.about.${stage}`)}</p>
            <ul className={classes['steps']}>
              {steps.map((step) => (
                <li key={step.id} className={classes['step']} data-next={launch.next?.id === step.id || undefined}>
                  <Checkbox
                    size="xs"
                    label={stepName(step)}
                    description={
                      step.doneOn === null
                        ? launch.next?.id === step.id
                          ? t('launch.next')
                          : undefined
                        : t('launch.done', { date: format.date(step.doneOn) })
                    }
                    checked={step.doneOn !== null}
                    onChange={(event) => tick(step, event.currentTarget.checked)}
                  />
                  <ActionIcon
                    size="sm"
                    className={classes['edit'] ?? ''}
                    aria-label={t('launch.editNamed', { name: stepName(step) })}
                    onClick={() => onPanel({ kind: 'step', stage, step })}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              onClick={() => onPanel({ kind: 'step', stage, step: null })}
            >
              {t('launch.addStep')}
            </Button>
          </section>
        ))}
      </div>
    </div>
  )
}
