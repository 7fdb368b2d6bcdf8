import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMemberOn } from '#domain/communities/membership'
import type { RolePeriodId } from '#domain/id'
import { isIsoDate, type IsoDate, type PartialDate } from '#domain/period'
import type { HandoverView } from '#data/services/handovers-service'
import { useLive } from '#data/use-live'
import { useRoleName } from '#i18n/role-name'
import { PartialDateInput } from '#ui/partial-date-input'
import { SidePanel } from '#ui/side-panel'
import classes from './core.module.css'

interface ClosePanelProps {
  readonly view: HandoverView
  readonly today: IsoDate
  readonly onFinish: (on: IsoDate, roleIds: readonly RolePeriodId[]) => void
  readonly onClose: () => void
}

/** The end of a handover: which roles end, and on which day. */
export const ClosePanel = ({ view, today, onFinish, onClose }: ClosePanelProps) => {
  const { t } = useTranslation(['core', 'common'])
  const roleName = useRoleName()
  const kinds = useLive(['roleKinds'], ({ records }) => records.all('roleKinds'), [])
  const current = Object.values(view.person.roles).filter((role) => isMemberOn(role, today))
  const [chosen, setChosen] = useState<ReadonlySet<RolePeriodId>>(new Set(current.map(({ id }) => id)))
  const leavingOn = view.handover.leavingOn
  const [on, setOn] = useState<PartialDate | null>(leavingOn !== null && isIsoDate(leavingOn) && leavingOn <= today ? leavingOn : today)
  const waiting = view.lines.filter(({ holding, doneOn }) => holding !== null && holding.kind !== 'role' && doneOn === null).length
  const toggle = (id: RolePeriodId, isChosen: boolean): void =>
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)))
  return (
    <SidePanel
      title={t('handover.closeTitle')}
      label={t('handover.closeTitle')}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button disabled={on === null || !isIsoDate(on)} onClick={() => onFinish(on !== null && isIsoDate(on) ? on : today, [...chosen])}>
            {t('handover.close')}
          </Button>
        </>
      }
    >
      <div className={classes['form']}>
        {waiting > 0 && <p className={classes['warning']}>{t('handover.closeLeft', { count: waiting })}</p>}
        <p className={classes['note']}>{t('handover.closeText')}</p>
        <PartialDateInput label={t('handover.closeDay')} value={on} onChange={setOn} autoFocus />
        {current.length === 0 && <p className={classes['note']}>{t('handover.closeNoRole')}</p>}
        {current.map((role) => {
          const kind = kinds?.find(({ id }) => id === role.kind)
          return (
            <Checkbox
              key={role.id}
              label={kind === undefined ? '' : roleName(kind)}
              checked={chosen.has(role.id)}
              onChange={(event) => toggle(role.id, event.currentTarget.checked)}
            />
          )
        })}
      </div>
    </SidePanel>
  )
}
