"""What is not a number, and infinities."""
import numpy as np
with np.errstate(all="ignore"):
    a = np.array([1.0, 0.0, -1.0]) / 0; b = np.log(np.array([0.0, -1.0, 1.0])); c = np.sqrt(np.array([-1.0, 4.0])); d = np.array([np.inf]) - np.inf; e = np.exp(np.array([1000.0, -1000.0])); f = np.array([0.0]) * np.inf
x = np.array([1.0, np.nan, 3.0, np.nan]); g = np.isnan(x); h = np.nanmean(x); i = np.nanmax(x); j = np.nansum(x); k = x[~np.isnan(x)]; l = np.where(np.isnan(x), 0, x); m = np.nan_to_num(x, nan=-1); n = x.max(); o = np.sort(x); p = np.argmax(x); q = np.nanargmax(x); r = np.nanstd(x); s = x == x; t = np.isfinite(np.array([1, np.inf, np.nan])); u = np.maximum(x, 2); v = np.fmax(x, 2); w = np.clip(np.array([-np.inf, 5, np.inf]), 0, 1); y = np.isinf(a); z = np.sign(np.array([-np.inf, np.nan]))
filled = x.copy(); filled[np.isnan(filled)] = np.nanmean(filled); count = int(np.isnan(x).sum()); compare = (np.nan == np.nan, np.nan != np.nan, float("nan") in [1], np.inf > 1e308, -np.inf < 0)
print(a, b, c, d, e, f, g, h, k, l, o, p, filled, count, compare, np.array([np.nan, 1.5]), np.array([np.inf, 100]), sep="\n")
