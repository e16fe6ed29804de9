import type { Drawing } from './svg';

/** The most pixels a side of a picture has: beyond, browsers draw nothing. */
const MOST_PIXELS = 16_384;

/** A drawing as a PNG, each px of it so many pixels wide. */
export async function pngOf({ svg, width, height }: Drawing, scale: number): Promise<ArrayBuffer> {
  const fitting = Math.min(scale, MOST_PIXELS / width, MOST_PIXELS / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * fitting);
  canvas.height = Math.round(height * fitting);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture could not be drawn');
  return blob.arrayBuffer();
}
