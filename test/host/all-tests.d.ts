/** Every test file of this folder: the build makes this module. */
declare module 'all-tests' {
  export function loadTests(): void;
}
