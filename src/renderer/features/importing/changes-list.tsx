import { Button, Menu, SegmentedControl } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeRow, ImportOverview } from '#data/importing-contract'
import { useFormat } from '#i18n/setup'
import { ChangeLine } from './change-line.tsx'
import type { ImportFlow } from './import-flow.ts'
import { useImporting } from './use-importing.ts'
import { usePages } from './use-pages.ts'
import { useFieldName } from './use-shown-value.ts'
import shared from './importing.module.css'
import classes from './check.module.css'

interface ChangesListProps {
  readonly overview: ImportOverview
  readonly version: number
  readonly flow: ImportFlow
}

/** Whom the file would change, field by field; each value can be kept or taken, one by one, by kind or all at once. */
export const ChangesList = ({ overview, version, flow }: ChangesListProps) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const importing = useImporting()
  const pages = usePages<ChangeRow>((from, count) => importing.changes({ id: overview.id, from, count }), version)
  const scroller = useRef<HTMLDivElement>(null)
  const total = pages.total ?? 0
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 52 + 30 * (pages.itemAt(index)?.changes.length ?? 2),
    overscan: 4,
  })
  const items = virtualizer.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    if (total > 0) pages.onRange(first, last)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `pages` is made anew at each render; only the range in sight matters
  }, [first, last, total])

  return (
    <div className={classes['listFrame']}>
      <AllChanges overview={overview} version={version} flow={flow} />
      <div ref={scroller} className={classes['listScroller']} tabIndex={0} role="region" aria-label={t('check.tabs.change')}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start, key }) => {
            const row = pages.itemAt(index)
            return (
              <article
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes['change']}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row !== undefined && (
                  <>
                    <header className={classes['changeHead']}>
                      <h2 className={classes['changeName']}>{row.name}</h2>
                      <span className={shared['hint']}>
                        {t('check.rowNumber', { row: row.row + 1 })} · {row.reasons.map((reason) => t(`importTerms:reasons.${reason}`)).join(', ')}
                      </span>
                    </header>
                    {row.changes.map((change) => (
                      <ChangeLine key={change.path} change={change}>
                        <SegmentedControl
                          size="xs"
                          disabled={change.refused}
                          aria-label={t('changes.choice', { name: row.name })}
                          value={change.choice}
                          onChange={(choice) =>
                            void flow.decideFields({ row: row.row, field: change.path, choice: choice === 'take' ? 'take' : 'keep' })
                          }
                          data={[
                            { value: 'keep', label: t('changes.keep') },
                            { value: 'take', label: t('changes.take') },
                          ]}
                        />
                      </ChangeLine>
                    ))}
                  </>
                )}
              </article>
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** « Tout prendre », « tout garder », or the same for one kind of information. */
const AllChanges = ({ overview, version, flow }: ChangesListProps) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const importing = useImporting()
  const fieldName = useFieldName()
  const [fields, setFields] = useState<Awaited<ReturnType<typeof importing.changedFields>>>([])
  useEffect(() => {
    void importing.changedFields(overview.id).then(setFields)
  }, [importing, overview.id, version])
  const forField = (choice: 'keep' | 'take') => (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="compact-sm">
          {choice === 'take' ? t('changes.takeKind') : t('changes.keepKind')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fields.map((field) => (
          <Menu.Item key={`${field.field}/${field.name}`} onClick={() => void flow.decideFields({ row: 'all', field: field.key, choice })}>
            {fieldName(field)} ({format.number(field.count)})
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <div className={classes['allChanges']} role="group" aria-label={t('changes.all')}>
      <Button variant="default" size="compact-sm" onClick={() => void flow.decideFields({ row: 'all', field: 'all', choice: 'take' })}>
        {t('changes.takeAll')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => void flow.decideFields({ row: 'all', field: 'all', choice: 'keep' })}>
        {t('changes.keepAll')}
      </Button>
      {fields.length > 1 && forField('take')}
      {fields.length > 1 && forField('keep')}
    </div>
  )
}
