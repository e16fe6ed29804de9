import * as vscode from 'vscode';
import { say, shapeText } from '../../core';
import type { BindingReport } from '../../read';
import type { Readings } from '../reading/readings';
import { setting } from '../settings';
import { translate } from '../words';

/** Shows the shape of an array behind the name that it is given. */
export class ShapeHints implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChangeInlayHints = this.changed.event;

  constructor(private readonly readings: Readings) {
    this.subscriptions = [
      this.changed,
      readings.onDidInvalidate(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('affine.inlayHints')) this.changed.fire();
      }),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.InlayHint[]> {
    const wanted = setting('inlayHints.shapes', document);
    if (wanted === 'off') return [];
    const reading = await this.readings.unasked(document);
    if (!reading) return [];
    const { report, code } = reading;
    return report.bindings
      .filter((binding) => isHinted(binding, code.text, wanted))
      .flatMap((binding) => {
        const { uri, range: place } = reading.locationOf(binding.span);
        const isHere = uri.toString() === document.uri.toString() && range.contains(place.end);
        return isHere ? [hintOf(binding, place.end)] : [];
      });
  }
}

/** A new name has a hint. What changes an array in place has none: its shape is as it was. */
function isHinted(
  { role, span, value, isDerived }: BindingReport,
  text: string,
  wanted: 'literals' | 'all',
): boolean {
  if (role !== 'target' || !value.shape || (wanted === 'literals' && isDerived)) return false;
  const isInPlace = /^\s*(\*\*|\/\/|[-+*/@%&|^])=/.test(text.slice(span.end, span.end + 40));
  return !isInPlace;
}

function hintOf({ value }: BindingReport, position: vscode.Position): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, shapeText(value.shape!), vscode.InlayHintKind.Type);
  hint.paddingLeft = true;
  hint.tooltip = tooltipOf(value);
  return hint;
}

function tooltipOf({ dtype, state }: BindingReport['value']): string {
  if (state === 'sampled') {
    return translate(say('{dtype}; an example draw, since no seed is set', { dtype }));
  }
  if (state === 'shape-only') return translate(say('{dtype}; only the shape is known', { dtype }));
  return dtype;
}
