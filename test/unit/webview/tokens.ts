import { readdirSync, readFileSync } from 'node:fs';
import { SCHEMES } from '../../../src/protocol';

const folder = new URL('../../../webview/styles/', import.meta.url);

/** The style sheets by name, without comments. */
export const sheets: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [
      name,
      readFileSync(new URL(name, folder), 'utf8').replace(/\/\*.*?\*\//gs, ''),
    ]),
);

/** The four kinds of theme: the classes VS Code gives the page, and its colours in its own themes. */
const THEMES = {
  dark: {
    classes: ['vscode-dark'],
    vscode: { background: '#1f1f1f', foreground: '#cccccc', link: '#4daafc', border: '' },
  },
  light: {
    classes: ['vscode-light'],
    vscode: { background: '#ffffff', foreground: '#3b3b3b', link: '#005fb8', border: '' },
  },
  'high contrast': {
    classes: ['vscode-high-contrast'],
    vscode: { background: '#000000', foreground: '#ffffff', link: '#21a6ff', border: '#6fc3df' },
  },
  'high contrast light': {
    classes: ['vscode-high-contrast', 'vscode-high-contrast-light'],
    vscode: { background: '#ffffff', foreground: '#292929', link: '#0f4a85', border: '#0f4a85' },
  },
} as const;

const VARIABLES: Readonly<Record<string, keyof (typeof THEMES)['dark']['vscode']>> = {
  '--vscode-editor-background': 'background',
  '--vscode-editor-foreground': 'foreground',
  '--vscode-textLink-foreground': 'link',
  '--vscode-contrastBorder': 'border',
};

export type Theme = keyof typeof THEMES;
export type Scheme = (typeof SCHEMES)[number];

/** Every kind of theme with every scheme. */
export const looks: { theme: Theme; scheme: Scheme }[] = (Object.keys(THEMES) as Theme[]).flatMap(
  (theme) => SCHEMES.map((scheme) => ({ theme, scheme })),
);

interface Rule {
  readonly classes: string | undefined;
  readonly scheme: string | undefined;
  readonly tokens: readonly (readonly [string, string])[];
}

/** The style sheets' names in the order they are put together. */
const order = [...sheets.get('index.css')!.matchAll(/'\.\/([\w-]+\.css)'/g)].map(
  ([, name]) => name!,
);

const rules: Rule[] = order.flatMap((name) =>
  [...sheets.get(name)!.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) =>
    selectors!.split(',').flatMap((selector) => {
      const found = /^body(?:\.([\w-]+))?(?:\[data-scheme='(\w+)'\])?$/.exec(selector.trim());
      const tokens = [...body!.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(
        ([, token, value]) => [token!, value!.trim()] as const,
      );
      return found ? [{ classes: found[1], scheme: found[2], tokens }] : [];
    }),
  ),
);

/** The value of a token in a theme and scheme, as the cascade gives it, with variables put in. */
export function tokensOf(theme: Theme, scheme: Scheme): (name: string) => string {
  const { classes, vscode } = THEMES[theme];
  const specificity = (rule: Rule) => Number(!!rule.classes) + Number(!!rule.scheme);
  const tokens = new Map(
    rules
      .filter((rule) => !rule.classes || (classes as readonly string[]).includes(rule.classes))
      .filter((rule) => !rule.scheme || rule.scheme === scheme)
      .toSorted((a, b) => specificity(a) - specificity(b))
      .flatMap((rule) => rule.tokens),
  );
  const resolve = (value: string): string => {
    const found = /^var\((--[\w-]+)(?:,\s*(.*))?\)$/.exec(value);
    if (!found) return value;
    const [, name, fallback = ''] = found;
    const own = name!.startsWith('--vscode-') ? vscode[VARIABLES[name!]!] : tokens.get(name!);
    return own ? resolve(own) : resolve(fallback);
  };
  return (name) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`no token ${name}`);
    return resolve(value);
  };
}

/** Red, green and blue of a colour in hexadecimal, from 0 to 255. */
export function channels(colour: string): number[] {
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new Error(`no colour ${colour}`);
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

/** A colour in hexadecimal of red, green and blue. */
export function hex(rgb: readonly number[]): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** A colour mixed over another in sRGB, as `color-mix(in srgb, over share, under)` and opacity do. */
export function over(colour: string, share: number, under: string): string {
  const below = channels(under);
  return hex(channels(colour).map((channel, i) => channel * share + below[i]! * (1 - share)));
}

/** Light of red, green and blue, from 0 to 1 each: sRGB without its gamma. */
export function linear(colour: string): number[] {
  return channels(colour).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
}

/** The contrast ratio of WCAG 2.2 between two colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [a, b].map(luminance).toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
