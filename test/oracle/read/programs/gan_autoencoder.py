"""An autoencoder and the two losses of a GAN in plain NumPy."""
import numpy as np
rng = np.random.default_rng(7)
X = rng.random((6, 4))
params = {"We": rng.normal(0, 0.5, (4, 2)), "be": np.zeros(2), "Wd": rng.normal(0, 0.5, (2, 4)), "bd": np.zeros(4)}
def forward(x, p):
    code = np.tanh(x @ p["We"] + p["be"])
    return code, code @ p["Wd"] + p["bd"]
def backward(x, p):
    code, out = forward(x, p)
    d = 2 * (out - x) / x.size
    grads = dict(Wd=code.T @ d, bd=d.sum(0))
    dz = d @ p["Wd"].T * (1 - code ** 2)
    grads.update(We=x.T @ dz, be=dz.sum(0))
    return ((out - x) ** 2).mean(), grads
losses = []
for epoch in range(8):
    loss, grads = backward(X, params)
    params = {k: v - 0.8 * grads[k] for k, v in params.items()}
    losses.append(loss)
curve, We = np.array(losses), params["We"]
code, restored = forward(X, params)
def sigmoid(z): return 1 / (1 + np.exp(-z))
D = rng.normal(size=(4, 1))
real, fake = sigmoid(X @ D), sigmoid(rng.normal(size=(6, 4)) @ D)
d_loss = -(np.log(real + 1e-8) + np.log(1 - fake + 1e-8)).mean()
g_loss = -np.log(fake + 1e-8).mean()
mu, log_var = code[:, :1], code[:, 1:]
eps = rng.standard_normal(mu.shape)
z = mu + np.exp(0.5 * log_var) * eps
kl = -0.5 * np.sum(1 + log_var - mu ** 2 - np.exp(log_var))
noised = np.sqrt(0.9) * X + np.sqrt(0.1) * rng.standard_normal(X.shape)
betas = np.linspace(1e-4, 0.02, 5)
alpha_bar = np.cumprod(1 - betas)
print(f"{curve[0]:.5f} {curve[-1]:.5f} {d_loss:.4f} {g_loss:.4f} {kl:.4f}", noised.shape, np.round(alpha_bar, 5))
