import type { PaperDocument } from '#bridge/paper'
import classes from './core.module.css'

/** A document as it is printed: on paper alone, the screen shows the page it was made from. */
export const PaperView = ({ document: { title, lines, blocks } }: { readonly document: PaperDocument }) => (
  <article className={classes['document']} aria-label={title} data-paper>
    <h2>{title}</h2>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {/* Blocks of a document never move: their place is their name. */}
    {blocks.map((block, index) =>
      block.kind === 'heading' ? (
        block.level === 2 ? (
          <h3 key={index}>{block.text}</h3>
        ) : (
          <h4 key={index}>{block.text}</h4>
        )
      ) : block.kind === 'paragraph' ? (
        <p key={index}>{block.text}</p>
      ) : (
        <table key={index}>
          <colgroup>
            {block.header.map((cell, column) => (
              <col key={cell} style={{ width: `${(100 * (block.widths[column] ?? 1)) / block.widths.reduce((sum, width) => sum + width, 0)}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {block.header.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, line) => (
              <tr key={line}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ),
    )}
  </article>
)
