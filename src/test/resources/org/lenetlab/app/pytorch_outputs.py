"""Writes pytorch-outputs.json: what the articles' networks, written in PyTorch, compute with weights
that a formula gives, so that a test can make the same weights instead of keeping them.

Made with PyTorch 1.13:  python3 pytorch_outputs.py > pytorch-outputs.json
"""
import json

import torch
from torch import nn


def formula(count, stream):
    """Values in -1 ... 1 that look random; whole numbers below 2**53, so exact everywhere."""
    i = torch.arange(count, dtype=torch.float64)
    return ((i * 7919 + stream * 104729) % 2003 - 1001) / 1001


class LeNet(nn.Module):
    """Convolutions called conv1, conv2, dense layers fc1, fc2, fc3, as most tutorials do."""

    def __init__(self, channels, maps, side, units, activations, pool):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, maps[0], 5)
        self.conv2 = nn.Conv2d(maps[0], maps[1], 5)
        self.fc1 = nn.Linear(maps[1] * side * side, units[0])
        self.fc2 = nn.Linear(units[0], units[1])
        self.fc3 = nn.Linear(units[1], 10)
        self.activations, self.pool = activations, pool

    def forward(self, x):
        f = self.activations
        x = self.pool(f[0](self.conv1(x)))
        x = self.pool(f[1](self.conv2(x)))
        x = f[2](self.fc1(torch.flatten(x, 1)))
        return self.fc3(f[3](self.fc2(x)))


class Paddle(nn.Module):
    """The listing of the article "paddle", with PyTorch's modules."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.conv3 = nn.Conv2d(16, 120, 4)
        self.fc1 = nn.Linear(120, 64)
        self.fc2 = nn.Linear(64, 10)

    def forward(self, x):
        pool = nn.MaxPool2d(2)
        x = torch.sigmoid(pool(torch.sigmoid(self.conv1(x))))
        x = self.conv3(pool(self.conv2(x)))
        return self.fc2(torch.sigmoid(self.fc1(torch.flatten(x, 1))))


def d2l():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.AvgPool2d(2),
        nn.Conv2d(6, 16, 5), nn.Sigmoid(), nn.AvgPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))


relu, tanh, same = torch.relu, torch.tanh, lambda x: x
TUTORIAL = {"C1": "conv1", "C3": "conv2", "C5": "fc1", "F6": "fc2", "output": "fc3"}
NETWORKS = {
    "d2l": (d2l(), (1, 28, 28), {"C1": "0", "C3": "3", "C5": "7", "F6": "9", "output": "11"}),
    "simoniu": (LeNet(1, (6, 16), 5, (120, 84), (relu, same, relu, relu), nn.MaxPool2d(2)),
                (1, 32, 32), TUTORIAL),
    "coting": (LeNet(1, (6, 16), 4, (120, 84), (tanh,) * 4, nn.AvgPool2d(2)), (1, 28, 28), TUTORIAL),
    "rgb": (LeNet(3, (16, 32), 5, (120, 84), (relu,) * 4, nn.MaxPool2d(2)), (3, 32, 32), TUTORIAL),
    "paddle": (Paddle(), (1, 28, 28),
               {"C1": "conv1", "C3": "conv2", "C5": "conv3", "F6": "fc1", "output": "fc2"}),
}

result = {}
for article, (network, shape, names) in NETWORKS.items():
    state = network.state_dict()
    for stream, (name, tensor) in enumerate(state.items()):
        fan_in = tensor[0].numel() if tensor.dim() > 1 else 1
        values = formula(tensor.numel(), stream) / (fan_in ** 0.5)
        state[name] = values.reshape(tensor.shape).float()
    network.load_state_dict(state)
    image = formula(shape[0] * shape[1] * shape[2], 99).reshape(1, *shape).float()
    with torch.no_grad():
        outputs = network(image)[0].tolist()
    result[article] = {
        "names": names,
        "tensors": {name: list(tensor.shape) for name, tensor in state.items()},
        "outputs": outputs,
    }
print(json.dumps(result))
