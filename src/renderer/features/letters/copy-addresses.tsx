import { Button, NumberInput, Select, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bccLink, emailBatches, usualBatchSize } from '#domain/letters/batches'
import type { WritingPerson } from '#data/services/letters-service'
import { showToast } from '#ui/toast'
import classes from './letters.module.css'

const separators = { comma: ', ', semicolon: '; ' } as const
type Separator = keyof typeof separators

/** The e-mail addresses of a list, batch by batch, for the Bcc of a message; what was copied is ticked. */
export const CopyAddresses = ({ people }: { readonly people: readonly WritingPerson[] }) => {
  const { t } = useTranslation('letters')
  const [size, setSize] = useState(usualBatchSize)
  const [separator, setSeparator] = useState<Separator>('comma')
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const batches = useMemo(() => emailBatches(people, size), [people, size])
  const addressCount = batches.reduce((sum, { addresses }) => sum + addresses.length, 0)
  const shared = people.length - addressCount
  const take = (key: string): void => setTaken((before) => new Set([...before, key]))

  const copy = async (addresses: readonly string[]): Promise<void> => {
    const text = addresses.join(separators[separator])
    await navigator.clipboard.writeText(text).then(
      () => take(addresses.join()),
      () => showToast({ tone: 'problem', message: t('emails.notCopied') }),
    )
  }
  const open = async (addresses: readonly string[], url: string): Promise<void> => {
    await window.desktop.openExternal({ url }).then(
      () => take(addresses.join()),
      () => showToast({ tone: 'problem', message: t('emails.notOpened') }),
    )
  }
  return (
    <div className={classes['stack']}>
      <Text size="sm">{t('emails.how')}</Text>
      <div className={classes['fields']}>
        <NumberInput
          label={t('emails.size')}
          min={1}
          max={500}
          allowDecimal={false}
          value={size}
          onChange={(value) => typeof value === 'number' && value >= 1 && setSize(value)}
        />
        <Select
          label={t('emails.separator')}
          allowDeselect={false}
          data={(['comma', 'semicolon'] as const).map((value) => ({ value, label: t(`emails.${value}`) }))}
          value={separator}
          onChange={(value) => setSeparator(value as Separator)}
        />
      </div>
      <ul className={classes['batches']}>
        {batches.map(({ addresses }, index) => {
          const link = bccLink(addresses)
          const isTaken = taken.has(addresses.join())
          const number = index + 1
          return (
            <li key={addresses.join()}>
              <div className={classes['batch']}>
                <strong>{t('emails.batch', { number, count: addresses.length })}</strong>
                <span className={classes['some']}>{addresses.slice(0, 4).join(', ')}</span>
                {link === null && <span className={classes['some']}>{t('emails.tooLong')}</span>}
              </div>
              <span className={classes['taken']} role="status">
                {isTaken && (
                  <>
                    <IconCheck size={14} /> {t('emails.copied')}
                  </>
                )}
              </span>
              <Button
                variant={isTaken ? 'default' : 'filled'}
                size="xs"
                leftSection={<IconCopy size={14} />}
                aria-label={t('emails.copyOf', { number })}
                onClick={() => void copy(addresses)}
              >
                {t('emails.copy')}
              </Button>
              {link !== null && (
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconMail size={14} />}
                  aria-label={t('emails.openOf', { number })}
                  onClick={() => void open(addresses, link)}
                >
                  {t('emails.open')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {shared > 0 && (
        <Text size="xs" c="dimmed">
          {t('emails.shared', { count: shared })}
        </Text>
      )}
    </div>
  )
}
