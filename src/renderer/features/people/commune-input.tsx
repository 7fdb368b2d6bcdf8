import { Autocomplete } from '@mantine/core'
import { useRef, useState } from 'react'
import type { CommuneChoice } from '#data/services/people-service'
import { useData } from '#data/use-data'

export interface CommuneInputProps {
  readonly label: string
  readonly initial: string
  /** What is typed beside: it names the commune when that field was filled first. */
  readonly postalCode: () => string
  readonly onType: (city: string) => void
  /** `postalCode` null: the commune has several, and the one typed is one of them or none was typed. */
  readonly onChoose: (commune: { readonly name: string; readonly code: string; readonly postalCode: string | null }) => void
}

/** Completes a commune from the list that comes with the application: by its first letters or its postal code, without any network. */
export const CommuneInput = ({ label, initial, postalCode, onType, onChoose }: CommuneInputProps) => {
  const data = useData()
  const [value, setValue] = useState(initial)
  const [choices, setChoices] = useState<readonly CommuneChoice[]>([])
  const round = useRef(0)

  const look = async (typed: string): Promise<void> => {
    round.current += 1
    const mine = round.current
    const found = typed.trim().length < 2 ? [] : await data.people.communes(typed.trim(), 8)
    if (mine === round.current) setChoices(found)
  }
  const choose = (choice: CommuneChoice): void => {
    const typed = postalCode()
    setValue(choice.name)
    onChoose({
      name: choice.name,
      code: choice.code,
      postalCode: choice.postalCodes.includes(typed) || choice.postalCodes.length !== 1 ? null : (choice.postalCodes[0] ?? null),
    })
  }
  return (
    <Autocomplete
      label={label}
      autoComplete="off"
      value={value}
      data={choices.map(choiceLabel)}
      // The data thread has looked already: every choice fits.
      filter={({ options }) => options}
      selectFirstOptionOnChange
      onFocus={() => {
        if (value === '') void look(postalCode())
      }}
      onChange={(next) => {
        const chosen = choices.find((choice) => choiceLabel(choice) === next)
        if (chosen !== undefined) return choose(chosen)
        setValue(next)
        onType(next)
        void look(next)
      }}
    />
  )
}

const choiceLabel = ({ name, postalCodes, department }: CommuneChoice): string =>
  `${name} (${postalCodes.length > 2 ? `${postalCodes[0] ?? ''}…` : postalCodes.join(', ')}${department === '' ? '' : `, ${department}`})`
