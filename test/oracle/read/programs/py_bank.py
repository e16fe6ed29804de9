"""Accounts, history and errors of a bank."""
import numpy as np
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        self.need, self.have = need, have
        super().__init__(f"need {need:.2f}, have {have:.2f}")
class Account:
    interest, _count = 0.02, 0
    def __init__(self, owner, balance=0.0):
        self.owner, self.__balance, self.history = owner, balance, []
        type(self)._count += 1
        self.number = f"{self.__class__.__name__[:3].upper()}-{Account._count:03d}"
    @property
    def balance(self): return self.__balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError("deposits are positive")
        self.__balance += amount
        self.history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        if amount > self.__balance: raise InsufficientFunds(amount, self.__balance)
        self.__balance -= amount
        self.history.append(("withdraw", -amount))
        return self
    def __iadd__(self, amount): return self.deposit(amount)
    def __isub__(self, amount): return self.withdraw(amount)
    def __lt__(self, other): return self.balance < other.balance
    def __str__(self): return f"{self.owner}: {self.balance:,.2f}"
    @staticmethod
    def compound(p, r, years): return p * (1 + r) ** years
class Savings(Account):
    interest = 0.05
    def add_interest(self): return self.deposit(self.balance * self.interest)
def transfer(source, target, amount):
    try:
        source.withdraw(amount)
    except InsufficientFunds as e:
        print("refused:", e, e.need - e.have)
        return False
    else:
        target.deposit(amount)
        return True
    finally:
        print("transfer of", amount)
a, b = Account("Ann", 100.0), Savings("Bob", 5000)
a += 50
b -= 1000
print(transfer(a, b, 120), transfer(a, b, 500), a, b, sep=" | ")
b.add_interest()
for bad in (-5, "x"):
    try:
        a.deposit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
print(a.number, b.number, max(a, b).owner, a.history, round(Account.compound(100, 0.05, 10), 4))
growth = np.array([Account.compound(100, r, 5) for r in (0.01, 0.02, 0.05)])
flows = np.array([amount for _, amount in b.history])
print(np.round(growth, 2), flows.cumsum())
