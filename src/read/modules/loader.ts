import { movedBy } from '../syntax/moved';
import { parse, type Parsed } from '../syntax/parse';
import type { Span } from '../reading';
import { lineOf } from '../spans';
import { NO_FILES, type SourceFile, type SourceFiles } from './sources';
import type { Places } from './places';

/** A file of the program, parsed. */
export interface LoadedFile extends Parsed {
  readonly id: string;
  readonly text: string;
}

/** Finds and parses the files that a program imports, each when it is first imported. */
export class FileLoader {
  private readonly loaded: (SourceFile & { readonly id: string })[] = [];

  constructor(
    readonly places: Places,
    private readonly sources: SourceFiles = NO_FILES,
    private readonly parsed: ParsedFiles = new ParsedFiles(),
  ) {}

  /** The id of the file that an import names, as it stands at a place of the program. */
  idOf(path: string, importedAt: Span): string | undefined {
    const importer = this.fileAt(importedAt);
    const imports = importer ? importer.imports : this.sources.imports;
    return Object.hasOwn(imports, path) ? imports[path] : undefined;
  }

  /** A file's statements, standing at their place behind the program's own text. */
  load(id: string): LoadedFile | undefined {
    const source = this.sources.files[id];
    if (!source) return undefined;
    const start = this.places.add(source.text.length);
    this.loaded.push({ ...source, id });
    return { id, text: source.text, ...this.parsed.get(id, source.text, start) };
  }

  /** The file and line in which a span stands, if that is not the text itself. */
  whereIs(span: Span): { readonly file: string; readonly line: number } | undefined {
    const place = this.places.within(span);
    const file = place && this.loaded[place.file];
    if (!file) return undefined;
    return { file: file.id, line: lineOf(file.text, place.offset) };
  }

  private fileAt(span: Span): SourceFile | undefined {
    const place = this.places.within(span);
    return place && this.loaded[place.file];
  }
}

/** Files parsed before: from one reading to the next, most of them stay as they are. */
export class ParsedFiles {
  private readonly kept = new Map<string, Parsed & { text: string; start: number }>();

  get(id: string, text: string, start: number): Parsed {
    const kept = this.kept.get(id);
    if (kept?.text === text && kept.start === start) return kept;
    const { statements, faults } = parse(text);
    const parsed = { statements: movedBy(statements, start), faults, text, start };
    this.kept.set(id, parsed);
    return parsed;
  }
}
