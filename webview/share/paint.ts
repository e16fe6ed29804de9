/** A colour as every reader of SVG knows it: opaque, with its opacity beside it. */
export interface Paint {
  readonly colour: string;
  readonly opacity: number;
}

const known = new Map<string, Paint>();

/** A colour as the page computes it (`oklab(…)`, `color(…)`, `rgba(…)`); undefined where nothing shows. */
export function paintOf(css: string): Paint | undefined {
  if (css === '' || css === 'none' || css === 'transparent') return undefined;
  const paint = known.get(css) ?? resolved(css);
  known.set(css, paint);
  return paint.opacity > 0 ? paint : undefined;
}

/** What the colour of one pixel painted with it is. */
function resolved(css: string): Paint {
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(css);
  if (rgb) return { colour: hex(rgb.slice(1).map(Number)), opacity: 1 };
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return { colour: hex([red!, green!, blue!]), opacity: Math.round((alpha! / 255) * 1000) / 1000 };
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
