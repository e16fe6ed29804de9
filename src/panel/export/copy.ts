import * as vscode from 'vscode';
import { dataNode, gradientName, say, sizeOf } from '../../core';
import type { Notice } from '../../protocol';
import { copyForm, type CopyForm } from '../../read/facts/copy-forms';
import type { PanelRequest } from '../panel';
import type { Session } from '../session';

/** What the forms of a copy are called. */
const FORM_NAMES: Readonly<Record<CopyForm, string>> = {
  numpy: 'NumPy',
  pytorch: 'PyTorch',
  latex: 'LaTeX',
  markdown: 'Markdown',
  csv: 'CSV',
};

/** Copies one of the arrays that a panel shows. */
export async function copyMatrix(
  { slot: { lane, id }, form }: Extract<PanelRequest, { type: 'copy' }>,
  { shown: { computation } }: Session,
): Promise<Notice> {
  const array = (lane === 'value' ? computation?.values : computation?.gradients)?.get(id);
  if (!computation || !array) {
    return { kind: 'error', sentence: say('There is no such array to copy.') };
  }
  const value = dataNode(computation.graph, id).name;
  const name = lane === 'value' ? value : gradientName(value);
  const text = copyForm(array, form);
  if (text === undefined) {
    return array.data
      ? {
          kind: 'error',
          sentence: say('{name} has too many numbers to copy: {count}.', {
            name,
            count: sizeOf(array.shape),
          }),
        }
      : { kind: 'error', sentence: say('The numbers of {name} are not known.', { name }) };
  }
  await vscode.env.clipboard.writeText(text);
  return {
    kind: 'done',
    sentence: say('Copied {name} as {form}.', { name, form: FORM_NAMES[form] }),
  };
}
