"""A data set, a loader with shuffling, transforms and a train/test split."""
import math
import random
import numpy as np
class Dataset:
    def __init__(self, train=True, transform=None, target_transform=None):
        self.train, self.transform, self.target_transform = train, transform, target_transform
        if self.transform is None: self.transform = lambda x: x
        if self.target_transform is None: self.target_transform = lambda x: x
        self.data = self.label = None
        self.prepare()
    def __getitem__(self, index):
        assert np.isscalar(index)
        if self.label is None: return self.transform(self.data[index]), None
        return self.transform(self.data[index]), self.target_transform(self.label[index])
    def __len__(self): return len(self.data)
    def prepare(self): pass
class Spiral(Dataset):
    def prepare(self):
        rng = np.random.RandomState(1984 if self.train else 2020)
        self.data, self.label = np.zeros((6, 2)), np.zeros(6, dtype=int)
        for j in range(3):
            for i in range(2):
                rate = i / 2
                radius, theta = 1.0 * rate, j * 4.0 + 4.0 * rate + rng.randn() * 0.2
                ix = 2 * j + i
                self.data[ix] = np.array([radius * np.sin(theta), radius * np.cos(theta)]).flatten()
                self.label[ix] = j
class Compose:
    def __init__(self, *transforms): self.transforms = transforms
    def __call__(self, x):
        for t in self.transforms: x = t(x)
        return x
class DataLoader:
    def __init__(self, dataset, batch_size, shuffle=True):
        self.dataset, self.batch_size, self.shuffle, self.data_size = dataset, batch_size, shuffle, len(dataset)
        self.max_iter = math.ceil(self.data_size / batch_size)
        self.reset()
    def reset(self):
        self.iteration = 0
        self.index = np.random.permutation(len(self.dataset)) if self.shuffle else np.arange(len(self.dataset))
    def __iter__(self): return self
    def __next__(self):
        if self.iteration >= self.max_iter:
            self.reset()
            raise StopIteration
        i, batch_size = self.iteration, self.batch_size
        batch = [self.dataset[i] for i in self.index[i * batch_size:(i + 1) * batch_size]]
        x, t = np.array([example[0] for example in batch]), np.array([example[1] for example in batch])
        self.iteration += 1
        return x, t
np.random.seed(0)
train_set = Spiral(transform=Compose(lambda x: x * 2, lambda x: x + 1))
loader = DataLoader(train_set, 4)
for epoch in range(2):
    seen = 0
    for x, t in loader:
        seen += len(x)
        print(epoch, x.shape, t)
first_x, first_t = train_set[0]
X = np.arange(20).reshape(10, 2)
indices = np.random.permutation(10)
split = int(0.8 * len(X))
X_train, X_test = X[indices[:split]], X[indices[split:]]
folds = [(np.delete(np.arange(10), np.s_[i:i + 5]), np.arange(i, i + 5)) for i in range(0, 10, 5)]
print(seen, first_x, first_t, X_train.shape, X_test, [f[1].tolist() for f in folds])
