import type { LetterPage } from '#bridge/letters-paper'
import classes from './letters.module.css'

/** One letter, on the screen and on paper alike. */
export const LetterOnPaper = ({ page: { sender, address, subject, lines } }: { readonly page: LetterPage }) => (
  <div className={classes['paper']}>
    <Lines lines={sender} />
    {address.length > 0 && (
      <div className={classes['paperAddress']}>
        <Lines lines={address} />
      </div>
    )}
    {subject !== '' && <div className={classes['paperSubject']}>{subject}</div>}
    <Lines lines={lines} />
  </div>
)

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.map((line, index) => (
    <div key={index} className={classes['paperLine']}>
      {line}
    </div>
  ))
