name = "nothing to see"
print(name)
