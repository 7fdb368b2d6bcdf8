import { ActionIcon, Anchor, Button, Menu, Textarea } from '@mantine/core'
import { IconDots, IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedFile, SaveProblem } from '#bridge/writing'
import type { HandoverId, PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { Result } from '#domain/result'
import { heldTables } from '#data/held-desk'
import { newId } from '#data/new-id'
import type { HandoverView } from '#data/services/handovers-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { NotFound } from '#ui/not-found'
import { Page } from '#ui/page'
import { PartialDateInput } from '#ui/partial-date-input'
import { useReportWrite } from '#ui/report-write'
import { Section } from '#ui/section'
import { WithSidePanel } from '#ui/side-panel'
import { showToast } from '#ui/toast'
import { useToday } from '#ui/use-today'
import { ClosePanel } from './close-panel.tsx'
import { HandoverChecklist } from './handover-checklist.tsx'
import { handoverDocument } from './handover-document.ts'
import { HandoverLines } from './handover-lines.tsx'
import { useHeldWords } from './held-words.ts'
import { PaperView } from './paper-view.tsx'
import classes from './core.module.css'

interface HandoverPageProps {
  readonly id: HandoverId
  readonly onBack: () => void
  readonly onOpenPerson: (id: PersonId) => void
}

/** The passation of one person: what changes hands, the steps, the document to leave behind. */
export const HandoverPage = ({ id, onBack, onOpenPerson }: HandoverPageProps) => {
  const { t } = useTranslation('core')
  const today = useToday()
  const view = useLive(['handovers', ...heldTables], ({ handovers }) => handovers.view(id, today), [id, today])
  if (view === undefined) return null
  if (view === null) return <NotFound action={{ label: t('handover.back'), onAct: onBack }} />
  return <Handover view={view} onBack={onBack} onOpenPerson={onOpenPerson} />
}

const Handover = ({ view, onBack, onOpenPerson }: Omit<HandoverPageProps, 'id'> & { readonly view: HandoverView }) => {
  const { t } = useTranslation(['core', 'reports'])
  const { t: core } = useTranslation('core')
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const held = useHeldWords()
  const settings = useLive(['settings'], (services) => services.settings.get(), [])
  const [isClosing, setClosing] = useState(false)
  const { handover, person, lines, checklist } = view
  const name = fullName(person)
  const isClosed = handover.closedOn !== null
  const undo = (): void => void data.changes.undo()
  const paper = handoverDocument(view, { t: core, format, held, associationName: settings?.associationName ?? '', today })

  const say = (saved: Result<SavedFile, SaveProblem> | null): void => {
    if (saved === null) return
    if (!saved.ok) return showToast({ tone: 'problem', message: t(`reports:saveProblems.${saved.error.kind}`, { file: saved.error.fileName }) })
    const file = saved.value
    const show = { label: t('handover.showFile'), run: () => void window.desktop.revealSaved(file) }
    showToast({ message: t('handover.saved', { file: file.fileName, folder: file.folder }), action: show })
  }
  const fileName = t('handover.fileName', { name })
  const savePdf = (): void => {
    const windowTitle = document.title
    document.title = paper.title
    void window.desktop
      .savePdf({ suggestedName: `${fileName}.pdf` })
      .then(say)
      .finally(() => {
        document.title = windowTitle
      })
  }
  return (
    <div className={classes['page']} style={{ height: '100%' }}>
      <Page
        layout="fill"
        back={{ label: t('handover.back'), onBack }}
        title={t('handover.title', { name })}
        subtitle={
          isClosed
            ? t('handover.closedOn', { date: format.date(handover.closedOn ?? today) })
            : t('handover.subtitle', { date: format.date(handover.startedOn) })
        }
        actions={
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t('handover.menu')}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onOpenPerson(person.id)}>{t('handover.seePerson')}</Menu.Item>
                {isClosed && (
                  <Menu.Item
                    onClick={() =>
                      void data.handovers
                        .save(handover.id, { closedOn: null })
                        .then((written) => report(written, { done: t('handover.reopened', { name }), undo }))
                    }
                  >
                    {t('handover.reopen')}
                  </Menu.Item>
                )}
                <Menu.Item
                  color="red"
                  onClick={() =>
                    void data.handovers.save(handover.id, { deletedAt: new Date().toISOString() }).then((written) => {
                      if (report(written, { done: t('handover.removed', { name }), undo })) onBack()
                    })
                  }
                >
                  {t('handover.remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button variant="default" leftSection={<IconFileTypePdf size={16} />} onClick={savePdf}>
              {t('handover.savePdf')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTypeDocx size={16} />}
              onClick={() => void window.desktop.saveWord({ suggestedName: `${fileName}.docx`, document: paper }).then(say)}
            >
              {t('handover.saveWord')}
            </Button>
            {!isClosed && <Button onClick={() => setClosing(true)}>{t('handover.close')}</Button>}
          </>
        }
      >
        <PaperView document={paper} />
        <div className={classes['screen']}>
          <WithSidePanel
            panel={
              isClosing && !isClosed ? (
                <ClosePanel
                  view={view}
                  today={today}
                  onClose={() => setClosing(false)}
                  onFinish={(on, roleIds) =>
                    void data.handovers.close(handover.id, { on, roleIds }).then((written) => {
                      if (report(written, { done: t('handover.closed', { name }), undo })) setClosing(false)
                    })
                  }
                />
              ) : null
            }
          >
            <div className={classes['scroll']}>
              <div className={classes['day']}>
                <PartialDateInput
                  label={t('handover.leavingOn')}
                  value={handover.leavingOn}
                  onChange={(leavingOn) => void data.handovers.save(handover.id, { leavingOn }).then((written) => report(written))}
                />
              </div>
              <Section title={t('handover.held')}>
                <p className={classes['note']}>{lines.length === 0 ? t('handover.heldNone') : t('handover.heldText')}</p>
                <HandoverLines
                  lines={lines}
                  leaverId={person.id}
                  today={today}
                  isClosed={isClosed}
                  onChoose={(key, toId) => void data.handovers.setStep(handover.id, key, { toId }).then((written) => report(written))}
                  onPass={(key, to, what) =>
                    void data.handovers
                      .pass(handover.id, { key, toId: to.id, on: today })
                      .then((written) => report(written, { done: t('handover.passed', { what, name: to.name }), undo }))
                  }
                />
              </Section>
              <Section
                title={t('handover.checklist')}
                note={t('handover.done', { count: checklist.filter(({ doneOn }) => doneOn !== null).length, total: checklist.length })}
              >
                <HandoverChecklist
                  steps={checklist}
                  today={today}
                  isClosed={isClosed}
                  onChange={(stepId, fields) => void data.handovers.setStep(handover.id, stepId, fields).then((written) => report(written))}
                  onAdd={(step) => void data.handovers.setStep(handover.id, newId(), { name: step }).then((written) => report(written))}
                  onDrop={(stepId) => void data.handovers.dropStep(handover.id, stepId).then((written) => report(written))}
                />
              </Section>
              <Section title={t('handover.note')}>
                <Note
                  key={handover.id}
                  note={handover.note}
                  label={t('handover.note')}
                  onSave={(note) => void data.handovers.save(handover.id, { note }).then((written) => report(written))}
                />
              </Section>
              <Anchor component="button" type="button" mt={14} onClick={() => onOpenPerson(person.id)}>
                {t('handover.seePerson')}
              </Anchor>
            </div>
          </WithSidePanel>
        </div>
      </Page>
    </div>
  )
}

/** Written when one leaves the field. */
const Note = ({ note, label, onSave }: { readonly note: string; readonly label: string; readonly onSave: (note: string) => void }) => {
  const [text, setText] = useState(note)
  return (
    <Textarea
      aria-label={label}
      maw={760}
      autosize
      minRows={3}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== note) onSave(text)
      }}
    />
  )
}
