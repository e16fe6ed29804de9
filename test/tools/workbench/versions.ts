/** A VS Code to test on, carried by an npm package. */
export interface VSCodeVersion {
  readonly name: string;
  /** The version of the `code-server` package that carries it. */
  readonly server: string;
  /** The oldest major version of Node that runs it, and the one to get if this one is too old. */
  readonly node: { readonly oldest: number; readonly get: number };
  /** Whether the page takes its payload only with the smoke-test driver. */
  readonly needsDriver: boolean;
}

/** The oldest VS Code supported, and the current one. */
export const versions = {
  '1.100': {
    name: 'VS Code 1.100',
    server: '4.100.3',
    node: { oldest: 20, get: 20 },
    needsDriver: false,
  },
  current: {
    name: 'VS Code 1.139',
    server: '4.139.1',
    node: { oldest: 22, get: 24 },
    needsDriver: true,
  },
} as const satisfies Record<string, VSCodeVersion>;

export type VersionKey = keyof typeof versions;
