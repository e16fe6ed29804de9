import type * as vscode from 'vscode';
import type { Experiment } from '../../core';
import type {
  AffineReading,
  ArrayEdits,
  BackwardCheck,
  CopyFormat,
  Fix,
  ReadArray,
  ReadingReport,
  Trap,
  WrittenBack,
} from '../../read';
import type { ServiceClient } from '../../worker/client';
import type { ComputedAffine } from '../../worker/questions';
import type {
  Method,
  ReadingService,
  ReadText,
  Received,
  TextToRead,
  ToldArray,
} from '../../worker/service';
import type { TriedAffine } from '../../worker/trying';
import type { Code } from './code';

/** The questions about a text that was read. */
type TextMethod = {
  [M in Method]: Parameters<ReadingService[M]>[0] extends ReadText
    ? 'gone' extends Awaited<ReturnType<ReadingService[M]>>
      ? M
      : never
    : never;
}[Method];

/** A text as it was read: the document may have moved on since. */
export class DocumentReading {
  private traps: Promise<readonly Trap[]> | undefined;
  private checks: Promise<readonly BackwardCheck[]> | undefined;

  constructor(
    readonly code: Code,
    readonly report: ReadingReport,
    private readonly text: TextToRead,
    private readonly client: ServiceClient,
  ) {}

  /** The innermost array expression at a place, with its entries. */
  valueAt(offset: number): Promise<ReadArray | undefined> {
    return this.ask('valueAt', { offset });
  }

  /** The Affine computation to show for a place, with its arrays' entries. */
  affineAt(offset: number): Promise<AffineReading | undefined> {
    return this.ask('affineAt', { offset });
  }

  /** The same, with both passes run, in the worker. */
  computedAt(offset: number, signal?: AbortSignal): Promise<ComputedAffine | undefined> {
    return this.ask('computedAt', { offset }, signal);
  }

  /** The same with an experiment made on it, as far as that changes it. */
  triedAt(offset: number, experiment: Experiment): Promise<TriedAffine | undefined> {
    return this.ask('triedAt', { offset, experiment });
  }

  /** What is told of the innermost array expression at a place. */
  factsAt(offset: number): Promise<ToldArray | undefined> {
    return this.ask('factsAt', { offset });
  }

  /** The innermost array expression at a place as text; undefined where its entries are not known. */
  copyOf(offset: number, format: CopyFormat): Promise<string | undefined> {
    return this.ask('copyOf', { offset, format });
  }

  /** How numbers come into the literals of the arrays shown for a place, or why they do not. */
  writeBack(offset: number, arrays: readonly ArrayEdits[]): Promise<readonly WrittenBack[]> {
    return this.ask('writeBack', { offset, arrays });
  }

  /** What mends an error, by its index in the report. */
  fixesOf(index: number): Promise<readonly Fix[]> {
    return this.ask('fixesOf', { index });
  }

  /** The known traps that the text runs into. Asked once. */
  trapsIn(): Promise<readonly Trap[]> {
    return (this.traps ??= this.ask('trapsIn', {}));
  }

  /** The text's own backward passes, compared with the true gradients. Asked once. */
  backwardChecks(): Promise<readonly BackwardCheck[]> {
    return (this.checks ??= this.ask('backwardChecks', {}));
  }

  /** Where in the editor a span of the text stands. */
  locationOf(span: { readonly start: number; readonly end: number }): vscode.Location {
    return this.code.locationOf(span);
  }

  /** Asks the worker; one that has been started anew since is given the text again. */
  private async ask<M extends TextMethod>(
    method: M,
    argument: Omit<Parameters<ReadingService[M]>[0], 'key' | 'version'>,
    signal?: AbortSignal,
  ): Promise<Exclude<Received<ReturnType<ReadingService[M]>>, 'gone'>> {
    const { key, version } = this.text;
    const question = { key, version, ...argument } as Parameters<ReadingService[M]>[0];
    let result = await this.client.ask(method, question, signal);
    if (result === 'gone') {
      await this.client.ask('read', this.text, signal);
      result = await this.client.ask(method, question, signal);
    }
    return result as Exclude<Received<ReturnType<ReadingService[M]>>, 'gone'>;
  }
}
