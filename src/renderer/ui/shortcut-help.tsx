import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './shortcut-help.module.css'

/** The keyboard, on one card. Opens with « ? ». */
export const ShortcutHelp = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation(['shell', 'common'])
  const key = (name: 'control' | 'enter' | 'space' | 'escape' | 'home' | 'end' | 'pageUp' | 'pageDown'): string => t(`shortcuts.keys.${name}`)
  const groups = [
    {
      title: t('shortcuts.everywhere'),
      lines: [
        { keys: [[key('control'), 'K']], label: t('shortcuts.find') },
        { keys: [[key('control'), 'F'], ['/']], label: t('shortcuts.search') },
        { keys: [['N']], label: t('shortcuts.newPerson') },
        { keys: [[key('control'), 'Z']], label: t('shortcuts.undo') },
        { keys: [[key('control'), '1…9']], label: t('shortcuts.rooms') },
        { keys: [[key('escape')]], label: t('shortcuts.close') },
        { keys: [['?']], label: t('shortcuts.help') },
      ],
    },
    {
      title: t('shortcuts.lists'),
      lines: [
        { keys: [['↑'], ['↓']], label: t('shortcuts.move') },
        { keys: [[key('pageUp')], [key('pageDown')]], label: t('shortcuts.page') },
        { keys: [[key('home')], [key('end')]], label: t('shortcuts.ends') },
        { keys: [[key('enter')]], label: t('shortcuts.open') },
        { keys: [[key('space')]], label: t('shortcuts.select') },
        { keys: [[key('control'), 'A']], label: t('shortcuts.selectAll') },
      ],
    },
  ]
  return (
    <Modal opened={opened} onClose={onClose} title={t('shortcuts.title')} size={620} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <div className={classes['groups']}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={classes['title']}>{group.title}</h3>
            <dl className={classes['lines']}>
              {group.lines.map((line) => (
                <div key={line.label} className={classes['line']}>
                  <dt>{line.label}</dt>
                  <dd>
                    {line.keys.map((keys) => (
                      <span key={keys.join('+')} className={classes['keys']}>
                        {keys.map((name) => (
                          <kbd key={name}>{name}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
