import { Button, Popover, ScrollArea, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TerritoryId } from '#domain/id'
import { searchable } from '#domain/searchable'
import type { Lists } from './lists.ts'
import classes from './tag-choice.module.css'

interface TerritoryChoiceProps {
  readonly lists: Lists
  /** null: the territory follows from the address again. */
  readonly onChoose: (territory: TerritoryId | null) => void
}

/** Finds a territory by a few letters and places everybody chosen in it. */
export const TerritoryChoice = ({ lists, onChoose }: TerritoryChoiceProps) => {
  const { t } = useTranslation('people')
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const found = lists.territories.filter(({ name }) => searchable(name).includes(searchable(typed)))
  const choose = (territory: TerritoryId | null): void => {
    onChoose(territory)
    setOpened(false)
    setTyped('')
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="top" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconMapPin size={14} />} onClick={() => setOpened(!opened)}>
          {t('bar.territory')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={280}>
          <TextInput
            data-autofocus
            aria-label={t('bar.findTerritory')}
            placeholder={t('bar.findTerritory')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ScrollArea.Autosize mah={240}>
            {found.map(({ id, name }) => (
              <div key={id} className={classes['line']}>
                <UnstyledButton className={classes['name']} onClick={() => choose(id)}>
                  {name}
                </UnstyledButton>
              </div>
            ))}
          </ScrollArea.Autosize>
          <Button variant="default" size="xs" onClick={() => choose(null)}>
            {t('bar.addressTerritory')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
