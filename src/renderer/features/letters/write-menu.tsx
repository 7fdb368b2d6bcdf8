import { Button, Menu } from '@mantine/core'
import { IconAddressBook, IconCopy, IconId, IconMail, IconPencil, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { useData } from '#data/use-data'
import { WriteDialog, type WriteKind } from './write-dialog.tsx'
import { saveCards } from './save-cards.ts'
import { useSaySaved } from './use-say-saved.ts'

export interface WriteMenuProps {
  /** Whom, in the order of the list; asked when something is chosen. */
  readonly ids: () => Promise<readonly PersonId[]>
  readonly today: IsoDate
  /** In a row of quiet buttons rather than in the bar of acts. */
  readonly quiet?: boolean
}

/** « Écrire » to a list: addresses to copy, labels, badges, a letter, an address book. */
export const WriteMenu = ({ ids, today, quiet = false }: WriteMenuProps) => {
  const { t } = useTranslation('letters')
  const data = useData()
  const say = useSaySaved()
  const [open, setOpen] = useState<{ readonly kind: WriteKind; readonly ids: readonly PersonId[] } | null>(null)
  const choose = (kind: WriteKind): void => void ids().then((chosen) => setOpen({ kind, ids: chosen }))
  return (
    // The page below would take Escape for itself.
    <span onKeyDown={(event) => open !== null && event.key === 'Escape' && event.preventDefault()}>
      <Menu position={quiet ? 'bottom-end' : 'top'}>
        <Menu.Target>
          <Button {...(quiet ? quietLook : barLook)} leftSection={<IconPencil size={quiet ? 16 : 14} />}>
            {t('button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => choose('emails')}>
            {t('menu.emails')}
          </Menu.Item>
          <Menu.Item leftSection={<IconMail size={14} />} onClick={() => choose('letter')}>
            {t('menu.letter')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTags size={14} />} onClick={() => choose('labels')}>
            {t('menu.labels')}
          </Menu.Item>
          <Menu.Item leftSection={<IconId size={14} />} onClick={() => choose('badges')}>
            {t('menu.badges')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconAddressBook size={14} />}
            onClick={() =>
              void ids()
                .then((chosen) => saveCards(data.exporting, chosen, today))
                .then(say)
            }
          >
            {t('menu.vcard')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open !== null && <WriteDialog kind={open.kind} ids={open.ids} today={today} onClose={() => setOpen(null)} />}
    </span>
  )
}

const quietLook = { variant: 'subtle', color: 'gray' } as const
const barLook = { variant: 'default', size: 'xs' } as const
