"""Configuration as nested dicts and lists, walked, merged and flattened."""
import numpy as np
config = {"model": {"layers": [{"type": "dense", "units": 4, "activation": "relu"}, {"type": "dense", "units": 2}], "name": "net"}, "training": {"lr": 0.1, "epochs": 2, "batch": None}, "tags": ["a", "b"]}
def flatten(node, path=""):
    if isinstance(node, dict):
        for key, value in node.items(): yield from flatten(value, f"{path}.{key}" if path else key)
    elif isinstance(node, (list, tuple)):
        for i, value in enumerate(node): yield from flatten(value, f"{path}[{i}]")
    else:
        yield path, node
flat = dict(flatten(config))
for path, value in flat.items(): print(f"{path:<32}{value!r}")
def merge(base, other):
    out = dict(base)
    for k, v in other.items(): out[k] = merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out
def get(node, path, default=None):
    for part in path.split("."):
        try:
            node = node[int(part)] if isinstance(node, list) else node[part]
        except (KeyError, IndexError, ValueError):
            return default
    return node
merged = merge(config, {"training": {"lr": 0.5, "decay": 0.01}, "seed": 1})
print(merged["training"], config["training"], get(config, "model.layers.1.units"), get(config, "model.layers.9.units", "none"), get(config, "nothing.here"))
rng = np.random.RandomState(merged["seed"])
sizes = [3] + [layer["units"] for layer in config["model"]["layers"]]
params = {f"layer{i}": {"W": rng.randn(n, m).round(3), "b": np.zeros(m)} for i, (n, m) in enumerate(zip(sizes, sizes[1:]), 1)}
activations = {"relu": lambda x: np.maximum(x, 0), None: lambda x: x}
x = np.ones((1, 3))
for layer, spec in zip(params.values(), config["model"]["layers"]):
    x = activations[spec.get("activation")](x @ layer["W"] + layer["b"])
count = sum(p.size for layer in params.values() for p in layer.values())
table = np.array([[p["W"].sum(), p["b"].size] for p in params.values()])
print(np.round(x, 4), count, table.shape, [*params], len(flat), "lr" in config["training"], {**config["training"], "lr": 1}["lr"])
settings = {"a": 1, "b": {"c": [1, 2, {"d": 3}]}}
settings["b"]["c"][2]["d"] += 10
settings.setdefault("e", {}).setdefault("f", []).append(settings["b"]["c"][-1]["d"])
del settings["a"]
print(settings, list(settings["b"]), str(settings)[:6])
