import { Autocomplete } from '@mantine/core'
import { useRef, useState } from 'react'
import type { CommuneChoice } from '#data/services/people-service'
import { useData } from '#data/use-data'

interface PlaceNameInputProps {
  readonly label: string
  readonly value: string
  /** Proposes the communes of France while one types. */
  readonly completes: boolean
  readonly error: string | null
  readonly onChange: (name: string) => void
  readonly onChoose: (commune: CommuneChoice) => void
}

/** The name of a territory; a commune is chosen from the list that comes with the application, and brings its code. */
export const PlaceNameInput = ({ label, value, completes, error, onChange, onChoose }: PlaceNameInputProps) => {
  const data = useData()
  const [choices, setChoices] = useState<readonly CommuneChoice[]>([])
  const round = useRef(0)
  const look = async (typed: string): Promise<void> => {
    round.current += 1
    const mine = round.current
    const found = completes && typed.trim().length >= 2 ? await data.people.communes(typed.trim(), 8) : []
    // A slower answer to older letters says nothing any more.
    if (mine === round.current) setChoices(found)
  }
  return (
    <Autocomplete
      label={label}
      required
      data-autofocus
      autoComplete="off"
      maxLength={120}
      value={value}
      error={error}
      data={completes ? choices.map(choiceLabel) : []}
      filter={({ options }) => options}
      onChange={(next) => {
        const chosen = choices.find((choice) => choiceLabel(choice) === next)
        if (chosen !== undefined) return onChoose(chosen)
        onChange(next)
        void look(next)
      }}
    />
  )
}

const choiceLabel = ({ name, department, code }: CommuneChoice): string => `${name} (${department === '' ? code : department})`
