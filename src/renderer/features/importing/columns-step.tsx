import { useRef, useState } from 'react'
import type { ImportOverview } from '#data/importing-contract'
import { blockersOf } from './blockers.ts'
import { ColumnsBar } from './columns-bar.tsx'
import { ColumnsContent } from './columns-content.tsx'
import type { Working } from './flow-state.ts'
import type { ImportFlow } from './import-flow.ts'
import { sensitiveColumns } from './sensitive-columns.ts'
import classes from './importing.module.css'

interface ColumnsStepProps {
  readonly overview: ImportOverview
  readonly working: Working | null
  readonly flow: ImportFlow
}

/** « Ce que nous avons compris »: where the table lies and what each column becomes, all of it to be corrected. */
export const ColumnsStep = ({ overview, working, flow }: ColumnsStepProps) => {
  const [keepsSensitive, setKeepsSensitive] = useState(false)
  const blockers = blockersOf(overview, keepsSensitive ? [] : sensitiveColumns(overview))
  const body = useRef<HTMLDivElement>(null)
  const showAsked = (): void => {
    const asked = body.current?.querySelector<HTMLElement>('[data-asks]')
    asked?.scrollIntoView({ block: 'center' })
    const control = asked?.matches('input') === true ? asked : asked?.querySelector<HTMLElement>('input, button')
    control?.focus({ preventScroll: true })
  }
  return (
    <div className={classes['body']} ref={body}>
      <ColumnsContent overview={overview} flow={flow} keepsSensitive={keepsSensitive} onKeepSensitive={setKeepsSensitive} />
      <ColumnsBar dataRows={overview.dataRows} blocker={blockers[0] ?? null} working={working} flow={flow} onShowAsked={showAsked} />
    </div>
  )
}
