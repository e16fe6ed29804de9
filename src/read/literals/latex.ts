import { latexNumber } from './latex-numbers';
import { tailOf, targetBefore } from './latex-names';
import { turned, type Found, type Literal, type Ragged } from './literal';
import { Rows } from './rows';

const MATRIX = /^(?:[pbvBV]?matrix|smallmatrix|[pbvBV]smallmatrix|array)\*?$/;
const TOKEN =
  /\\(begin|end)\s*\{\s*(\w{1,40}\*?)\s*\}|\\\\\*?(?:\[\s*-?[\d.]{1,20}\s*\w{2}\s*\])?|\\cr\b|\\[a-zA-Z]+|\\[^]|[%&{}]/g;
const RULES =
  /\\(?:[hct]line|(?:top|mid|bottom)rule|cline\s*\{[^{}]*\}|rule\s*\{[^{}]*\}\s*\{[^{}]*\})/g;
const GAPS =
  /^\\(?:[clvdi]?dots|cdots|ldots|vdots|ddots|iddots|adots|hdotsfor|multicolumn|multirow)$/;
const COLUMNS = /\s*(?:\[[^\]\n]{0,40}\]\s*)?/y;
const ARRAY_COLUMNS =
  /\s*(?:\[[^\]\n]{0,40}\]\s*)?\{[^{}\n]{0,80}(?:\{[^{}\n]{0,40}\}[^{}\n]{0,40}){0,8}\}/y;

/** A cell that may stand for a block of cells. */
const BLOCK = /^[-+]?\s*(?:\\(?:math(?:bf|sf|cal|rm)|boldsymbol|bm)\b|[A-Z](?![a-z]))/;

/** No cell is as long as this and a number. */
const LONGEST_CELL = 400;

/** An open environment; of a matrix, what has been read of it. */
class Environment {
  readonly isMatrix: boolean;
  readonly rows = new Rows();
  /** Braces that are open in the cell. */
  depth = 0;
  /** The cell's text before its last comment. */
  head = '';
  cellsInRow = 0;
  numbers = 0;
  names = 0;
  isFloat = false;
  isBad = false;

  constructor(
    readonly name: string,
    readonly start: number,
    /** Where the cell starts, or goes on after a comment. */
    public cell: number,
    readonly from: number,
  ) {
    this.isMatrix = MATRIX.test(name);
  }
}

/** Finds the matrices of LaTeX formulas, in time linear in the text's length. */
export function findInLatex(text: string, isDocument: boolean): Found {
  return new Formulas(text, isDocument).scan();
}

class Formulas {
  private readonly token = new RegExp(TOKEN);
  private readonly open: Environment[] = [];
  private readonly count = new Map<string, number>();
  private readonly literals: Literal[] = [];
  private readonly ragged: Ragged[] = [];
  private readonly entries: number[] = [];
  private steps = 0;

  constructor(
    private readonly text: string,
    /** Whether it is LaTeX throughout, with comments, or other text with formulas in it. */
    private readonly isDocument: boolean,
  ) {}

  scan(): Found {
    const { token, text, literals, ragged, entries } = this;
    for (let match = token.exec(text); match; match = token.exec(text)) {
      this.read(match[0], match.index, match[1], match[2]);
      this.steps++;
    }
    return { literals, ragged, entries, steps: this.steps + text.length };
  }

  private read(sign: string, at: number, side?: string, name = ''): void {
    const environment = this.open.at(-1);
    const end = at + sign.length;
    if (side === 'begin') this.begin(name, at, end);
    else if (side === 'end') this.end(name, at, end);
    else if (sign === '%') this.comment(environment, at);
    else if (environment?.isMatrix) this.readCell(environment, sign, at, end);
  }

  private readCell(environment: Environment, sign: string, at: number, end: number): void {
    if (sign === '{') environment.depth++;
    else if (sign === '}') environment.depth--;
    else if (GAPS.test(sign)) environment.isBad = true;
    else if (environment.depth <= 0 && /^(?:&|\\\\|\\cr$)/.test(sign)) {
      this.endCell(environment, at, sign !== '&');
      environment.cell = end;
      if (sign !== '&') this.endRow(environment);
    }
  }

  private comment(environment: Environment | undefined, at: number): void {
    const { text, isDocument, token } = this;
    if (!isDocument && !environment?.isMatrix) return;
    const line = text.indexOf('\n', at);
    token.lastIndex = line < 0 ? text.length : line;
    if (!environment?.isMatrix) return;
    if (environment.head.length <= LONGEST_CELL)
      environment.head += text.slice(environment.cell, at);
    environment.cell = token.lastIndex;
  }

  private begin(name: string, at: number, end: number): void {
    const outer = this.open.at(-1);
    if (outer) outer.isBad = true;
    this.open.push(new Environment(name, at, this.afterColumns(name, end), this.entries.length));
    this.count.set(name, (this.count.get(name) ?? 0) + 1);
  }

  /** Past an environment's arguments: how its columns are set. */
  private afterColumns(name: string, end: number): number {
    const columns = name.startsWith('array') ? ARRAY_COLUMNS : COLUMNS;
    columns.lastIndex = end;
    return columns.test(this.text) && (columns === ARRAY_COLUMNS || name.endsWith('*'))
      ? columns.lastIndex
      : end;
  }

  private end(name: string, at: number, end: number): void {
    if (!this.count.get(name)) return;
    for (let environment = this.open.pop(); environment; environment = this.open.pop()) {
      this.count.set(environment.name, this.count.get(environment.name)! - 1);
      if (environment.name !== name) continue;
      if (environment.isMatrix) this.close(environment, at, end);
      return;
    }
  }

  /** A cell ends. The last of a row may be blank if it is the only one: then there is no row. */
  private endCell(environment: Environment, end: number, isLast: boolean): void {
    const { head, cell: start, rows } = environment;
    const isLong = head.length + end - start > LONGEST_CELL;
    const cell = isLong ? '?' : (head + this.text.slice(start, end)).replace(RULES, '').trim();
    environment.head = '';
    if (!cell && isLast && environment.cellsInRow === 0) return;
    environment.cellsInRow++;
    const read = latexNumber(cell);
    if (read) {
      this.entries.push(read.value);
      environment.numbers++;
      environment.isFloat ||= !read.isInteger;
    } else {
      environment.names++;
      if (BLOCK.test(cell)) environment.isBad = true;
    }
    rows.add([], !read, start, end);
  }

  private endRow(environment: Environment): void {
    environment.rows.breakRow();
    environment.cellsInRow = 0;
  }

  private close(environment: Environment, at: number, end: number): void {
    const { rows, start, from } = environment;
    this.endCell(environment, at, true);
    rows.finish();
    const { numbers, names, isFloat, isBad, name } = environment;
    const { count, width = 0, odd } = rows;
    const span = { start, end };
    if (isBad || (numbers === 0 && name === 'array')) return;
    if (odd && numbers > 0) {
      const { index, row } = odd;
      this.ragged.push({ span, index, row, expected: [width], found: [odd.width] });
    }
    if (odd || count * width < 2) return;
    const part = { shape: [count, width], from, to: this.entries.length, numbers, names, isFloat };
    this.literals.push(this.named({ span, part }));
  }

  private named({ span, part }: Literal): Literal {
    const { text, entries } = this;
    const { end, isTransposed, isWhole } = tailOf(text, span.end);
    const literal = isTransposed ? turned({ span, part }, end, entries) : { span, part };
    const target = isWhole ? targetBefore(text, span.start) : undefined;
    return target ? { ...literal, target } : literal;
  }
}
