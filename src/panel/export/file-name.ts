import { dataNode, gradientName, type Step, type Trace } from '../../core';
import type { WebviewMessage } from '../../protocol';

/** What a panel is taken away as. */
export type ExportFormat = Extract<WebviewMessage, { type: 'export' }>['format'];

/** How files of a format are named: what they show, and their ending. */
const FILES: Readonly<Record<ExportFormat, { readonly of: string; readonly ending: string }>> = {
  svg: { of: 'step', ending: 'svg' },
  png: { of: 'step', ending: 'png' },
  'step-latex': { of: 'step', ending: 'tex' },
  latex: { of: 'derivation', ending: 'tex' },
  'step-markdown': { of: 'step', ending: 'md' },
  markdown: { of: 'derivation', ending: 'md' },
  numpy: { of: 'numpy', ending: 'py' },
  json: { of: 'state', ending: 'json' },
};

/** The ending of a format's files. */
export function endingOf(format: ExportFormat): string {
  return FILES[format].ending;
}

/** The name a file is offered under: `layer-dW.svg`, `layer-derivation.tex`. */
export function fileName(source: string, format: ExportFormat, trace: Trace, at: number): string {
  const { of, ending } = FILES[format];
  const plain = source.replace(/\.\w+$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const stem = plain.replace(/^[-.]+|[-.]+$/g, '') || 'affine';
  return `${stem}-${of === 'step' ? stepName(trace, trace.steps[at]!) : of}.${ending}`;
}

/** What a step makes, or what it is called where it makes nothing. */
function stepName(trace: Trace, { kind, writes }: Step): string {
  if (!writes) return kind;
  const { name } = dataNode(trace.graph, writes.id);
  return writes.lane === 'value' ? name : gradientName(name).replace(/[()]/g, '');
}
