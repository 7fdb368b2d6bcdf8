import { Button, Popover, ScrollArea, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TagId } from '#domain/id'
import { searchable } from '#domain/searchable'
import type { Tag } from '#domain/tag'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'
import classes from './tag-choice.module.css'

export interface TagChoiceProps {
  readonly tags: readonly Tag[]
  readonly onAdd: (tag: TagId, name: string) => void
  readonly onRemove: (tag: TagId, name: string) => void
}

/** Finds a tag by a few letters, or makes it, and puts it on the people chosen or takes it off. */
export const TagChoice = ({ tags, onAdd, onRemove }: TagChoiceProps) => {
  const { t } = useTranslation('people')
  const data = useData()
  const report = useReportWrite()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const wanted = searchable(typed)
  const found = tags.filter(({ name, archived }) => !archived && searchable(name).includes(wanted))
  const isNew = typed.trim() !== '' && !tags.some(({ name }) => searchable(name) === wanted)

  const done = (): void => {
    setOpened(false)
    setTyped('')
  }
  const create = async (): Promise<void> => {
    const tag: Tag = { id: newId<TagId>(), name: typed.trim(), archived: false }
    if (!report(await data.records.save({ table: 'tags', before: null, after: tag }))) return
    onAdd(tag.id, tag.name)
    done()
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="top" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconTag size={14} />} onClick={() => setOpened(!opened)}>
          {t('bar.tag')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={280}>
          <TextInput
            data-autofocus
            aria-label={t('bar.findTag')}
            placeholder={t('bar.findTag')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && isNew) void create()
            }}
          />
          <ScrollArea.Autosize mah={240}>
            {found.map(({ id, name }) => (
              <div key={id} className={classes['line']}>
                <UnstyledButton
                  className={classes['name']}
                  aria-label={`${t('bar.addTag')} : ${name}`}
                  onClick={() => {
                    onAdd(id, name)
                    done()
                  }}
                >
                  {name}
                </UnstyledButton>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  aria-label={`${t('bar.removeTag')} : ${name}`}
                  onClick={() => {
                    onRemove(id, name)
                    done()
                  }}
                >
                  {t('bar.remove')}
                </Button>
              </div>
            ))}
          </ScrollArea.Autosize>
          {isNew && (
            <Button size="xs" onClick={() => void create()}>
              {t('bar.newTag', { name: typed.trim() })}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
