/** The files of the workspace that a program imports, by an id that stands for each (its path). */
export interface SourceFiles {
  /** What the program's own imports name: module path as it is written (`common.layers`, `.util`) to id. */
  readonly imports: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, SourceFile>>;
}

/** One imported file. */
export interface SourceFile {
  readonly text: string;
  /** What its imports name, as in {@link SourceFiles.imports}. */
  readonly imports: Readonly<Record<string, string>>;
}

/** No files at all. */
export const NO_FILES: SourceFiles = { imports: {}, files: {} };
