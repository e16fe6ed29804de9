import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../../tools/tool';
import { installInto, once } from '../../tools/workbench/cache';
import type { Contestant } from '../problem';

/** A library to compare with, as it is installed: apart from the project's own packages. */
export interface Peer {
  /** What `npm install` is told, packages with versions; the first one names the peer. */
  readonly packages: readonly [string, ...string[]];
  /** Makes the contestant of the installed library. */
  contestant(installed: Installed): Promise<Contestant>;
}

/** The modules of an installed library. */
export interface Installed {
  /** The package's name and version, as results are labelled. */
  readonly spec: string;
  /** The folder of a package. */
  folder(name: string): string;
  import<Module>(name: string, file: string): Promise<Module>;
  require<Module>(name: string): Module;
}

/** Installs a peer if it is not there yet; says why not where it cannot be had. */
export async function installed({ packages, contestant }: Peer): Promise<Contestant | undefined> {
  const [spec] = packages;
  try {
    const folder = await once(`bench-${spec.replaceAll(/[@/]/g, '-')}`, (into) =>
      installInto(into, spec, ['--ignore-scripts', ...packages.slice(1)]),
    );
    const modules = join(folder, 'node_modules');
    const require = createRequire(pathToFileURL(join(modules, 'any.js')));
    return await contestant({
      spec,
      folder: (name) => join(modules, name),
      import: async <Module>(name: string, file: string) =>
        (await import(pathToFileURL(join(modules, name, file)).href)) as Module,
      require: <Module>(name: string) => require(name) as Module,
    });
  } catch (error) {
    say(`Without ${spec}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
