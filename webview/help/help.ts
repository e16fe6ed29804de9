import { select, type Selection } from 'd3-selection';
import { keyMeanings, type KeyGroup, type KeyMeaning } from '../keyboard';
import type { Words } from '../words';
import { keyNames } from './key-names';

type Part = Selection<HTMLElement, unknown, null, undefined>;

/** The list of the keys, which lies over the panel while it is open. */
export class Help {
  private readonly dialog: HTMLDialogElement;
  private words: Words | undefined;

  constructor(parent: HTMLElement) {
    this.dialog = document.createElement('dialog');
    this.dialog.className = 'help';
    this.dialog.setAttribute('role', 'dialog');
    this.dialog.setAttribute('aria-modal', 'true');
    this.dialog.setAttribute('aria-labelledby', 'help-title');
    this.dialog.addEventListener('keydown', (event) => this.keepFocus(event));
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    parent.append(this.dialog);
  }

  /** Opens it; focus comes back to where it was when it is closed. */
  open(): void {
    if (this.dialog.open || !this.words) return;
    this.write(this.words);
    this.dialog.showModal();
  }

  /** Writes the list in the user's language; while it is closed, when it is opened. */
  draw(words: Words): void {
    this.words = words;
    if (this.dialog.open) this.write(words);
  }

  private write(words: Words): void {
    const root = select<HTMLElement, unknown>(this.dialog);
    const head = part(root, 'head');
    head
      .selectAll('h2')
      .data([words.say('Keys')])
      .join('h2')
      .attr('id', 'help-title')
      .text((text) => text);
    head
      .selectAll<HTMLElement, string>('button')
      .data([words.say('Close')])
      .join('button')
      .attr('type', 'button')
      .attr('data-action', 'close-help')
      .text((text) => text)
      .on('click', () => this.dialog.close());
    // It scrolls where the panel is low, so the keyboard has to reach it.
    const groups = part(root, 'groups').attr('tabindex', 0);
    drawGroups(groups, words);
    root
      .selectAll(':scope > p')
      .data([
        words.say(
          'In a matrix, the arrow keys, Home, End, Page Up and Page Down go from cell to cell; with Ctrl, Home and End go to the first and last cell.',
        ),
        words.say(
          'Enter on a cell edits its number where it is given, and pins its family where it is computed.',
        ),
        words.say(
          'Stepping and playing are commands as well: look for “Affine” in the Command Palette, or give them keys of your own under Keyboard Shortcuts.',
        ),
      ])
      .join('p')
      .text((text) => text);
  }

  /** Escape closes, and Tab goes round within: outside, the page is out of reach. */
  private keepFocus(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.dialog.close();
    }
    if (event.key !== 'Tab') return;
    const stops = [...this.dialog.querySelectorAll<HTMLElement>('button, [tabindex="0"]')];
    const at = stops.indexOf(document.activeElement as HTMLElement) + (event.shiftKey ? -1 : 1);
    event.preventDefault();
    stops.at(at % stops.length)!.focus();
  }
}

function part(root: Part, name: string): Part {
  return root
    .selectAll<HTMLElement, unknown>(`:scope > div.${name}`)
    .data([0])
    .join('div')
    .attr('class', name) as unknown as Part;
}

function drawGroups(root: Part, words: Words): void {
  const groups: { name: KeyGroup; title: string }[] = [
    { name: 'steps', title: words.say('Stepping') },
    { name: 'cells', title: words.say('Cells') },
    { name: 'playing', title: words.say('Playing') },
    { name: 'looking', title: words.say('Looking') },
    { name: 'tools', title: words.say('Tools') },
    { name: 'help', title: words.say('Help') },
  ];
  root
    .attr('role', 'group')
    .attr('aria-label', words.say('Keys'))
    .selectAll<HTMLElement, (typeof groups)[number]>(':scope > div')
    .data(groups, ({ name }) => name)
    .join('div')
    .each(function ({ name, title }) {
      const group = select<HTMLElement, unknown>(this as HTMLElement);
      group
        .selectAll('h3')
        .data([title])
        .join('h3')
        .text((text) => text);
      drawKeys(
        group,
        keyMeanings.filter((meaning) => meaning.group === name),
        words,
      );
    });
}

function drawKeys(group: Part, meanings: readonly KeyMeaning[], words: Words): void {
  const rows = group
    .selectAll<HTMLElement, unknown>('dl')
    .data([0])
    .join('dl')
    .selectAll<HTMLElement, KeyMeaning>('div')
    .data(meanings)
    .join((enter) => {
      const row = enter.append('div');
      row.append('dt');
      row.append('dd');
      return row;
    });
  rows.select('dd').text(({ does }) => words.of(does));
  rows
    .select('dt')
    .selectAll<HTMLElement, string>('span')
    .data(({ keys }) => keys)
    .join('span')
    .selectAll<HTMLElement, string>('kbd')
    .data((key) => keyNames(key, words))
    .join('kbd')
    .text((name) => name);
}
