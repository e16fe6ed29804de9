import numpy as np
count = 0
def bump(by=1):
    global count
    count += by
bump(); bump(5)
c = np.array([count])
data = {'W': np.ones((2, 2)), 'b': np.zeros(2)}
data['W'][0] = 5
W = data['W']; keys = np.array([len(k) for k in data])
params = [np.eye(2) * s for s in (1, 2, 3)]
last = params[-1]; total = sum(params)
stacked = np.array(params)
matrix = [[i * j for j in range(3)] for i in range(2)]
M = np.array(matrix); shape = np.array(M.shape)
a, b = np.array([1, 2]), np.array([3, 4])
a, b = b, a
