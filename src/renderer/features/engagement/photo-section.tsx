import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { photoCertainties, type PhotoCertainty, type PhotoRow } from '#domain/indicators/figure'
import { isoDateOf, lastDay, parsePartialDate, partsOf, type IsoDate } from '#domain/period'
import type { RoleKind } from '#domain/role'
import type { Settings } from '#domain/settings'
import { yearHolding } from '#domain/year'
import { ShareBars } from '#charts/share-bars'
import type { ChartTable } from '#charts/table'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { PartialDateInput } from '#ui/partial-date-input'
import { useKeptState } from '#ui/use-kept-state'
import { useRoleName } from '#i18n/role-name'
import { SavedChart } from './saved-chart.tsx'
import { useOpenFigure } from './use-figures.ts'
import styles from './engagement.module.css'

interface PhotoSectionProps {
  readonly settings: Settings
  readonly roleKinds: readonly RoleKind[]
  readonly today: IsoDate
}

/** « Photo à une date »: who had which role on any day. */
export const PhotoSection = ({ settings, roleKinds, today }: PhotoSectionProps) => {
  const { t } = useTranslation(['engagement', 'common'])
  const format = useFormat()
  const roleName = useRoleName()
  const open = useOpenFigure(today)
  const [on, setOn] = useKeptState<IsoDate>('engagement.photo', () => today)
  const photo = useLive(['people', 'roleKinds', 'settings'], (data) => data.figures.photo(on, today), [on, today])
  const yearEnd = isoDateOf(partsOf(today).year - 1, 12, 31) ?? today
  const presets = [
    { label: t('photo.presets.today'), date: today },
    ...[yearHolding(settings, today).start, yearEnd].map((day) => ({ label: t('photo.presets.day', { date: format.date(day) }), date: day })),
  ]
  const date = format.date(on)
  const title = t('photo.title', { date })
  const kindById = new Map(roleKinds.map((kind) => [kind.id, kind]))
  const nameOf = (row: PhotoRow): string => {
    const kind = row.role === null ? undefined : kindById.get(row.role)
    return kind === undefined ? t('photo.anyRole') : roleName(kind)
  }
  const figureOf = (row: PhotoRow, certainty: PhotoCertainty) => (certainty === 'unknown-start' ? row.unknownStart : row[certainty])
  const openCell = (row: PhotoRow, certainty: PhotoCertainty): void =>
    open(figureOf(row, certainty).ref, t('photo.list', { role: nameOf(row), date }), t('photo.rule'), t(`photo.short.${certainty}`))
  const rows = photo === undefined ? [] : [...photo.rows, photo.total]
  const wordOf = { certain: t('photo.certain'), incomplete: t('photo.incomplete'), 'unknown-start': t('photo.unknownStart') } as const
  const table: ChartTable = {
    rowHeader: t('photo.role'),
    columns: photoCertainties.map((certainty) => ({ header: wordOf[certainty], kind: 'integer' })),
    rows: rows.map((row) => ({
      label: nameOf(row),
      cells: photoCertainties.map((certainty) => {
        const { count } = figureOf(row, certainty)
        return { text: format.number(count), value: count, onPick: count === 0 ? undefined : () => openCell(row, certainty) }
      }),
    })),
  }
  const most = Math.max(1, photo === undefined ? 1 : totalOf(photo.total))
  return (
    <div className={styles['sections']}>
      <Group align="flex-end" gap="sm">
        <PartialDateInput
          key={on}
          label={t('photo.on')}
          value={parsePartialDate(on)}
          onChange={(date) => {
            if (date !== null) setOn(lastDay(date))
          }}
        />
        {presets.map((preset) => (
          <Button key={preset.label} variant={preset.date === on ? 'light' : 'default'} onClick={() => setOn(preset.date)}>
            {preset.label}
          </Button>
        ))}
      </Group>
      {photo !== undefined && (
        <SavedChart title={title} rule={t('photo.rule')} table={table}>
          {photo.rows.length === 0 ? (
            <p>{t('photo.nobody')}</p>
          ) : (
            <ShareBars
              labelWidth="17rem"
              bars={rows.flatMap((row) =>
                photoCertainties
                  .filter((certainty) => figureOf(row, certainty).count > 0)
                  .map((certainty) => {
                    const { count } = figureOf(row, certainty)
                    const label = certainty === 'certain' ? nameOf(row) : `${nameOf(row)} – ${wordOf[certainty].toLowerCase()}`
                    return {
                      label,
                      share: count / most,
                      text: format.number(count),
                      description: t('common:actions.seeList'),
                      onPick: () => openCell(row, certainty),
                    }
                  }),
              )}
            />
          )}
        </SavedChart>
      )}
    </div>
  )
}

const totalOf = (row: PhotoRow): number => row.certain.count + row.incomplete.count + row.unknownStart.count
