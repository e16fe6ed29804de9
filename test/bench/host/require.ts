import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { median } from '../rounds';

/** Milliseconds that loading the host's entry takes in a Node of its own: no activation is faster. */
export function requireMs(runs = 9): number {
  const times = Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, ['-e', code, resolve('dist/extension.js')])),
  );
  return median(times);
}

/** VS Code's module is stood in for by one in which every name of the bundle is a class of such. */
const code = `
const Module = require('module');
class Any {}
const any = new Proxy(Any, {
  get: (of, name) => (typeof name === 'symbol' || name === 'prototype' ? of[name] : any),
  apply: () => any,
  construct: () => ({}),
});
const bundle = require('fs').readFileSync(process.argv[1], 'utf8');
const names = new Set(Array.from(bundle.matchAll(/[.]([A-Za-z]+)/g), ([, name]) => name));
const vscode = Object.fromEntries([...names].map((name) => [name, any]));
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
const began = performance.now();
require(process.argv[1]);
console.log(performance.now() - began);
`;
