import { MultiSelect, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RoleKindId } from '#domain/id'
import type { PeopleCondition, RoleMoment } from '#domain/people-filter'
import type { IsoDate } from '#domain/period'
import { NotSwitch, inPlace, type EditorProps } from './editor-parts.tsx'
import { DayInput } from './day-input.tsx'

const moments = ['today', 'on', 'formerly', 'ever', 'started-since', 'ended-since'] as const satisfies readonly RoleMoment['kind'][]

/** Which roles, held or not, at which moment. */
export const RoleConditionEditor = ({ condition, onChange, lists, names, today }: EditorProps<Extract<PeopleCondition, { kind: 'role' }>>) => {
  const { t } = useTranslation('people')
  const { moment } = condition
  return (
    <>
      <NotSwitch value={condition.not} yes={t('filters.are')} no={t('filters.areNot')} onChange={(not) => onChange({ ...condition, not })} />
      <MultiSelect
        label={t('filters.role')}
        comboboxProps={inPlace}
        searchable
        placeholder={condition.roles.length === 0 ? t('filters.anyRole') : ''}
        data={lists.roleKinds.map(({ id }) => ({ value: id as string, label: names.role(id) }))}
        value={[...condition.roles]}
        onChange={(roles) => onChange({ ...condition, roles: roles as RoleKindId[] })}
      />
      <Select
        label={t('filters.moment')}
        comboboxProps={inPlace}
        data={moments.map((kind) => ({ value: kind, label: t(`filters.moments.${kind}`) }))}
        value={moment.kind}
        onChange={(kind) => onChange({ ...condition, moment: newMoment(kind as RoleMoment['kind'], today) })}
      />
      {'date' in moment && (
        <DayInput label={t('filters.date')} value={moment.date} onChange={(date) => onChange({ ...condition, moment: { ...moment, date } })} />
      )}
    </>
  )
}

const newMoment = (kind: RoleMoment['kind'], today: IsoDate): RoleMoment =>
  kind === 'on' || kind === 'started-since' || kind === 'ended-since' ? { kind, date: today } : { kind }
