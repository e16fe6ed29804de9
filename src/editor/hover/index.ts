export { HOVER_COMMANDS, type CopyArguments, type VisualizeArguments } from './copy';
export { hoverMarkdown, type HoverOptions } from './markdown';
export { pictureOf } from './picture';
export type { Theme } from './colours';
export type { Words } from './words';
