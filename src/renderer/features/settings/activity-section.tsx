import { Checkbox, NumberInput, Radio, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings, YearKind } from '#domain/settings'
import { useLive } from '#data/use-live'
import { ActiveSentence } from '#features/settings/active-sentence'
import { useFormat } from '#i18n/setup'
import { FormSection } from '#ui/form-section'
import { useChangeSettings } from './use-change-settings.ts'
import classes from './activity-section.module.css'

const yearKinds = ['civil', 'school', 'association'] as const satisfies readonly YearKind[]
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const facts = ['attendance', 'hours', 'role'] as const

/** How years are counted, and what « actif » means. */
export const ActivitySection = () => {
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  return settings === undefined ? null : <ActivityForm settings={settings} />
}

const ActivityForm = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const change = useChangeSettings()
  const { activeRule, activeMonths, yearKind, yearStartMonth } = settings
  return (
    <>
      <FormSection title={t('activity.yearTitle')} text={t('activity.yearText')}>
        <Radio.Group
          aria-label={t('activity.yearTitle')}
          value={yearKind}
          onChange={(kind) => change({ yearKind: yearKinds.find((known) => known === kind) ?? 'civil' })}
        >
          <Stack gap={10}>
            {yearKinds.map((kind) => (
              <Radio key={kind} value={kind} label={t(`activity.year.${kind}`)} description={t(`activity.yearNote.${kind}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {yearKind === 'association' && (
          <Select
            label={t('activity.startMonth')}
            w={220}
            value={String(yearStartMonth)}
            data={months.map((month) => ({ value: String(month), label: format.monthName(month) }))}
            onChange={(month) => month !== null && change({ yearStartMonth: Number(month) })}
          />
        )}
      </FormSection>
      <FormSection title={t('activity.activeTitle')} text={t('activity.activeText')}>
        <p className={classes['sentence']} aria-live="polite">
          <ActiveSentence settings={settings} />
        </p>
        <Stack gap={8}>
          {facts.map((fact) => (
            <Checkbox
              key={fact}
              label={t(`activity.${fact}`)}
              checked={activeRule[fact]}
              onChange={(event) => change({ activeRule: { ...activeRule, [fact]: event.currentTarget.checked } })}
            />
          ))}
        </Stack>
        <div className={classes['months']}>
          <label htmlFor="active-months">{t('activity.months')}</label>
          <NumberInput
            id="active-months"
            w={76}
            min={1}
            max={60}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            value={activeMonths}
            onChange={(value) => typeof value === 'number' && value >= 1 && change({ activeMonths: value })}
          />
          <span>{t('activity.monthsUnit', { count: activeMonths })}</span>
        </div>
      </FormSection>
    </>
  )
}
