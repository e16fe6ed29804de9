"""Images as arrays: filters, histograms, morphology, colours."""
import numpy as np
img = (np.add.outer(np.arange(6), np.arange(6)) * 20 % 256).astype(np.uint8)
gray = img / 255.0
def convolve2d(image, kernel, pad=True):
    kh, kw = kernel.shape
    if pad: image = np.pad(image, ((kh // 2, kh // 2), (kw // 2, kw // 2)), mode="constant")
    out = np.empty((image.shape[0] - kh + 1, image.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i:i + kh, j:j + kw] * kernel)
    return out
blur = convolve2d(gray, np.ones((3, 3)) / 9)
sobel_x = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
gx, gy = convolve2d(gray, sobel_x), convolve2d(gray, sobel_x.T)
magnitude = np.hypot(gx, gy)
binary = (gray > gray.mean()).astype(int)
counts = np.bincount(img.ravel() // 64, minlength=4)
flipped, rotated, cropped = img[::-1], np.rot90(img), img[1:4, 2:5]
rgb = np.stack([img, img[::-1], 255 - img], axis=-1)
luma = rgb @ np.array([0.299, 0.587, 0.114])
chw = rgb.transpose(2, 0, 1)
small = img[:6, :6].reshape(3, 2, 3, 2).mean(axis=(1, 3))
thumb = img[::2, ::2]
normalised = (gray - gray.mean()) / gray.std()
dilated = np.max([np.roll(np.roll(binary, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1)], axis=0)
checker = np.indices((4, 4)).sum(axis=0) % 2
lut = np.clip(np.arange(8) * 40, 0, 255).astype(np.uint8)
mapped = lut[img // 36 % 8]
cdf = np.cumsum(counts) / img.size
print(img.dtype, img.max(), binary.sum(), counts, rgb.shape, chw.shape, small, checker, mapped.dtype, cdf, sep="\n")
wrapped = np.array([250, 10], dtype=np.uint8) + np.array([10, 250], dtype=np.uint8)
print(wrapped, (img + 1).dtype, 255 - cropped[0])
