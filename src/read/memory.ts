import { ParsedFiles } from './modules/loader';
import { TreeMemory } from './syntax/tree-memory';

/** What is kept of one reading of a text for the next: syntax trees, its own and those of its files. */
export class Memory {
  readonly trees = new TreeMemory();
  readonly files = new ParsedFiles();
}
