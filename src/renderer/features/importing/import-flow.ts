import type { PickedFile } from '#bridge/reading'
import type { DesktopApi } from '#bridge/desktop-api'
import type { ImportingService, ImportTab, OnProgress, VerdictCounts } from '#data/importing-contract'
import type { ColumnMapping, ImportMapping } from '#domain/importing/mapping'
import type { FileProblemKind } from '#domain/importing/sheet'
import type { DraftChoice } from '#domain/importing/verdict'
import { firstTab, startState, type FlowState, type FlowStep, type ReadingState, type Working } from './flow-state.ts'
import { carryRest, readInto, type ReadFile } from './read-into.ts'

export interface FlowPorts {
  readonly desktop: Pick<DesktopApi, 'chooseFiles' | 'receiveFile' | 'openFile' | 'readRows' | 'closeFile' | 'on'>
  readonly importing: ImportingService
  /** Makes a callback that the data thread can call. */
  readonly forDataThread: (onProgress: OnProgress) => OnProgress
}

/** One import at a time, from file to receipt. It lives outside the page, which may be left and found again as it was. */
export interface ImportFlow {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => FlowState
  readonly choose: () => Promise<void>
  readonly take: (files: readonly File[]) => Promise<void>
  /** Tab-separated text copied from a spreadsheet. */
  readonly paste: (text: string, fileName: string) => Promise<void>
  /** Reads the next of the files chosen together. */
  readonly openNext: () => Promise<void>
  readonly retry: () => Promise<void>
  /** Gives up the file under way and returns to the start, or to the next file. */
  readonly leave: () => Promise<void>
  readonly setSheet: (sheet: number) => Promise<void>
  readonly setHeader: (headerRow: number | null) => Promise<void>
  readonly setMapping: (mapping: ImportMapping) => Promise<void>
  /** One column of the mapping, found by its index. */
  readonly setColumn: (column: ColumnMapping) => Promise<void>
  readonly guessAgain: () => Promise<void>
  readonly check: () => Promise<void>
  readonly cancelWork: () => Promise<void>
  readonly backToColumns: () => void
  readonly showTab: (tab: ImportTab) => void
  readonly mend: (cell: { readonly row: number; readonly column: number; readonly text: string }) => Promise<void>
  readonly decide: (rows: readonly number[] | 'undecided', choice: DraftChoice | null) => Promise<void>
  readonly decideFields: (decision: { readonly row: number | 'all'; readonly field: string; readonly choice: 'keep' | 'take' }) => Promise<void>
  readonly apply: () => Promise<void>
}

/** Above this a file is not even brought into the window; main refuses from its own, lower, limit. */
const largestFile = 512 * 1024 * 1024

export const createImportFlow = ({ desktop, importing, forDataThread }: FlowPorts): ImportFlow => {
  let state = startState
  let open: ReadFile | null = null
  /** Tells a reading that was given up from the one now under way. */
  let attempt = 0
  const listeners = new Set<() => void>()
  const set = (next: Partial<FlowState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const setStep = (step: FlowStep): void => set({ step })
  const setWorking = (working: Working | null): void => {
    const { step } = state
    if (step.kind === 'columns' || step.kind === 'check') setStep({ ...step, working })
  }
  /** A bug in the data thread reaches the log as any other; the screen must not wait for ever. */
  const stopWorking = (error: unknown): never => {
    setWorking(null)
    throw error
  }
  const onProgress = forDataThread((progress) => {
    const { step } = state
    // Progress comes by another way than the answer: what arrives after it must not set the work going again.
    if ((step.kind === 'columns' || step.kind === 'check') && step.working !== null) setWorking(progress)
  })

  desktop.on('fileProgress', ({ fileId, done, total }) => {
    const { step } = state
    if (step.kind === 'reading' && step.file.fileId === fileId && step.reading.stage === 'opening') {
      setStep({ ...step, reading: { stage: 'opening', done, total } })
    }
  })

  const release = async (file: PickedFile): Promise<void> => {
    const left = open
    open = null
    if (left !== null) await importing.close(left.importId)
    await desktop.closeFile({ fileId: file.fileId })
  }

  const read = async (file: PickedFile): Promise<void> => {
    attempt += 1
    const mine = attempt
    const isCancelled = (): boolean => mine !== attempt
    const show = (reading: ReadingState): void => {
      if (!isCancelled()) setStep({ kind: 'reading', file, reading })
    }
    show({ stage: 'opening', done: 0, total: null })
    const result = await readInto({ desktop, importing }, file.fileId, { onRows: (done, total) => show({ stage: 'rows', done, total }), isCancelled })
    if (isCancelled()) {
      if (result.ok) await importing.close(result.value.importId)
      return
    }
    // The file stays held by main until it is left, so that it can be tried again.
    if (!result.ok) return setStep({ kind: 'refused', file, problem: result.error })
    open = result.value
    show({ stage: 'understanding', done: 0, total: null })
    const overview = await importing.understand({ id: result.value.importId, sheet: result.value.sheet, withTemplate: true })
    // The other sheets can still be asked for; with a single one, main's worker can rest.
    if (result.value.info.sheets.length === 1) await desktop.closeFile({ fileId: file.fileId })
    if (!isCancelled()) setStep({ kind: 'columns', file, overview, working: null })
  }

  const start = async (files: readonly PickedFile[]): Promise<void> => {
    if (files.length === 0) return
    void importing.prepare()
    set({ waiting: files, position: { index: 0, total: files.length } })
    await openNext()
  }
  const openNext = async (): Promise<void> => {
    const [next, ...waiting] = state.waiting
    if (next === undefined) return set({ ...startState })
    if (state.step.kind === 'receipt') await release(state.step.file)
    set({ waiting, position: { ...state.position, index: state.position.index + 1 } })
    await read(next)
  }
  const refuse = (fileName: string, problem: FileProblemKind): void => setStep({ kind: 'refused', file: { fileId: '', fileName, size: 0 }, problem })

  /** The step under way when it is about columns or rows; null when the user left meanwhile. */
  const current = (): Extract<FlowStep, { readonly kind: 'columns' | 'check' }> | null =>
    state.step.kind === 'columns' || state.step.kind === 'check' ? state.step : null
  const showOverview = (overview: Awaited<ReturnType<ImportingService['setHeader']>>): void => {
    const step = current()
    if (step?.kind === 'columns' && step.overview.id === overview.id) setStep({ ...step, overview, working: null })
  }
  const setMapping = async (mapping: ImportMapping): Promise<void> => {
    const step = current()
    if (step === null) return
    // Shown at once: a choice must not seem to hesitate.
    showOverview({ ...step.overview, mapping })
    showOverview(await importing.setMapping({ id: step.overview.id, mapping }))
  }
  const showCounts = (counts: VerdictCounts): void => {
    const step = current()
    if (step?.kind === 'check') setStep({ ...step, check: { ...step.check, counts, version: step.check.version + 1 } })
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    choose: async () => start(await desktop.chooseFiles()),
    take: async (files) => {
      const picked: PickedFile[] = []
      for (const file of files) {
        if (file.size > largestFile) return refuse(file.name, 'too-large')
        // A folder, or a file that vanished, cannot be read at all.
        const bytes = await file.arrayBuffer().catch(() => null)
        if (bytes === null) return refuse(file.name, 'unreadable')
        picked.push(await desktop.receiveFile({ fileName: file.name, bytes: new Uint8Array(bytes) }))
      }
      await start(picked)
    },
    paste: async (text, fileName) => start([await desktop.receiveFile({ fileName, bytes: new TextEncoder().encode(text) })]),
    openNext,
    retry: async () => {
      if (state.step.kind === 'refused') await read(state.step.file)
    },
    leave: async () => {
      attempt += 1
      const { step, waiting } = state
      const reading = step.kind === 'reading'
      if (step.kind !== 'start' && step.file.fileId !== '') await release(step.file)
      if (waiting.length > 0) return openNext()
      set({ ...startState, step: { kind: 'start', cancelled: reading } })
    },
    setSheet: async (sheet) => {
      const step = current()
      if (step === null || open === null) return
      setWorking({ stage: 'rows', done: 0, total: open.info.sheets[sheet]?.rows ?? 0 })
      const watch = { onRows: (done: number, total: number) => setWorking({ stage: 'rows', done, total }), isCancelled: () => false }
      await carryRest({ desktop, importing }, { fileId: step.file.fileId, ...open, sheet }, watch)
      showOverview(await importing.understand({ id: open.importId, sheet, withTemplate: true }))
    },
    setHeader: async (headerRow) => {
      const step = current()
      if (step !== null) showOverview(await importing.setHeader({ id: step.overview.id, headerRow }))
    },
    setMapping,
    setColumn: async (column) => {
      const step = current()
      if (step === null) return
      const { mapping } = step.overview
      await setMapping({ ...mapping, columns: mapping.columns.map((known) => (known.index === column.index ? column : known)) })
    },
    guessAgain: async () => {
      const step = current()
      if (step !== null) showOverview(await importing.understand({ id: step.overview.id, sheet: step.overview.sheet, withTemplate: false }))
    },
    check: async () => {
      const step = current()
      if (step?.kind !== 'columns') return
      setWorking({ stage: 'judging', done: 0, total: step.overview.dataRows })
      const counts = await importing.judge(step.overview.id, onProgress).catch(stopWorking)
      if (current()?.overview.id !== step.overview.id) return
      if (counts === null) return setWorking(null)
      setStep({
        kind: 'check',
        file: step.file,
        overview: step.overview,
        check: { counts, tab: firstTab(counts), version: 0, problem: null },
        working: null,
      })
    },
    cancelWork: async () => {
      const step = current()
      if (step !== null) await importing.cancelWork(step.overview.id)
    },
    backToColumns: () => {
      const step = current()
      if (step?.kind === 'check') setStep({ kind: 'columns', file: step.file, overview: step.overview, working: null })
    },
    showTab: (tab) => {
      const step = current()
      if (step?.kind === 'check') setStep({ ...step, check: { ...step.check, tab } })
    },
    mend: async (cell) => {
      const step = current()
      if (step !== null) showCounts(await importing.mendCell({ id: step.overview.id, ...cell }))
    },
    decide: async (rows, choice) => {
      const step = current()
      if (step !== null) showCounts(await importing.decide({ id: step.overview.id, rows, choice }))
    },
    decideFields: async (decision) => {
      const step = current()
      if (step?.kind !== 'check') return
      await importing.decideFields({ id: step.overview.id, ...decision })
      showCounts(step.check.counts)
    },
    apply: async () => {
      const step = current()
      if (step?.kind !== 'check') return
      setStep({ ...step, check: { ...step.check, problem: null }, working: { stage: 'preparing', done: 0, total: step.check.counts.rows } })
      const record = await importing.apply(step.overview.id, onProgress).catch(stopWorking)
      if (!record.ok)
        return setStep({ ...step, check: { ...step.check, problem: record.error.kind === 'cancelled' ? null : record.error }, working: null })
      if (open !== null && open.info.sheets.length > 1) await desktop.closeFile({ fileId: step.file.fileId })
      setStep({ kind: 'receipt', file: step.file, overview: step.overview, record: record.value })
    },
  }
}
