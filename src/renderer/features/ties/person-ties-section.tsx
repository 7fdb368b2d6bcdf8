import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, TieId } from '#domain/id'
import { fullName } from '#domain/person'
import { strongTie } from '#domain/ties/tie-rules'
import type { DeclaredLine, PersonTie } from '#data/ties-contract'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import { PersonButton } from './person-button.tsx'
import { relationOf } from './relation.ts'
import { TieForm } from './tie-form.tsx'
import { tieSources } from './use-ties.ts'
import classes from './ties.module.css'

interface SectionProps {
  readonly personId: PersonId
  readonly onOpenPerson: (id: PersonId) => void
}

/** On a person's page: her strongest ties and why, those somebody told us of, whom she introduced, and the lineage of help. */
export const PersonTiesSection = ({ personId, onOpenPerson }: SectionProps) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const today = useToday()
  const [form, setForm] = useState<TieId | 'new' | null>(null)
  const seen = useLive(tieSources, ({ ties }) => ties.ofPerson(personId, today), [personId, today])
  if (seen === undefined) return null
  const { strongest, declared, introduced, helpers, helped, descendants } = seen
  const edited = declared.find(({ tie }) => tie.id === form)
  return (
    <Section title={t('person.title')} note={seen.count === 0 ? '' : t('person.count', { count: seen.count })}>
      {strongest.length + declared.length + introduced.length === 0 && <p className={classes['quiet']}>{t('person.none')}</p>}
      {strongest.length > 0 && <h3 className={classes['sub']}>{t('person.strongest')}</h3>}
      <ul className={classes['lines']}>
        {strongest.map((tie) => (
          <StrongLine key={tie.other.id} tie={tie} onOpenPerson={onOpenPerson} />
        ))}
      </ul>
      {declared.length > 0 && <h3 className={classes['sub']}>{t('person.declared')}</h3>}
      <ul className={classes['lines']}>
        {declared.map((line) => (
          <DeclaredItem key={line.tie.id} line={line} personId={personId} onOpenPerson={onOpenPerson} onEdit={() => setForm(line.tie.id)} />
        ))}
      </ul>
      {introduced.length > 0 && <h3 className={classes['sub']}>{t('person.introduced')}</h3>}
      <ul className={classes['lines']}>
        {introduced.map(({ tie, people: [left, right] }) => (
          <li key={tie.id}>{t('person.pair', { left: fullName(left), right: fullName(right) })}</li>
        ))}
      </ul>
      {helpers.length + helped.length > 0 && (
        <>
          <h3 className={classes['sub']}>{t('person.lineage')}</h3>
          <p className={classes['text']}>
            {[
              ...(helpers.length === 0 ? [] : [t('person.helpedBy', { names: format.list(helpers.map(fullName)) })]),
              ...(helped.length === 0 ? [] : [t('person.helped', { names: format.list(helped.map(fullName)) })]),
              ...(descendants <= helped.length ? [] : [t('person.passedOn', { count: descendants })]),
            ].join(' ')}
          </p>
        </>
      )}
      {form === null ? (
        <Button
          className={classes['add'] ?? ''}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setForm('new')}
        >
          {t('person.add')}
        </Button>
      ) : (
        <TieForm key={form} personId={personId} tie={edited?.tie ?? null} onClose={() => setForm(null)} />
      )}
    </Section>
  )
}

const StrongLine = ({ tie, onOpenPerson }: { readonly tie: PersonTie; readonly onOpenPerson: (id: PersonId) => void }) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const { other, strength, shared, first, last, isLiving, isStaff } = tie
  const why = [
    ...(shared === 0 ? [] : [t('person.shared', { count: shared })]),
    ...(first === null ? [] : [t('person.since', { date: format.date(first) })]),
    ...(last === first ? [] : [t('person.lastOn', { date: format.date(last) })]),
    ...(isStaff ? [t('person.staff')] : []),
    ...(isLiving ? [] : [t('person.old')]),
  ]
  const said = t('person.strength', { strength: format.number(strength, 2) })
  return (
    <li className={classes['tie']}>
      <span className={classes['lineMain']}>
        <span>
          <PersonButton person={other} onOpen={onOpenPerson} />
        </span>
        <span className={classes['detail']}>{why.join(', ')}</span>
      </span>
      <span className={classes['strength']} title={said}>
        <span className={classes['detail']}>{said}</span>
        <span className={classes['bar']} aria-hidden>
          <span style={{ width: `${Math.min(100, (strength / (4 * strongTie)) * 100)}%` }} />
        </span>
      </span>
    </li>
  )
}

interface DeclaredProps extends SectionProps {
  readonly line: DeclaredLine
  readonly onEdit: () => void
}
const DeclaredItem = ({ line: { tie, other, by }, personId, onOpenPerson, onEdit }: DeclaredProps) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const details = [
    ...(tie.start === null ? [] : [t('person.since', { date: format.date(tie.start) })]),
    ...(tie.end === null ? [] : [t('person.until', { date: format.date(tie.end) })]),
    ...(by === null ? [] : [t('person.introducedBy', { name: fullName(by) })]),
    ...(tie.note === '' ? [] : [tie.note]),
  ]
  return (
    <li className={classes['tie']}>
      <span className={classes['lineMain']}>
        <span>
          {t(`person.relations.${relationOf(tie, personId)}`)} <PersonButton person={other} onOpen={onOpenPerson} />
        </span>
        <span className={classes['detail']}>{details.join(', ')}</span>
      </span>
      <Tooltip label={t('person.edit')}>
        <ActionIcon aria-label={`${t('person.edit')} : ${fullName(other)}`} onClick={onEdit}>
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}
