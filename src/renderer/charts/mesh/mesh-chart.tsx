import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useId, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeshPlaces, Point } from './camera.ts'
import type { MeshData } from './mesh-data.ts'
import { createMeshPainter, type MeshFocus, type MeshPainter } from './mesh-painter.ts'
import classes from './mesh.module.css'

export type { MeshPlaces } from './camera.ts'
export type { MeshData } from './mesh-data.ts'
export type { MeshFocus } from './mesh-painter.ts'

interface MeshChartProps {
  /** Says in a sentence what is drawn. */
  readonly label: string
  readonly data: MeshData
  readonly focus: MeshFocus | null
  /** Brings the places of people: at once, then each time they moved. Answers what stops it. */
  readonly settle: (data: MeshData, onPlaces: (places: MeshPlaces, isSettled: boolean) => void) => () => void
  /** A click on somebody, or on nobody. */
  readonly onPick: (person: number | null) => void
}

/** Moving further than this is dragging, not a click. */
const clickSlack = 4
const keyStep = 60

/**
 * People and their ties, drawn on a canvas: the wheel and the keys + and − zoom, dragging and the arrows move, 0 shows all, dragging somebody puts her elsewhere.
 * What it shows is in the list beside it too, for whoever does not see it.
 */
export const MeshChart = ({ label, data, focus, settle, onPick }: MeshChartProps) => {
  const { t } = useTranslation('charts')
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<MeshPainter | null>(null)
  const held = useRef<{ readonly from: Point; last: Point; readonly person: number | null; moved: boolean } | null>(null)
  const helpId = useId()
  const start = useEffectEvent(settle)

  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const made = createMeshPainter(element, data)
    painter.current = made
    made.resize()
    element.dataset['state'] = 'waiting'
    const stopSettling = start(data, (places, isSettled) => {
      made.setPlaces(places)
      element.dataset['state'] = isSettled ? 'settled' : 'settling'
    })
    const sizes = new ResizeObserver(() => made.resize())
    sizes.observe(element)
    const themes = new MutationObserver(() => made.redraw())
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] })
    // React listens to wheels passively: the page would scroll as well.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return
      event.preventDefault()
      made.zoom(Math.exp(-event.deltaY / 400), pointOf(element, event))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      painter.current = null
      element.removeEventListener('wheel', onWheel)
      sizes.disconnect()
      themes.disconnect()
      stopSettling()
      made.stop()
    }
  }, [data])
  useEffect(() => {
    painter.current?.setFocus(focus)
  }, [data, focus])

  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return
    const at = pointOf(event.currentTarget, event)
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { from: at, last: at, person: painter.current?.personAt(at) ?? null, moved: false }
  }
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>): void => {
    const at = pointOf(event.currentTarget, event)
    const now = held.current
    if (now === null) {
      event.currentTarget.style.cursor = painter.current?.personAt(at) === null ? 'grab' : 'pointer'
      return
    }
    if (!now.moved && Math.hypot(at.x - now.from.x, at.y - now.from.y) > clickSlack) {
      now.moved = true
      if (now.person !== null) painter.current?.grab(now.person)
    }
    if (!now.moved) return
    if (now.person === null) painter.current?.pan(at.x - now.last.x, at.y - now.last.y)
    else painter.current?.dragTo(at)
    now.last = at
  }
  const onPointerUp = (): void => {
    const now = held.current
    held.current = null
    if (now === null) return
    if (!now.moved) onPick(now.person)
    else if (now.person !== null) painter.current?.letGo()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actByKey[event.key]
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (act === 'clear') onPick(null)
    else if (painter.current !== null) act(painter.current)
  }
  return (
    <div className={classes['mesh']}>
      <canvas
        ref={canvas}
        className={classes['canvas']}
        role="img"
        aria-label={label}
        aria-describedby={helpId}
        tabIndex={0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onKeyDown={onKeyDown}
      />
      <div className={classes['zoom']}>
        {(
          [
            ['zoomIn', IconPlus, (made: MeshPainter) => made.zoom(1.4)],
            ['zoomOut', IconMinus, (made: MeshPainter) => made.zoom(1 / 1.4)],
            ['fit', IconArrowsMaximize, (made: MeshPainter) => made.fit()],
          ] as const
        ).map(([key, Icon, act]) => (
          <Tooltip key={key} label={t(`mesh.${key}`)}>
            <ActionIcon
              variant="default"
              aria-label={t(`mesh.${key}`)}
              onClick={() => {
                if (painter.current !== null) act(painter.current)
              }}
            >
              <Icon size={16} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <p id={helpId} className={classes['help']}>
        {t('mesh.help')}
      </p>
    </div>
  )
}

const actByKey: Readonly<Record<string, ((made: MeshPainter) => void) | 'clear'>> = {
  ArrowLeft: (made) => made.pan(keyStep, 0),
  ArrowRight: (made) => made.pan(-keyStep, 0),
  ArrowUp: (made) => made.pan(0, keyStep),
  ArrowDown: (made) => made.pan(0, -keyStep),
  '+': (made) => made.zoom(1.25),
  '=': (made) => made.zoom(1.25),
  '-': (made) => made.zoom(0.8),
  '0': (made) => made.fit(),
  Escape: 'clear',
}

const pointOf = (element: Element, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
  const { left, top } = element.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}
