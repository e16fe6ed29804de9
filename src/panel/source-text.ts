import type { Span } from '../read';
import type { CodeLine, Place } from '../protocol';

/** A part of a text that the user knows by a name of its own, such as a cell of a notebook. */
export interface Part {
  readonly name: string;
  readonly start: number;
}

/** A text that was read, with its file's name: turns offsets into places and lines of code. */
export class SourceText {
  private readonly lineStarts: number[] = [0];

  constructor(
    readonly file: string,
    readonly text: string,
    private readonly partAt: (offset: number) => Part = () => ({ name: file, start: 0 }),
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.lineStarts.push(at + 1);
    }
  }

  /** The place of a span; its line is the one of its part on which it starts. */
  place({ start, end }: Span): Place {
    const part = this.partAt(start);
    const line = this.lineIndex(start) - this.lineIndex(part.start) + 1;
    return { file: part.name, line, start, end };
  }

  /** The line (or lines) of a span without indentation, with the span itself set apart. */
  code(span: Span): CodeLine {
    const from = this.lineStarts[this.lineIndex(span.start)]!;
    const next = this.text.indexOf('\n', span.end);
    const to = next < 0 ? this.text.length : next;
    return {
      before: this.text.slice(from, span.start).trimStart(),
      used: this.text.slice(span.start, span.end).replace(/\s*\n\s*/g, ' '),
      after: this.text.slice(span.end, to).trimEnd(),
      place: this.place(span),
    };
  }

  private lineIndex(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
