import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NameForm } from '#features/settings/name-form'
import classes from './record-lines.module.css'

/** A role, a tag, a field: something with a name, archived rather than removed since records hold it. */
export interface RecordLine {
  readonly id: string
  readonly name: string
  readonly archived: boolean
  /** Quiet words after the name. */
  readonly marks?: ReactNode
  /** Acts besides renaming and archiving. */
  readonly acts?: readonly { readonly label: string; readonly run: () => void }[]
}

export interface RecordLinesProps {
  readonly label: string
  readonly lines: readonly RecordLine[]
  readonly onRename: (id: string, name: string) => void
  readonly onArchive: (id: string, archived: boolean) => void
}

/** A list of named things to rename, archive and bring back. */
export const RecordLines = ({ label, lines, onRename, onArchive }: RecordLinesProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const [renamed, setRenamed] = useState<string | null>(null)
  const taken = new Set(lines.map(({ name }) => name.toLocaleLowerCase()))
  const kept = lines.filter(({ archived }) => !archived)
  const archived = lines.filter((line) => line.archived)
  const draw = (line: RecordLine): ReactNode => (
    <li key={line.id} className={classes['line']} data-archived={line.archived || undefined}>
      {renamed === line.id ? (
        <NameForm
          label={t('roles.rename', { name: line.name })}
          action={t('common:actions.rename')}
          initial={line.name}
          taken={taken}
          onCancel={() => setRenamed(null)}
          onSave={(name) => {
            onRename(line.id, name)
            setRenamed(null)
          }}
        />
      ) : (
        <>
          <span className={classes['name']}>{line.name}</span>
          <span className={classes['marks']}>{line.marks}</span>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="sm" aria-label={t('roles.menu', { name: line.name })}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setRenamed(line.id)}>{t('common:actions.rename')}</Menu.Item>
              {line.acts?.map((act) => (
                <Menu.Item key={act.label} onClick={act.run}>
                  {act.label}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => onArchive(line.id, !line.archived)}>{line.archived ? t('roles.restore') : t('roles.archive')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </li>
  )
  return (
    <>
      {kept.length > 0 && (
        <ul className={classes['lines']} aria-label={label}>
          {kept.map(draw)}
        </ul>
      )}
      {archived.length > 0 && (
        <>
          <p className={classes['note']}>{t('roles.archived')}</p>
          <ul className={classes['lines']}>{archived.map(draw)}</ul>
        </>
      )}
    </>
  )
}
