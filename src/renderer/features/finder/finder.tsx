import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { searchable } from '#domain/searchable'
import { foundGroups, type Found, type FoundGroup, type FoundPlace } from '#data/services/finder-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useToday } from '#ui/use-today'
import classes from './finder.module.css'

/** A page or an act, found by its words. */
export interface FinderCommand {
  readonly id: string
  readonly label: string
  readonly run: () => void
}
export interface FinderProps {
  readonly onClose: () => void
  readonly onOpen: (place: FoundPlace) => void
  readonly commands: readonly FinderCommand[]
  /** Where one was, the latest first: shown before anything is typed, and first among what is found. */
  readonly recent: readonly FoundPlace[]
}

interface Line {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly run: () => void
}
interface Group {
  readonly id: FoundGroup | 'recent' | 'commands'
  readonly lines: readonly Line[]
}

/** Ctrl+K: one box for everything. Arrows choose, Enter opens, Escape closes. */
export const Finder = ({ onClose, onOpen, commands, recent }: FinderProps) => {
  const { t } = useTranslation('finder')
  const { t: common } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      yOffset="9vh"
      size={640}
      padding="sm"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      <FinderBox onClose={onClose} onOpen={onOpen} commands={commands} recent={recent} />
    </Modal>
  )
}

const FinderBox = ({ onClose, onOpen, commands, recent }: FinderProps) => {
  const { t } = useTranslation('finder')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const { groups, answers } = useGroups(typed, { onOpen, commands, recent })
  const lines = groups.flatMap((group) => group.lines)
  const at = Math.min(chosen, Math.max(0, lines.length - 1))

  const run = (line: Line | undefined): void => {
    if (line === undefined) return
    onClose()
    line.run()
  }
  const moveTo = (next: number): void => {
    const wrapped = lines.length === 0 ? 0 : (next + lines.length) % lines.length
    setChosen(wrapped)
    list.current?.querySelectorAll('[role=option]')[wrapped]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') moveTo(at + 1)
    else if (event.key === 'ArrowUp') moveTo(at - 1)
    // The lines in sight may still answer what was typed before.
    else if (event.key === 'Enter' && answers === typed) run(lines[at])
    else return
    event.preventDefault()
  }

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={listId}
        aria-activedescendant={lines.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={16} />}
        size="md"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} className={classes['list']} role="listbox" aria-label={t('found')} data-answers={answers}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={t(`groups.${group.id}`)}>
            <div className={classes['group']} aria-hidden>
              {t(`groups.${group.id}`)}
            </div>
            {group.lines.map((line) => {
              const index = lines.indexOf(line)
              return (
                <div
                  key={line.key}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={classes['line']}
                  onMouseMove={() => setChosen(index)}
                  onClick={() => run(line)}
                >
                  <span className={classes['title']}>{line.title}</span>
                  <span className={classes['detail']}>{line.detail}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {lines.length === 0 && typed.trim() !== '' && answers === typed && (
        <p className={classes['none']} role="status">
          {t('none', { text: typed.trim() })}
        </p>
      )}
      <p className={classes['help']}>{t('help')}</p>
    </>
  )
}

const perGroup = 6
const recentShown = 8

/** What is in sight, and the text that it answers. */
const useGroups = (typed: string, { onOpen, commands, recent }: Omit<FinderProps, 'onClose'>) => {
  const { t: common } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const asked = useDeferredValue(typed)
  const answer = useLive([], async ({ finder }) => ({ asked, found: await finder.find(asked, today, perGroup) }), [asked, today])
  const seen = useLive([], ({ finder }) => finder.named(recent), [recent]) ?? []
  const lineOf = (found: Found, group: string): Line => ({
    key: `${group} ${found.place.kind} ${found.place.id} ${found.on ?? ''} ${found.detail}`,
    title: found.title === '' ? common('noName') : found.title,
    detail: [found.on === null ? '' : format.shortDate(found.on), found.detail].filter((part) => part !== '').join(' · '),
    run: () => onOpen(found.place),
  })
  const isRecent = ({ place }: Found): boolean => recent.some(({ kind, id }) => kind === place.kind && id === place.id)
  if (typed.trim() === '') {
    const lines = seen.slice(0, recentShown).map((found) => lineOf(found, 'recent'))
    const acts = commands.map((command): Line => ({ key: command.id, title: command.label, detail: '', run: command.run }))
    return {
      answers: typed,
      groups: nonEmpty([
        { id: 'recent', lines },
        { id: 'commands', lines: acts },
      ]),
    }
  }
  const words = searchable(typed).split(' ')
  const acts = commands
    .filter(({ label }) => words.every((word) => ` ${searchable(label)}`.includes(` ${word}`)))
    .map((command): Line => ({ key: command.id, title: command.label, detail: '', run: command.run }))
  const found = foundGroups.map((id): Group => {
    const lines = answer?.found[id] ?? []
    return { id, lines: [...lines.filter(isRecent), ...lines.filter((one) => !isRecent(one))].map((one) => lineOf(one, id)) }
  })
  return { answers: answer?.asked ?? '', groups: nonEmpty([{ id: 'commands', lines: acts.slice(0, perGroup) }, ...found]) }
}

const nonEmpty = (groups: readonly Group[]): readonly Group[] => groups.filter(({ lines }) => lines.length > 0)
