import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconBulb, IconDots, IconPlus, IconTrash } from '@tabler/icons-react'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeId } from '#domain/id'
import type { Practice } from '#domain/letter'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Badge, type Tone } from '#ui/badge'
import { useCommand } from '#ui/commands'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { useReportWrite } from '#ui/report-write'
import { WithSidePanel } from '#ui/side-panel'
import { PracticeForm } from './practice-form.tsx'
import classes from './communities.module.css'

const tones: Readonly<Record<NonNullable<Practice['outcome']>, Tone>> = { worked: 'good', mixed: 'warn', failed: 'bad' }

/** Expériences: what was tried here or seen elsewhere, what came of it, what one learnt; the failures too. */
export const PracticesPage = ({ tabs }: { readonly tabs: ReactNode }) => {
  const { t } = useTranslation(['practices', 'common'])
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const [edited, setEdited] = useState<Practice | null>(null)
  const [inBin, setInBin] = useState(false)
  const all = useLive(['practices'], (services) => services.records.all('practices'), [])
  useCommand(
    'search',
    useCallback(() => document.querySelector<HTMLElement>('[role=grid]')?.focus(), []),
  )
  const rows = (all ?? [])
    .filter(({ deletedAt }) => (deletedAt !== null) === inBin)
    .toSorted((left, right) => (right.on ?? '').localeCompare(left.on ?? '') || format.compare(left.title, right.title))
  const save = async (after: Practice, done: string): Promise<void> => {
    const before = all?.find(({ id }) => id === after.id) ?? null
    const written = await data.records.save({ table: 'practices', before, after })
    if (report(written, { done, undo: () => void data.changes.undo() })) setEdited(null)
  }
  const setRemoved = (practice: Practice, isRemoved: boolean): void =>
    void save(
      { ...practice, deletedAt: isRemoved ? new Date().toISOString() : null },
      t(isRemoved ? 'removed' : 'restored', { title: practice.title }),
    )
  const create = (): void => setEdited(emptyPractice(newId<PracticeId>()))
  const isKnown = edited !== null && all?.some(({ id }) => id === edited.id) === true
  const columns: readonly Column<Practice>[] = [
    {
      id: 'title',
      header: t('columns.title'),
      width: { min: 200, share: 2 },
      render: ({ title }) => <span className={classes['name']}>{title}</span>,
    },
    {
      id: 'outcome',
      header: t('columns.outcome'),
      width: 130,
      render: ({ outcome }) => (outcome === null ? '' : <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>),
    },
    { id: 'learnt', header: t('columns.learnt'), width: { min: 180, share: 3 }, render: ({ learnt }) => learnt },
    {
      id: 'source',
      header: t('columns.source'),
      width: { min: 120, share: 1 },
      render: ({ source }) => (source === '' ? <span className={classes['faint']}>{t('ours')}</span> : source),
    },
    { id: 'on', header: t('columns.on'), width: 140, render: ({ on }) => (on === null ? '' : format.date(on)) },
  ]
  return (
    <Page
      layout="fill"
      title={inBin ? t('bin') : t('title')}
      subtitle={inBin ? undefined : t('subtitle')}
      tabs={inBin ? undefined : tabs}
      back={inBin ? { label: t('back'), onBack: () => setInBin(false) } : undefined}
      actions={
        inBin ? undefined : (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t('menu')}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => setInBin(true)}>
                  {t('bin')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {rows.length > 0 && (
              <Button leftSection={<IconPlus size={16} />} onClick={create}>
                {t('new')}
              </Button>
            )}
          </>
        )
      }
    >
      <WithSidePanel
        panel={
          edited !== null && (
            <PracticeForm
              key={edited.id}
              practice={edited}
              isNew={!isKnown}
              onClose={() => setEdited(null)}
              onSave={(after) => void save(after, t('saved', { title: after.title }))}
              onRemove={isKnown && edited.deletedAt === null ? () => setRemoved(edited, true) : null}
              onRestore={edited.deletedAt === null ? null : () => setRemoved(edited, false)}
            />
          )
        }
      >
        <DataTable
          label={t('label')}
          columns={edited === null ? columns : columns.filter(({ id }) => id === 'title' || id === 'outcome')}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ id }) => id}
          rowLabel={({ title }) => title}
          openKey={edited?.id ?? null}
          onOpen={setEdited}
          empty={
            all !== undefined &&
            (inBin ? (
              <EmptyState icon={<IconTrash />} title={t('empty.noneRemoved')} />
            ) : (
              <EmptyState
                icon={<IconBulb />}
                title={t('empty.title')}
                text={t('empty.text')}
                action={
                  <Button leftSection={<IconPlus size={16} />} onClick={create}>
                    {t('new')}
                  </Button>
                }
              />
            ))
          }
        />
      </WithSidePanel>
    </Page>
  )
}

const emptyPractice = (id: PracticeId): Practice => ({
  id,
  title: '',
  on: null,
  source: '',
  tried: '',
  outcome: null,
  learnt: '',
  deletedAt: null,
})
