import numpy as np
x = np.arange(12)
a = x.reshape(3, 4); b = x.reshape((2, -1)); t = a.T; r = t.ravel(); f = a.flatten(); tt = a.transpose(1, 0)
e = np.expand_dims(x, 0); e1 = x[:, None]; s = np.squeeze(e); c = np.concatenate([a, a], axis=0); c1 = np.concatenate((a, a), axis=1)
v = np.vstack([x[:3], x[3:6]]); h = np.hstack([x[:2], x[5:7]]); st = np.stack([x[:3], x[3:6]], axis=1)
rp = np.repeat(x[:3], 2); tl = np.tile(x[:3], (2, 2)); q = np.arange(24).reshape(2, 3, 4).transpose(2, 0, 1)
cs = np.column_stack([x[:3], x[3:6]]); tk = np.take(a, [2, 0], axis=0)
