import { Anchor, Button, SegmentedControl, Select } from '@mantine/core'
import { useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MeshChart, type MeshData, type MeshFocus, type MeshPlaces } from '#charts/mesh/mesh-chart'
import { MeshLegend } from '#charts/mesh/mesh-legend'
import { SaveImageButton } from '#charts/save-image-button'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import { settleGraph } from '#data/layout-thread'
import type { GraphQuery, TieGraph } from '#data/ties-contract'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { MeshChoices, startingQuery } from './mesh-choices.tsx'
import { MeshTwin } from './mesh-twin.tsx'
import { useGroupWords } from './use-group-words.ts'
import { useSaveImage } from './use-save-image.ts'
import { tieSources } from './use-ties.ts'
import classes from './ties.module.css'

/** « Qui connaît qui »: the drawing and the list that says the same. */
export const MeshSection = ({ onOpenPerson }: { readonly onOpenPerson: (id: PersonId) => void }) => {
  const { t } = useTranslation('ties')
  const today = useToday()
  const titleId = useId()
  const [query, setQuery] = useKeptState<GraphQuery>('ties.query', () => startingQuery)
  const [as, setAs] = useKeptState<'drawing' | 'list'>('ties.as', () => 'drawing')
  const drawing = useRef<HTMLDivElement>(null)
  const saveImage = useSaveImage()
  const graph = useLive(tieSources, ({ ties }) => ties.graph(query, today), [query, today])
  return (
    <section className={classes['card']} aria-labelledby={titleId}>
      <header className={classes['meshHead']}>
        <h2 id={titleId} className={classes['cardTitle']}>
          {t('graph.title')}
        </h2>
        <div className={classes['tools']}>
          <SegmentedControl
            size="xs"
            aria-label={t('graph.as')}
            value={as}
            onChange={(value) => setAs(value === 'list' ? 'list' : 'drawing')}
            data={[
              { value: 'drawing', label: t('graph.asDrawing') },
              { value: 'list', label: t('graph.asList') },
            ]}
          />
          {as === 'drawing' && <SaveImageButton target={drawing} onSave={(bytes) => void saveImage(t('graph.title'), bytes)} />}
        </div>
      </header>
      <MeshChoices query={query} onChange={setQuery} />
      {graph !== undefined &&
        (graph.people.length === 0 ? (
          <p className={classes['quiet']}>{t('graph.nobody')}</p>
        ) : as === 'list' ? (
          <MeshTwin graph={graph} onOpenPerson={onOpenPerson} />
        ) : (
          <div ref={drawing}>
            <Drawing graph={graph} query={query} onOpenPerson={onOpenPerson} />
          </div>
        ))}
      <p className={classes['rule']}>{graph === undefined ? t('graph.rule') : <Rule graph={graph} as={as} />}</p>
    </section>
  )
}

const Rule = ({ graph, as }: { readonly graph: TieGraph; readonly as: 'drawing' | 'list' }) => {
  const { t } = useTranslation('ties')
  const sentences = [
    t('graph.rule'),
    ...(as === 'list' ? [t('graph.bridgeHint')] : []),
    ...(graph.leftOut === 0 ? [] : [t('graph.leftOut', { count: graph.leftOut })]),
    ...(graph.backbone === graph.ties ? [] : [t('graph.notDrawn', { drawn: graph.backbone, ties: graph.ties })]),
  ]
  return <>{sentences.join(' ')}</>
}

interface DrawingProps {
  readonly graph: TieGraph
  readonly query: GraphQuery
  readonly onOpenPerson: (id: PersonId) => void
}
const Drawing = ({ graph, query, onOpenPerson }: DrawingProps) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const [focusId, setFocusId] = useState<PersonId | null>(null)
  const [steps, setSteps] = useState<1 | 2>(1)
  const groupWords = useGroupWords(query.colourBy)
  const data = useMemo((): MeshData => ({ ...graph, names: graph.people.map(fullName) }), [graph])
  const place = focusId === null ? -1 : graph.people.findIndex(({ id }) => id === focusId)
  const focus = useMemo((): MeshFocus | null => (place === -1 ? null : { person: place, steps }), [place, steps])
  const choices = useMemo(
    () =>
      graph.people
        .map((person) => ({ value: person.id as string, label: fullName(person) }))
        .toSorted((left, right) => format.compare(left.label, right.label)),
    [graph, format],
  )
  const chosen = graph.people[place]
  return (
    <>
      <div className={classes['focusLine']}>
        <Select
          aria-label={t('graph.find')}
          placeholder={t('graph.find')}
          searchable
          clearable
          limit={30}
          data={choices}
          value={chosen === undefined ? null : focusId}
          onChange={(id) => setFocusId(id as PersonId | null)}
        />
        {chosen !== undefined && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('graph.steps')}
              value={String(steps)}
              onChange={(value) => setSteps(value === '2' ? 2 : 1)}
              data={[
                { value: '1', label: t('graph.step1') },
                { value: '2', label: t('graph.step2') },
              ]}
            />
            <span>
              {t('graph.inFocus', { name: fullName(chosen), ties: t('graph.tiesOf', { count: graph.degree[place] ?? 0 }) })}
              {graph.isBridge[place] === 1 && `, ${t('graph.bridge')}`}
            </span>
            <Anchor component="button" type="button" onClick={() => onOpenPerson(chosen.id)}>
              {t('graph.open')}
            </Anchor>
            <Button size="compact-sm" variant="default" onClick={() => setFocusId(null)}>
              {t('graph.clear')}
            </Button>
          </>
        )}
      </div>
      <MeshLegend label={t('graph.legend')} groups={graph.groups.map(groupWords)} />
      <MeshChart
        label={t('graph.label', { count: graph.people.length, ties: graph.ties })}
        data={data}
        focus={focus}
        settle={(_, onPlaces) => settle(graph, onPlaces)}
        onPick={(person) => setFocusId(person === null ? null : (graph.people[person]?.id ?? null))}
      />
    </>
  )
}

/** Shows people at once where they begin, then as they move; all at once at the end for whoever wants no motion. */
const settle = (graph: TieGraph, onPlaces: (places: MeshPlaces, isSettled: boolean) => void): (() => void) => {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  onPlaces(graph, false)
  const { x, y, from, to, strength, backbone } = graph
  // The ties that are drawn place people; all of them would pull everybody into a ball.
  return settleGraph({ x, y, from: from.slice(0, backbone), to: to.slice(0, backbone), strength }, (step) => {
    if (step.isSettled || !isStill) onPlaces(step, step.isSettled)
  })
}
