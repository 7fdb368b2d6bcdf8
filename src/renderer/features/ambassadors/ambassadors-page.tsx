import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { IconPlus, IconSparkles, IconSpeakerphone } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmbassadorStage } from '#domain/ambassador'
import { holdsAmbassadorRole } from '#domain/ambassadors/stages'
import type { AmbassadorshipId, PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { AmbassadorCard, SuggestedAmbassador } from '#data/services/ambassadors-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { useReportWrite } from '#ui/report-write'
import { WithSidePanel } from '#ui/side-panel'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { AddPanel } from './add-panel.tsx'
import { AmbassadorBoard } from './ambassador-board.tsx'
import { AmbassadorList } from './ambassador-list.tsx'
import { AmbassadorPanel } from './ambassador-panel.tsx'
import { SuggestionsPanel } from './suggestions-panel.tsx'
import classes from './ambassadors.module.css'

interface AmbassadorsPageProps {
  /** The pages of the room. */
  readonly tabs: ReactNode
  readonly onOpenPerson: (id: PersonId) => void
}
type Panel = { readonly kind: 'none' | 'add' | 'suggestions' } | { readonly kind: 'card'; readonly id: AmbassadorshipId }
type View = 'board' | 'list'

/** Ambassadeurs: the board of six stages, who could be asked, one card at a time beside it. */
export const AmbassadorsPage = ({ tabs, onOpenPerson }: AmbassadorsPageProps) => {
  const { t } = useTranslation('ambassadors')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const [view, setView] = useKeptState<View>('ambassadors.view', () => 'board')
  const [withRole, setWithRole] = useKeptState('ambassadors.withRole', () => true)
  const [panel, setPanel] = useState<Panel>({ kind: 'none' })
  const cards = useLive(['ambassadorships', 'people', 'communities', 'contacts', 'events'], ({ ambassadors }) => ambassadors.board(), [])
  const suggestions = useLive(
    ['ambassadorships', 'people', 'ties', 'roleKinds', 'events', 'attendance', 'hours', 'settings'],
    ({ ambassadors }) => ambassadors.suggestions(today),
    [today],
  )
  const lists = useLive(
    ['communities', 'events'],
    async ({ records }) => ({
      communities: (await records.all('communities')).filter(({ deletedAt }) => deletedAt === null),
      events: (await records.all('events'))
        .filter(({ deletedAt }) => deletedAt === null)
        .toSorted((left, right) => ((left.date ?? '') < (right.date ?? '') ? 1 : -1)),
    }),
    [],
  )
  const close = (): void => setPanel({ kind: 'none' })
  const move = async (card: AmbassadorCard, stage: AmbassadorStage): Promise<void> => {
    const from = card.ambassadorship.stage
    const words = { name: fullName(card.person), stage: t(`stages.${stage}`) }
    const begins = withRole && holdsAmbassadorRole(stage) && !holdsAmbassadorRole(from)
    const ends = withRole && !holdsAmbassadorRole(stage) && holdsAmbassadorRole(from)
    const written = await data.ambassadors.move(card.ambassadorship.id, { stage, on: today, withRole })
    const done = begins ? t('movedRoleBegun', words) : ends ? t('movedRoleEnded', words) : t('moved', words)
    report(written, { done, undo: () => void data.changes.undo() })
  }
  const propose = async ({ person }: SuggestedAmbassador, why: string): Promise<void> => {
    const written = await data.ambassadors.propose(person.id, why, today)
    report(written, { done: t('proposed', { name: fullName(person) }), undo: () => void data.changes.undo() })
  }
  if (cards === undefined || lists === undefined)
    return (
      <Page title={t('title')} subtitle={t('subtitle')} tabs={tabs}>
        {null}
      </Page>
    )
  const opened = panel.kind === 'card' ? cards.find(({ ambassadorship }) => ambassadorship.id === panel.id) : undefined
  const openId = opened?.ambassadorship.id ?? null
  const addButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setPanel({ kind: 'add' })}>
      {t('add')}
    </Button>
  )
  const suggestButton = (
    <Button variant="default" leftSection={<IconSparkles size={16} />} onClick={() => setPanel({ kind: 'suggestions' })}>
      {t('suggest')}
      {suggestions !== undefined && suggestions.people.length > 0 ? ` (${suggestions.people.length})` : ''}
    </Button>
  )
  return (
    <Page
      layout="fill"
      title={t('title')}
      subtitle={t('subtitle')}
      tabs={tabs}
      actions={
        cards.length > 0 ? (
          <>
            {suggestButton}
            {addButton}
          </>
        ) : undefined
      }
      filters={
        cards.length === 0 ? undefined : (
          <div className={classes['bar']}>
            <SegmentedControl
              size="xs"
              aria-label={t('view.label')}
              value={view}
              onChange={(value) => setView(value === 'list' ? 'list' : 'board')}
              data={[
                { value: 'board', label: t('view.board') },
                { value: 'list', label: t('view.list') },
              ]}
            />
            {view === 'board' && (
              <>
                <Checkbox
                  size="xs"
                  label={t('withRole')}
                  title={t('withRoleHint')}
                  checked={withRole}
                  onChange={(event) => setWithRole(event.currentTarget.checked)}
                />
                <p className={classes['keys']}>{t('keys')}</p>
              </>
            )}
          </div>
        )
      }
    >
      <WithSidePanel
        panel={
          opened !== undefined ? (
            <AmbassadorPanel key={openId} card={opened} {...lists} today={today} onOpenPerson={onOpenPerson} onClose={close} />
          ) : panel.kind === 'add' ? (
            <AddPanel
              today={today}
              onBoard={new Set(cards.map(({ person }) => person.id))}
              onAdded={(id) => setPanel({ kind: 'card', id })}
              onClose={close}
            />
          ) : panel.kind === 'suggestions' && suggestions !== undefined ? (
            <SuggestionsPanel
              suggestions={suggestions}
              onPropose={(one, why) => void propose(one, why)}
              onOpenPerson={onOpenPerson}
              onClose={close}
            />
          ) : null
        }
      >
        {cards.length === 0 ? (
          <EmptyState
            icon={<IconSpeakerphone />}
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              <>
                {addButton} {suggestButton}
              </>
            }
          />
        ) : view === 'board' ? (
          <AmbassadorBoard
            cards={cards}
            today={today}
            openId={openId}
            onOpen={(id) => setPanel({ kind: 'card', id })}
            onMove={(card, stage) => void move(card, stage)}
            onList={() => setView('list')}
          />
        ) : (
          <AmbassadorList
            cards={cards}
            today={today}
            isNarrow={panel.kind !== 'none'}
            openId={openId}
            onOpen={(id) => setPanel({ kind: 'card', id })}
          />
        )}
      </WithSidePanel>
    </Page>
  )
}
