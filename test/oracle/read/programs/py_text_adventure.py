"""Commands, menus and tables: strings in, strings out."""
import numpy as np
class Inventory(dict):
    def __missing__(self, key): return 0
    def add(self, item, n=1): self[item] = self[item] + n
class Room:
    def __init__(self, name, **exits): self.name, self.exits, self.items = name, exits, []
    def __str__(self): return f"{self.name} [{', '.join(sorted(self.exits))}]"
class Game:
    def __init__(self):
        self.rooms = {"hall": Room("Hall", north="library"), "library": Room("Library", south="hall", east="attic"), "attic": Room("Attic", west="library")}
        self.rooms["library"].items = ["book", "lamp"]
        self.here, self.bag, self.moves, self.done = "hall", Inventory(), 0, False
    def do_go(self, direction=None):
        exits = self.rooms[self.here].exits
        if direction not in exits: return f"no way {direction}"
        self.here = exits[direction]
        return str(self.rooms[self.here])
    def do_take(self, *items):
        room = self.rooms[self.here]
        taken = [i for i in items if i in room.items]
        for i in taken: room.items.remove(i); self.bag.add(i)
        return "taken: " + (", ".join(taken) or "nothing")
    def do_look(self): return f"{self.rooms[self.here]} with {self.rooms[self.here].items}"
    def do_quit(self): self.done = True; return "bye"
    def run(self, script):
        for line in script.strip().splitlines():
            verb, *rest = line.lower().split()
            method = getattr(self, "do_" + verb, None)
            self.moves += 1
            try:
                yield method(*rest) if method else f"what is {verb!r}?"
            except TypeError:
                yield "that does not work"
            if self.done: return
game = Game()
script = """
look
go north
GO NORTH
take lamp sword
dance
look at me
go east
quit
go west
"""
for n, answer in enumerate(game.run(script), start=1): print(f"{n:>2}. {answer}")
print(game.moves, dict(game.bag), game.bag["sword"], "sword" in game.bag)
board = [[" "] * 3 for _ in range(3)]
for k, (r, c) in enumerate([(1, 1), (0, 0), (0, 2), (2, 0), (1, 0), (1, 2)]): board[r][c] = "XO"[k % 2]
print("\n-+-+-\n".join("|".join(row) for row in board))
marks = np.array([[{"X": 1, "O": -1, " ": 0}[c] for c in row] for row in board])
lines = np.concatenate([marks.sum(0), marks.sum(1), [np.trace(marks), np.trace(marks[:, ::-1])]])
secret, guess = "crane", "caper"
feedback = "".join("G" if a == b else "Y" if a in secret else "-" for a, b in zip(guess, secret))
morse = {"s": "...", "o": "---"}
print(lines, abs(lines).max() == 3, feedback, " ".join(morse.get(c, "?") for c in "sos!"), "abc".center(9, "=").upper(), sep="\n")
