import { Alert, Button, Checkbox, NumberInput, Select, Text } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { labelGroups } from '#domain/letters/households'
import { labelSheets, labelsOnSheet, type LabelSheetId } from '#domain/letters/label-sheets'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import type { WritingPerson } from '#data/services/letters-service'
import { fittingSize, LabelPages } from './label-pages.tsx'
import { usePrinted } from './use-printed.tsx'
import { useSaySaved } from './use-say-saved.ts'
import { useSomeNames } from './use-some-names.ts'
import type { WritingWords } from './writing-words.ts'
import classes from './letters.module.css'

interface AddressLabelsProps {
  readonly people: readonly WritingPerson[]
  readonly words: WritingWords
  readonly today: IsoDate
}

/** Address labels on a usual sheet, as a PDF to print. */
export const AddressLabels = ({ people, words, today }: AddressLabelsProps) => {
  const { t } = useTranslation('letters')
  const say = useSaySaved()
  const someNames = useSomeNames()
  const { printed, print } = usePrinted()
  const [sheetId, setSheetId] = useState<LabelSheetId>('L7160')
  const [startAt, setStartAt] = useState(1)
  const [byHousehold, setByHousehold] = useState(true)
  const sheet = labelSheets.find(({ id }) => id === sheetId) ?? labelSheets[0]
  const perPage = labelsOnSheet(sheet)
  const first = Math.min(startAt, perPage)
  const groups = useMemo(() => {
    const withAddress = people.flatMap(({ address, ...person }) => (address === null ? [] : [{ ...person, address }]))
    return labelGroups(withAddress, byHousehold)
  }, [people, byHousehold])
  const labels = groups.map(({ people: named, address }) => ({ named, ...words.postal(named, address) }))
  const cut = labels.filter((label) => label.cut).flatMap(({ named }) => named.map(fullName))
  const pages = Math.ceil((labels.length + first - 1) / perPage)
  const draw = ({ lines }: (typeof labels)[number]): ReactNode => (
    <div style={{ fontSize: `${fittingSize(lines, sheet)}mm` }}>
      {lines.map((line, index) => (
        <div key={index}>{line}</div>
      ))}
    </div>
  )
  const save = async (): Promise<void> => {
    const all = (
      <LabelPages sheet={sheet} startAt={first} items={labels}>
        {draw}
      </LabelPages>
    )
    say(await print(all, t('labels.fileName', { date: today })))
  }
  return (
    <div className={classes['beside']}>
      {printed}
      <div className={classes['stack']}>
        <Select
          label={t('labels.sheet')}
          allowDeselect={false}
          data={labelSheets.map(({ id }) => ({ value: id, label: t(`labels.sheets.${id}`) }))}
          value={sheetId}
          onChange={(value) => setSheetId(value as LabelSheetId)}
        />
        <NumberInput
          label={t('labels.startAt')}
          description={t('labels.startHint')}
          min={1}
          max={perPage}
          allowDecimal={false}
          value={startAt}
          onChange={(value) => typeof value === 'number' && value >= 1 && setStartAt(value)}
        />
        <Checkbox label={t('labels.household')} checked={byHousehold} onChange={(event) => setByHousehold(event.currentTarget.checked)} />
        <Text fw={560}>
          {t('labels.count', { count: labels.length })} {t('labels.pages', { count: pages })}
        </Text>
        {cut.length > 0 && <Alert color="yellow">{t('labels.cut', { count: cut.length, names: someNames(cut) })}</Alert>}
        <Text size="xs" c="dimmed">
          {t('labels.scale')}
        </Text>
        <Button leftSection={<IconFileTypePdf size={16} />} onClick={() => void save()}>
          {t('pdf')}
        </Button>
      </div>
      <figure className={classes['looked']} aria-label={t('labels.preview')}>
        <LabelPages sheet={sheet} startAt={first} items={labels} firstOnly>
          {draw}
        </LabelPages>
      </figure>
    </div>
  )
}
