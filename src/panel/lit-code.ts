import * as vscode from 'vscode';
import { codeOfStep, type Place } from '../protocol';
import type { Session } from './session';

const light = vscode.window.createTextEditorDecorationType({
  backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
  overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  overviewRulerLane: vscode.OverviewRulerLane.Center,
});

/** Lights up the code that does the step on show, wherever its document is visible. */
export class LitCode implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly session: Session,
    private readonly locationOf: (place: Place) => vscode.Location,
  ) {
    this.subscriptions = [
      session.onDidChange(() => this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
    ];
    this.update();
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(light, []);
  }

  private update(): void {
    const place = placeOnShow(this.session);
    const location = place && this.locationOf(place);
    for (const editor of vscode.window.visibleTextEditors) {
      const isThere = location?.uri.toString() === editor.document.uri.toString();
      editor.setDecorations(light, isThere ? [location!.range] : []);
    }
  }
}

/** Where the code stands that does the step on show. */
function placeOnShow({ shown, trace, view }: Session): Place | undefined {
  const step = trace?.steps[view.position.step];
  if (!step || shown.scene.kind !== 'graph') return undefined;
  return codeOfStep(shown.scene, step)?.place;
}

/** The step that is done by the code at an offset: of several, that of the innermost code. */
export function stepAt(
  { scene, computation }: Session['shown'],
  offset: number,
): number | undefined {
  if (scene.kind !== 'graph' || !computation) return undefined;
  const found = computation.trace.steps
    .flatMap((step, index) => {
      const place = step.writes && codeOfStep(scene, step)?.place;
      return place && place.start <= offset && offset <= place.end ? [{ index, place }] : [];
    })
    .sort((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start));
  return found[0]?.index;
}
