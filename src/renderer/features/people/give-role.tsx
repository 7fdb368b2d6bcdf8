import { Button, Popover, Select, Stack } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoleKindId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import type { RolePeriod } from '#domain/role'
import { PartialDateInput } from '#ui/partial-date-input'
import { inPlace } from './editor-parts.tsx'
import type { Lists, Names } from './lists.ts'

export interface GiveRoleProps {
  readonly lists: Lists
  readonly names: Names
  readonly today: IsoDate
  readonly onGive: (role: Omit<RolePeriod, 'id'>) => void
}

/** Gives a role with its dates to everybody chosen. */
export const GiveRole = ({ lists, names, today, onGive }: GiveRoleProps) => {
  const { t } = useTranslation('people')
  const [opened, setOpened] = useState(false)
  const kinds = lists.roleKinds.filter(({ archived }) => !archived)
  const [kind, setKind] = useState<RoleKindId | null>(null)
  const [start, setStart] = useState<PartialDate | null>(today)
  const [end, setEnd] = useState<PartialDate | null>(null)
  const chosen = kind ?? kinds[0]?.id ?? null
  return (
    <Popover opened={opened} onChange={setOpened} position="top" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconUserPlus size={14} />} onClick={() => setOpened(!opened)}>
          {t('bar.role')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" w={260}>
          <Select
            label={t('bar.kind')}
            comboboxProps={inPlace}
            data={kinds.map(({ id }) => ({ value: id as string, label: names.role(id) }))}
            value={chosen}
            onChange={(value) => setKind(value as RoleKindId | null)}
          />
          <PartialDateInput label={t('bar.start')} value={start} onChange={setStart} />
          <PartialDateInput label={t('bar.end')} value={end} onChange={setEnd} />
          <Button
            size="xs"
            disabled={chosen === null}
            onClick={() => {
              if (chosen !== null) onGive({ kind: chosen, start, end, organisationId: null, note: '' })
              setOpened(false)
            }}
          >
            {t('bar.giveRole')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
