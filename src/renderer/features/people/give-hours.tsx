import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { IconClockPlus } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoursGiven } from '#domain/hours'
import type { HoursId } from '#domain/id'
import { parseHoursText } from '#domain/importing/parse-number'
import type { IsoDate, PartialDate } from '#domain/period'
import { fullName, type Person } from '#domain/person'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { PartialDateInput } from '#ui/partial-date-input'
import { useReportWrite } from '#ui/report-write'

/** Nobody gives more at once: a year holds 8,784 hours. */
const most = 9_000

/** Notes hours that somebody gave outside any event: when, how long, for what. */
export const GiveHours = ({ person, today }: { readonly person: Person; readonly today: IsoDate }) => {
  const { t } = useTranslation('person')
  const data = useData()
  const format = useFormat()
  const report = useReportWrite()
  const [opened, setOpened] = useState(false)
  const [date, setDate] = useState<PartialDate | null>(today)
  const [typed, setTyped] = useState('')
  const [task, setTask] = useState('')
  const [wrong, setWrong] = useState(false)

  const give = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const hours = parseHoursText(typed)
    if (hours === null || hours === 0 || hours > most) return setWrong(true)
    const after: HoursGiven = { id: newId<HoursId>(), personId: person.id, date, hours, task: task.trim(), deletedAt: null }
    const written = await data.records.save({ table: 'hours', before: null, after })
    const done = t('hours.noted', { hours: format.hours(hours), name: fullName(person) })
    if (!report(written, { done, undo: () => void data.changes.undo() })) return
    setOpened(false)
    setTyped('')
    setTask('')
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconClockPlus size={14} />} onClick={() => setOpened(!opened)}>
          {t('hours.give')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void give(event)} noValidate>
          <Stack gap="sm" w={260}>
            <TextInput
              label={t('hours.howLong')}
              placeholder={t('hours.hint')}
              autoComplete="off"
              data-autofocus
              value={typed}
              error={wrong ? t('hours.wrong') : undefined}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                setWrong(false)
              }}
            />
            <PartialDateInput label={t('attendance.date')} value={date} onChange={setDate} />
            <TextInput label={t('hours.task')} autoComplete="off" value={task} onChange={(event) => setTask(event.currentTarget.value)} />
            <Button type="submit" size="xs">
              {t('hours.give')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
