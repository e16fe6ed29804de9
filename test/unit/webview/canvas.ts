import { vi } from 'vitest';

const none = () => {};

/** The page of unit tests has no canvas: what is drawn there is looked at in the real workbench. */
export function stubCanvas(): void {
  const context = {
    createImageData: (width: number, height: number) => ({
      data: new Uint8ClampedArray(4 * width * height),
    }),
    getImageData: () => ({ data: new Uint8ClampedArray(1024) }),
    putImageData: none,
    fillRect: none,
    measureText: (text: string) => ({ width: 7 * text.length }),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
}
