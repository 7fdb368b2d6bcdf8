import { IconPlus, IconX } from '@tabler/icons-react'
import { Menu, Popover, UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './filter-sentence.module.css'

export interface FilterPart {
  readonly id: string
  /** « bénévoles », « à Lille », « venus depuis 6 mois »: reads on from the part before it. */
  readonly words: string
  /** Opened by a click on the words, to change the filter. */
  readonly editor?: ((close: () => void) => ReactNode) | undefined
  /** Absent for a part that is always there. */
  readonly onRemove?: (() => void) | undefined
}

export interface FilterSentenceProps {
  /** « Toutes les personnes », « 128 personnes ». */
  readonly subject: ReactNode
  readonly parts: readonly FilterPart[]
  /** What « + filtre » proposes. */
  readonly choices: readonly { readonly id: string; readonly label: string; readonly onAdd: () => void }[]
  readonly onClear?: (() => void) | undefined
  /** The part whose editor opens by itself, since it was just added. */
  readonly openPart?: string | null
}

/** Filters that read as a sentence: « 128 personnes · bénévoles · à Lille · venues depuis 6 mois + ». */
export const FilterSentence = ({ subject, parts, choices, onClear, openPart = null }: FilterSentenceProps) => {
  const { t } = useTranslation()
  return (
    <div className={classes['sentence']} role="group" aria-label={t('filters.sentence')}>
      <span className={classes['subject']} aria-live="polite">
        {subject}
      </span>
      {parts.map((part) => (
        <Part key={part.id} part={part} startsOpen={part.id === openPart} />
      ))}
      {choices.length > 0 && (
        <Menu>
          <Menu.Target>
            <UnstyledButton className={classes['add']}>
              <IconPlus size={14} aria-hidden />
              {t('filters.add')}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {choices.map((choice) => (
              <Menu.Item key={choice.id} onClick={choice.onAdd}>
                {choice.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {onClear !== undefined && parts.some((part) => part.onRemove !== undefined) && (
        <UnstyledButton className={classes['clear']} onClick={onClear}>
          {t('filters.clear')}
        </UnstyledButton>
      )}
    </div>
  )
}

const Part = ({ part, startsOpen }: { readonly part: FilterPart; readonly startsOpen: boolean }) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(startsOpen)
  const words =
    part.editor === undefined ? (
      <span className={classes['words']}>{part.words}</span>
    ) : (
      <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start">
        <Popover.Target>
          <UnstyledButton className={classes['words']} onClick={() => setOpened(!opened)} aria-expanded={opened}>
            {part.words}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>{part.editor(() => setOpened(false))}</Popover.Dropdown>
      </Popover>
    )
  return (
    <span className={classes['part']}>
      {words}
      {part.onRemove !== undefined && (
        <UnstyledButton className={classes['remove']} onClick={part.onRemove} aria-label={t('filters.remove', { filter: part.words })}>
          <IconX size={12} aria-hidden />
        </UnstyledButton>
      )}
    </span>
  )
}
