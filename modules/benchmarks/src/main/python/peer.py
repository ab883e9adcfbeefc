"""PyTorch in eager mode or traced: reads "CASE train|forward SECONDS" lines, answers "images/s loss".

Arguments: folder of data, threads, mode (eager or traced). Images are float32 tensors in memory.
"""
import json
import struct
import sys
import time

import numpy as np
import torch
from torch import nn

CASES = {
    # file, channels, maps, padding, activation, pooling, batch, optimizer
    "A": ("gray-28", 1, (6, 16), 2, nn.Sigmoid, nn.AvgPool2d, 256, lambda p: torch.optim.SGD(p, lr=0.9)),
    "B": ("gray-28", 1, (6, 16), 0, nn.Tanh, nn.AvgPool2d, 64, lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9)),
    "C": ("gray-32", 1, (6, 16), 0, nn.ReLU, nn.MaxPool2d, 64, lambda p: torch.optim.Adam(p, lr=0.001)),
    "D": ("colour-32", 3, (16, 32), 0, nn.ReLU, nn.MaxPool2d, 64, lambda p: torch.optim.Adam(p, lr=0.001)),
    "B1": ("gray-28", 1, (6, 16), 0, nn.Tanh, nn.AvgPool2d, 1, lambda p: torch.optim.SGD(p, lr=0.01)),
}


def tensors(path):
    """The two tensors of a safetensors file, as the benchmark writes it."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    def get(name):
        entry = header[name]
        from_, to = entry["data_offsets"]
        return np.frombuffer(data[from_:to], np.uint8).reshape(entry["shape"])
    return torch.from_numpy(get("images").astype(np.float32) / 255), torch.from_numpy(get("labels").astype(np.int64))


class Case:
    def __init__(self, folder, name, traced):
        file, channels, maps, padding, activation, pooling, self.batch, optimizer = CASES[name]
        self.images, self.labels = tensors(f"{folder}/{file}.safetensors")
        size = ((self.images.shape[2] + 2 * padding - 4) // 2 - 4) // 2
        self.model = nn.Sequential(
            nn.Conv2d(channels, maps[0], 5, padding=padding), activation(), pooling(2, 2),
            nn.Conv2d(maps[0], maps[1], 5), activation(), pooling(2, 2), nn.Flatten(),
            nn.Linear(maps[1] * size * size, 120), activation(), nn.Linear(120, 84), activation(), nn.Linear(84, 10))
        if name == "A":
            for layer in self.model:
                if isinstance(layer, (nn.Conv2d, nn.Linear)):
                    nn.init.xavier_uniform_(layer.weight)
        self.optimizer = optimizer(self.model.parameters())
        self.loss = nn.CrossEntropyLoss()
        self.run = torch.jit.trace(self.model, self.images[:self.batch]) if traced else self.model
        self.order = iter(())

    def next_batch(self):
        index = next(self.order, None)
        while index is None or len(index) < self.batch:
            self.order = iter(torch.randperm(len(self.images)).split(self.batch))
            index = next(self.order)
        return self.images[index], self.labels[index]

    def train(self, seconds):
        images, start = 0, time.perf_counter()
        while True:
            for _ in range(max(1, 256 // self.batch)):
                x, y = self.next_batch()
                self.optimizer.zero_grad(set_to_none=True)
                loss = self.loss(self.run(x), y)
                loss.backward()
                self.optimizer.step()
                images += len(y)
            elapsed = time.perf_counter() - start
            if elapsed >= seconds:
                return images / elapsed, loss.item()

    def forward(self, seconds):
        images, start = 0, time.perf_counter()
        with torch.inference_mode():
            while True:
                for i in range(0, 8 * self.batch, self.batch):
                    self.run(self.images[i:i + self.batch])
                    images += self.batch
                elapsed = time.perf_counter() - start
                if elapsed >= seconds:
                    return images / elapsed, 0


def main():
    folder, threads, mode = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    torch.set_num_threads(threads)
    print("ready", torch.__version__, flush=True)
    name, case = None, None
    for line in sys.stdin:
        wanted, action, seconds = line.split()
        if wanted != name:
            name, case = wanted, None
            case = Case(folder, wanted, mode == "traced")
        print("%.1f %.4f" % getattr(case, action)(float(seconds)), flush=True)


main()
