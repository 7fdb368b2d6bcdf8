import { Button, Menu } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmbiguousRow, ImportOverview } from '#data/importing-contract'
import type { DraftChoice } from '#domain/importing/verdict'
import { AmbiguousCard } from './ambiguous-card.tsx'
import type { ImportFlow } from './import-flow.ts'
import { useImporting } from './use-importing.ts'
import { usePages } from './use-pages.ts'
import shared from './importing.module.css'
import ambiguous from './ambiguous.module.css'
import check from './check.module.css'

interface AmbiguousListProps {
  readonly overview: ImportOverview
  readonly undecided: number
  readonly version: number
  readonly flow: ImportFlow
}

/** Rows that could be several people: asked, never guessed. Digits choose, N makes somebody new, L leaves the row out. */
export const AmbiguousList = ({ overview, undecided, version, flow }: AmbiguousListProps) => {
  const { t } = useTranslation('importing')
  const importing = useImporting()
  const pages = usePages<AmbiguousRow>((from, count) => importing.ambiguous({ id: overview.id, from, count }), version)
  const scroller = useRef<HTMLDivElement>(null)
  const total = pages.total ?? 0
  const virtualizer = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => 230, overscan: 3 })
  const items = virtualizer.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    if (total > 0) pages.onRange(first, last)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `pages` is made anew at each render; only the range in sight matters
  }, [first, last, total])

  const focusCard = (index: number): void => {
    virtualizer.scrollToIndex(index)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-card]`)?.focus())
  }
  const choose = (index: number, row: AmbiguousRow, choice: DraftChoice | null): void => {
    void flow.decide([row.row], choice)
    if (choice !== null && index + 1 < total) focusCard(index + 1)
  }

  return (
    <div className={check['listFrame']}>
      <div className={check['listHead']}>
        <p className={shared['hint']}>
          {t('ambiguous.hint')} {t('ambiguous.keysHelp')}
        </p>
        {undecided > 0 && (
          <Menu>
            <Menu.Target>
              <Button variant="default" size="compact-sm">
                {t('ambiguous.decideRest')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void flow.decide('undecided', { kind: 'create' })}>{t('ambiguous.fresh')}</Menu.Item>
              <Menu.Item onClick={() => void flow.decide('undecided', { kind: 'skip' })}>{t('ambiguous.skip')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div ref={scroller} className={check['listScroller']} role="region" aria-label={t('check.tabs.ambiguous')} tabIndex={0}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start, key }) => {
            const row = pages.itemAt(index)
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={ambiguous['ambiguous']}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row !== undefined && <AmbiguousCard row={row} onChoose={(choice) => choose(index, row, choice)} />}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
