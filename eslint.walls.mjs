import { dirname, relative, resolve } from 'node:path';

/**
 * The rooms of the house: what each may import of `src` beside itself, and which packages (as a
 * regular expression; none where absent). What is not listed is wiring, which may import all of `src`.
 */
const rooms = {
  'src/core': { rooms: [] },
  'src/read': { rooms: ['src/core'], packages: /^@lezer\// },
  'src/protocol.ts': { rooms: ['src/core'] },
  'src/editor': { rooms: ['src/core', 'src/read', 'src/worker'], packages: /^vscode$/ },
  'src/live': { rooms: ['src/core', 'src/read'], packages: /^vscode$/ },
  'src/panel': { rooms: ['src/core', 'src/read', 'src/protocol.ts'], packages: /^vscode$/ },
  'src/worker': {
    rooms: ['src/core', 'src/read', 'src/protocol.ts'],
    packages: /^node:(worker_threads|path)$/,
  },
  webview: {
    rooms: ['src/core', 'src/protocol.ts'],
    packages: /^(d3(-|$)|@dagrejs\/|@vscode\/l10n$)/,
  },
  src: { rooms: [], packages: /^vscode$/ },
};

/** The room of a file or of what an import resolves to: paths from the root, with or without `.ts`. */
function roomOf(path) {
  return Object.keys(rooms).find((room) => {
    const base = room.replace(/\.ts$/, '');
    return path === room || path === base || path.startsWith(`${base}/`);
  });
}

/** Why a file may not import something; undefined if it may. */
function objection(file, specifier) {
  const room = roomOf(file);
  if (!room) return undefined;
  if (specifier.startsWith('.')) {
    const target = slashed(relative('.', resolve(dirname(file), specifier)));
    const other = roomOf(target);
    const isOpen = other === room || rooms[room].rooms.includes(other);
    const isWiring = room === 'src' && target.startsWith('src/');
    return isOpen || isWiring ? undefined : `${room} may not import ${other ?? target}.`;
  }
  if (rooms[room].packages?.test(specifier)) return undefined;
  return `${room} may not import the package ${specifier}.`;
}

function slashed(path) {
  return path.replaceAll('\\', '/');
}

/** Reports every import, of values or types, static or dynamic, that goes through a wall. */
const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = slashed(relative(context.cwd, context.filename));
    const look = (source) => {
      if (typeof source?.value !== 'string') return;
      const message = objection(file, source.value);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: ({ source }) => look(source),
      ExportNamedDeclaration: ({ source }) => look(source),
      ExportAllDeclaration: ({ source }) => look(source),
      ImportExpression: ({ source }) => look(source),
      TSImportType: ({ source }) => look(source),
    };
  },
};

/** The walls between the rooms, as a plugin of ESLint. */
export const walls = { rules: { imports } };
