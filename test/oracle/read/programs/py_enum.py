"""Enumerations."""
from enum import Enum, IntEnum, auto
import numpy as np

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    @property
    def short(self): return self.name[0]
    def mix(self, other): return Color((self.value + other.value) % 3 + 1)

class Phase(Enum):
    TRAIN = auto()
    TEST = auto()

class Level(IntEnum):
    LOW = 1
    HIGH = 10

print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.GREEN.short)
print([c.name for c in Color], Color(2), Color["BLUE"], len(Color), Color.RED is Color.RED, Color.RED == Color.GREEN)
print(isinstance(Color.RED, Color), Color.RED in {Color.RED: 1}, {Color.RED: "r"}[Color.RED], Color.RED.mix(Color.GREEN))
print(Phase.TRAIN.value, Phase.TEST.value, Level.HIGH > Level.LOW, Level.HIGH + 5, Level(1) == 1, int(Level.HIGH))
def rate(phase):
    return {Phase.TRAIN: 0.5, Phase.TEST: 0.0}[phase]
rates = np.array([rate(p) for p in Phase])
print(rates, sorted([Level.HIGH, Level.LOW]), Color.__members__["RED"] is Color.RED)
try:
    Color(9)
except ValueError as e:
    print(e)
class Activation(str, Enum):
    RELU = "relu"
    TANH = "tanh"
print(Activation.RELU == "relu", Activation("tanh").name, Activation.RELU.value.upper())
board = np.array([[int(Level.LOW), Level.HIGH.value]])
print(board, f"{Color.RED.name:>6}")
