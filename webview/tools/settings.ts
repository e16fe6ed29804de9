import { say } from '../../src/core';
import { CLIP, DIGITS, type Preferences } from '../../src/protocol';
import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import { drawChoice, drawCount, drawSwitch, type Option } from '../settings/fields';
import { drawSwatch } from '../settings/swatch';
import type { Root } from '../timeline/controls';
import type { Words } from '../words';
import type { Tool } from './tool';

/** How numbers and colours are shown, in which language and how large. */
export const settings: Tool = {
  name: 'settings',
  icon: 'M1 4h7a2 2 0 0 0 4 0h3V3h-3a2 2 0 0 0-4 0H1zM1 8.5h2a2 2 0 0 0 4 0h8v-1H7a2 2 0 0 0-4 0H1zM1 13h8a2 2 0 0 0 4 0h2v-1h-2a2 2 0 0 0-4 0H1z',
  key: 'n',
  title: say('Numbers, colours, language'),
  draw,
};

function draw(sheet: Root, { preferences, words }: Picture, actions: Actions): void {
  const { digits, scheme, scale, clip, language, isPresenting } = preferences;
  drawChoice(sheet, {
    name: 'scheme',
    label: words.say('Colours'),
    options: schemesIn(words),
    value: scheme,
    set: (value) => actions.setPreferences({ scheme: value }),
    picture: drawSwatch,
  });
  drawChoice(sheet, {
    name: 'scale',
    label: words.say('Scale of the colours'),
    options: [
      { value: 'shared', text: words.say('the same for all matrices') },
      { value: 'matrix', text: words.say('each matrix its own') },
    ],
    value: scale,
    set: (value) => actions.setPreferences({ scale: value }),
  });
  drawCount(sheet, {
    name: 'clip',
    label: words.say('Full colour from the percentile'),
    note: words.say('100: the largest number. Numbers beyond lack a corner.'),
    ...CLIP,
    value: clip,
    set: (value) => actions.setPreferences({ clip: value }),
  });
  drawCount(sheet, {
    name: 'digits',
    label: words.say('Significant digits'),
    ...DIGITS,
    value: digits,
    set: (value) => actions.setPreferences({ digits: value }),
  });
  drawChoice(sheet, {
    name: 'language',
    label: words.say('Language'),
    options: [
      { value: 'auto', text: words.say('as in VS Code') },
      // A language is named in itself, whichever is spoken.
      { value: 'en', text: 'English', lang: 'en' },
      { value: 'ja', text: '日本語', lang: 'ja' },
    ],
    value: language,
    set: (value) => actions.setPreferences({ language: value }),
  });
  drawSwitch(sheet, {
    name: 'isPresenting',
    label: words.say('Large type, for a projector (Z)'),
    value: isPresenting,
    set: (value) => actions.setPreferences({ isPresenting: value }),
  });
}

function schemesIn(words: Words): Option<Preferences['scheme']>[] {
  return [
    { value: 'sky', text: words.say('Sky and ember') },
    { value: 'safe', text: words.say('Safe for colour blindness') },
    { value: 'contrast', text: words.say('Strong contrast') },
    { value: 'mono', text: words.say('Lightness only') },
  ];
}
