/** Where the keyboard is among the cells: in which part of the panel, matrix and cell. */
interface Spot {
  readonly zone: Element;
  readonly matrix: string;
  readonly cell: string;
  readonly element: Element;
}

/** Keeps the keyboard on its cell while the panel is drawn, even where the cell is made anew. */
export class Focused {
  private spot: Spot | undefined;
  /** Whether the panel is being drawn. */
  isKeeping = false;

  constructor(private readonly panel: HTMLElement) {}

  /** Notes which cell has the keyboard. */
  keep(): void {
    this.spot = spotOf(document.activeElement);
    this.isKeeping = true;
  }

  /** Gives it back to that cell, or to the same cell elsewhere if that is gone. */
  restore(): void {
    const { spot } = this;
    this.isKeeping = false;
    this.spot = undefined;
    if (!spot || document.activeElement === spot.element) return;
    const selector = `[data-drawn] [data-cell="${spot.cell}"][role=gridcell]`;
    const found = [spot.zone, this.panel].flatMap((zone) =>
      [...zone.querySelectorAll<SVGGElement>(selector)].filter(
        (element) => matrixOf(element) === spot.matrix,
      ),
    );
    found[0]?.focus({ preventScroll: true });
  }

  /** Whether the keyboard is in a part of the page. */
  isIn(part: Element): boolean {
    return part.contains(document.activeElement);
  }

  /** Has the cell in focus described by an element, and no other cell. */
  describe(id: string): void {
    const focused = spotOf(document.activeElement)?.element;
    for (const element of this.panel.querySelectorAll('[aria-describedby]')) {
      if (element !== focused && element.getAttribute('aria-describedby') === id) {
        element.removeAttribute('aria-describedby');
      }
    }
    focused?.setAttribute('aria-describedby', id);
  }
}

function spotOf(element: Element | null): Spot | undefined {
  const cell = element?.getAttribute('data-cell');
  const zone = element?.closest('section');
  if (!element || !cell || !zone || element.getAttribute('role') !== 'gridcell') return undefined;
  return { zone, matrix: matrixOf(element), cell, element };
}

function matrixOf(element: Element): string {
  const holder = element.closest('[data-slot], [data-matrix]');
  return holder?.getAttribute('data-slot') ?? holder?.getAttribute('data-matrix') ?? '';
}
