"""A small project: a registry of layers, configuration, logging and a summary."""
import logging
from collections import namedtuple
from dataclasses import dataclass, field
from enum import Enum
from typing import Dict, List, Tuple
import numpy as np
logger = logging.getLogger(__name__)
class Kind(Enum):
    DENSE = "dense"
    FLATTEN = "flatten"
    DROPOUT = "dropout"
@dataclass
class LayerSpec:
    kind: Kind
    units: int = 0
    rate: float = 0.0
@dataclass
class ModelSpec:
    input_shape: Tuple[int, ...]
    layers: List[LayerSpec] = field(default_factory=list)
    def add(self, kind, **settings):
        self.layers.append(LayerSpec(Kind(kind), **settings))
        return self
Row = namedtuple("Row", "name shape params")
REGISTRY: Dict[Kind, type] = {}
def register(kind):
    def wrap(cls):
        REGISTRY[kind] = cls
        return cls
    return wrap
class BaseLayer:
    def __init__(self, spec, shape, rng): self.spec = spec; self.build(shape, rng)
    def build(self, shape, rng): self.out_shape = shape
    @property
    def n_params(self): return sum(v.size for v in vars(self).values() if isinstance(v, np.ndarray))
    def __repr__(self): return f"{self.__class__.__name__}({self.out_shape})"
@register(Kind.DENSE)
class Dense(BaseLayer):
    def build(self, shape, rng):
        (n,), m = shape, self.spec.units
        self.W, self.b, self.out_shape = rng.standard_normal((n, m)) / np.sqrt(n), np.zeros(m), (m,)
    def __call__(self, x): return x @ self.W + self.b
@register(Kind.FLATTEN)
class Flatten(BaseLayer):
    def build(self, shape, rng): self.out_shape = (int(np.prod(shape)),)
    def __call__(self, x): return x.reshape(len(x), -1)
@register(Kind.DROPOUT)
class Dropout(BaseLayer):
    def __call__(self, x): return x * (1 - self.spec.rate)
class Model:
    def __init__(self, spec, seed=0):
        self.layers, shape, rng = [], spec.input_shape, np.random.default_rng(seed)
        for each in spec.layers:
            layer = REGISTRY[each.kind](each, shape, rng)
            shape = layer.out_shape
            self.layers.append(layer)
            logger.info("built %s", layer)
    def __call__(self, x):
        for layer in self.layers: x = layer(x)
        return x
    def summary(self): return [Row(type(l).__name__, l.out_shape, l.n_params) for l in self.layers]
spec = ModelSpec((2, 3)).add("flatten").add("dense", units=4).add("dropout", rate=0.5).add("dense", units=2)
model = Model(spec)
y = model(np.arange(12.0).reshape(2, 2, 3))
for row in model.summary(): print(f"{row.name:<10}{str(row.shape):>8}{row.params:>6,}")
W = model.layers[1].W
print(model.layers, sum(r.params for r in model.summary()), y.shape)
