import { Link } from '@tanstack/react-router'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationId } from '#domain/id'
import { emptyOrganisation, type Organisation } from '#domain/organisation'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { OrganisationForm } from '#features/settings/organisation-form'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { FormSection } from '#ui/form-section'
import { useReportWrite } from '#ui/report-write'
import classes from './record-lines.module.css'

/** The organisations that people come from or work for: created, changed, put in the bin by hand. */
export const OrganisationsSection = () => {
  const { t } = useTranslation(['settings', 'common'])
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const [edited, setEdited] = useState<Organisation | null>(null)
  const all = useLive(['organisations'], (services) => services.records.all('organisations'), [])
  if (all === undefined) return null
  const inOrder = all.toSorted((left, right) => format.compare(left.name, right.name))
  const there = inOrder.filter(({ deletedAt }) => deletedAt === null)
  const removed = inOrder.filter(({ deletedAt }) => deletedAt !== null)

  const save = async (before: Organisation | null, after: Organisation, done: string): Promise<void> => {
    const written = await data.records.save({ table: 'organisations', before, after })
    if (report(written, { done, undo: () => void data.changes.undo() })) setEdited(null)
  }
  const setRemoved = (organisation: Organisation, isRemoved: boolean): void => {
    const { name } = organisation
    const after = { ...organisation, deletedAt: isRemoved ? new Date().toISOString() : null }
    void save(organisation, after, t(isRemoved ? 'organisations.removed' : 'organisations.restored', { name }))
  }
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEdited(emptyOrganisation(newId<OrganisationId>()))}>
      {t('organisations.add')}
    </Button>
  )
  const form = (organisation: Organisation) => (
    <OrganisationForm
      key={organisation.id}
      organisation={organisation}
      taken={new Set(there.filter(({ id }) => id !== organisation.id).map(({ name }) => name.toLocaleLowerCase()))}
      kinds={[...new Set(there.map(({ kind }) => kind).filter((kind) => kind !== ''))]}
      onCancel={() => setEdited(null)}
      onSave={(after) => void save(all.find(({ id }) => id === after.id) ?? null, after, t('organisations.saved', { name: after.name }))}
    />
  )
  const isNew = edited !== null && all.every(({ id }) => id !== edited.id)
  return (
    <FormSection title={t('sections.organisations')} text={t('organisations.intro')}>
      {there.length === 0 && !isNew && <EmptyState title={t('organisations.emptyTitle')} text={t('organisations.emptyText')} action={add} />}
      {there.length > 0 && (
        <ul className={classes['lines']} aria-label={t('sections.organisations')}>
          {there.map((organisation) => (
            <li key={organisation.id} className={edited?.id === organisation.id ? undefined : classes['line']}>
              {edited?.id === organisation.id ? (
                form(edited)
              ) : (
                <>
                  <Link to="/organisations/$id" params={{ id: organisation.id }} className={classes['toPage']}>
                    {organisation.name}
                  </Link>
                  <span className={classes['marks']}>
                    {[organisation.kind, organisation.address?.city ?? ''].filter((part) => part !== '').join(' · ')}
                  </span>
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon size="sm" aria-label={t('roles.menu', { name: organisation.name })}>
                        <IconDots size={16} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => setEdited(organisation)}>{t('common:actions.edit')}</Menu.Item>
                      <Menu.Item onClick={() => setRemoved(organisation, true)}>{t('organisations.remove')}</Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {isNew ? form(edited) : there.length > 0 && <div>{add}</div>}
      {removed.length > 0 && (
        <>
          <p className={classes['note']}>{t('organisations.inBin')}</p>
          <ul className={classes['lines']} aria-label={t('organisations.inBin')}>
            {removed.map((organisation) => (
              <li key={organisation.id} className={classes['line']} data-archived>
                <span className={classes['marks']}>{organisation.name}</span>
                <Button size="compact-xs" variant="default" onClick={() => setRemoved(organisation, false)}>
                  {t('organisations.restore')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </FormSection>
  )
}
