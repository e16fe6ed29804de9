import numpy as np


def im2col(input_data, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = input_data.shape
    out_h = (H + 2 * pad - filter_h) // stride + 1
    out_w = (W + 2 * pad - filter_w) // stride + 1
    img = np.pad(input_data, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    col = np.zeros((N, C, filter_h, filter_w, out_h, out_w))
    for y in range(filter_h):
        y_max = y + stride * out_h
        for x in range(filter_w):
            x_max = x + stride * out_w
            col[:, :, y, x, :, :] = img[:, :, y:y_max:stride, x:x_max:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * out_h * out_w, -1)


def col2im(col, input_shape, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = input_shape
    out_h = (H + 2 * pad - filter_h) // stride + 1
    out_w = (W + 2 * pad - filter_w) // stride + 1
    col = col.reshape(N, out_h, out_w, C, filter_h, filter_w).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((N, C, H + 2 * pad + stride - 1, W + 2 * pad + stride - 1))
    for y in range(filter_h):
        y_max = y + stride * out_h
        for x in range(filter_w):
            x_max = x + stride * out_w
            img[:, :, y:y_max:stride, x:x_max:stride] += col[:, :, y, x, :, :]
    return img[:, :, pad:H + pad, pad:W + pad]


x = np.arange(2 * 3 * 5 * 5).reshape(2, 3, 5, 5)
col = im2col(x, 3, 3, stride=2, pad=1)
back = col2im(col, x.shape, 3, 3, stride=2, pad=1)
Wf = np.ones((4, 3, 3, 3))
col_W = Wf.reshape(4, -1).T
out = np.dot(col, col_W) + np.arange(4)
out = out.reshape(2, 3, 3, -1).transpose(0, 3, 1, 2)
pooled = im2col(x, 2, 2, 2).reshape(-1, 4)
arg_max = np.argmax(pooled, axis=1)
top = np.max(pooled, axis=1)
dmax = np.zeros((top.size, 4))
dmax[np.arange(arg_max.size), arg_max.flatten()] = top.flatten()
print(col.shape, out.shape)
