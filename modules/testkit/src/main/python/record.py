"""Writes the two small recordings that the replay test always has: src/main/resources/oracle.

Independent of the Java code: forward passes in double precision by the formulas alone, gradients by
complex-step differentiation (Im L(p + ih) / h, exact to the last digits), which needs no backward
pass. Run it in this folder; it needs numpy.
"""
import json
import struct

import numpy as np


def convolve(x, weight, bias, padding):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k = weight.shape[2]
    rows, columns = x.shape[2] - k + 1, x.shape[3] - k + 1
    y = np.zeros((len(x), len(weight), rows, columns), complex)
    for row in range(rows):
        for column in range(columns):
            window = x[:, None, :, row:row + k, column:column + k]
            y[:, :, row, column] = (window * weight).sum((2, 3, 4)) + bias
    return y


def windows(x):
    n, c, h, w = x.shape
    x = x[:, :, :h // 2 * 2, :w // 2 * 2].reshape(n, c, h // 2, 2, w // 2, 2)
    return x.transpose(0, 1, 2, 4, 3, 5).reshape(n, c, h // 2, w // 2, 4)


def average(x):
    return windows(x).mean(-1)


def maximum(x):
    x = windows(x)
    return np.take_along_axis(x, x.real.argmax(-1)[..., None], -1)[..., 0]


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.where(x.real > 0, x, 0)


def outputs(p, x, recipe):
    f, pool, padding = recipe["activation"], recipe["pooling"], recipe["padding"]
    x = pool(f(convolve(x, p["conv1.weight"], p["conv1.bias"], padding)))
    x = pool(f(convolve(x, p["conv2.weight"], p["conv2.bias"], 0)))
    x = f(x.reshape(len(x), -1) @ p["fc1.weight"].T + p["fc1.bias"])
    return x @ p["fc2.weight"].T + p["fc2.bias"]


def loss(p, x, labels, recipe):
    y = outputs(p, x, recipe)
    return (np.log(np.exp(y).sum(1)) - y[np.arange(len(y)), labels]).mean()


def gradient(p, x, labels, recipe):
    result = {}
    for name, tensor in p.items():
        flat = np.zeros(tensor.size)
        for k in range(tensor.size):
            moved = tensor.astype(complex)
            moved.flat[k] += 1e-30j
            flat[k] = loss({**p, name: moved}, x, labels, recipe).imag / 1e-30
        result[name] = flat.reshape(tensor.shape)
    return result


def momentum(p, g, state, o):
    for name in p:
        state[name] = o["momentum"] * state.get(name, 0) + g[name]
        p[name] = p[name] - o["lr"] * state[name]


def adam(p, g, state, o):
    t = state["step"] = state.get("step", 0) + 1
    for name in p:
        m = state["m" + name] = o["beta1"] * state.get("m" + name, 0) + (1 - o["beta1"]) * g[name]
        v = state["v" + name] = o["beta2"] * state.get("v" + name, 0) + (1 - o["beta2"]) * g[name] ** 2
        root = np.sqrt(v / (1 - o["beta2"] ** t))
        p[name] = p[name] - o["lr"] * (m / (1 - o["beta1"] ** t)) / (root + o["eps"])


def record(name, recipe, optimizer, update, size, steps=4, batch=4):
    random = np.random.default_rng(1998)
    side = (size + 2 * recipe["padding"] - 2) // 2 - 1
    shapes = {"conv1": (3, 1, 3, 3), "conv2": (4, 3, 2, 2), "fc1": (7, 4 * (side // 2) ** 2), "fc2": (5, 7)}
    p = {}
    for layer, shape in shapes.items():
        bound = np.sqrt(3 / np.prod(shape[1:]))
        p[layer + ".weight"] = random.uniform(-bound, bound, shape).astype(np.float32)
        p[layer + ".bias"] = random.uniform(-bound, bound, shape[:1]).astype(np.float32)
    tensors = {"init/" + k: v for k, v in p.items()}
    p = {k: v.astype(float) for k, v in p.items()}
    losses, state = [], {}
    for step in range(steps):
        x = random.uniform(-1, 1, (batch, 1, size, size)).astype(np.float32)
        labels = random.integers(0, 5, batch)
        tensors[f"input/{step}"], tensors[f"label/{step}"] = x, labels
        losses.append(loss(p, x.astype(float), labels, recipe).real)
        g = gradient(p, x.astype(float), labels, recipe)
        if step == 0:
            tensors["logits/0"] = outputs(p, x.astype(float), recipe).real.astype(np.float32)
            tensors |= {"grad0/" + k: v.astype(np.float32) for k, v in g.items()}
        update(p, g, state, optimizer)
    tensors["loss"] = np.array(losses)
    tensors |= {"final/" + k: v.astype(np.float32) for k, v in p.items()}
    write(f"../resources/oracle/{name}.safetensors", tensors, {"optimizer": json.dumps(optimizer)})


def write(path, tensors, metadata):
    types = {"float32": "F32", "float64": "F64", "int64": "I64"}
    header, data = {"__metadata__": metadata}, b""
    for name, tensor in tensors.items():
        begin = len(data)
        data += tensor.tobytes()
        offsets = [begin, len(data)]
        dtype = types[str(tensor.dtype)]
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": offsets}
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


record(
    "sigmoid-average-momentum",
    {"activation": sigmoid, "pooling": average, "padding": 1},
    {"kind": "sgd", "lr": 0.5, "momentum": 0.9},
    momentum,
    size=7,
)
record(
    "relu-max-adam",
    {"activation": relu, "pooling": maximum, "padding": 0},
    {"kind": "adam", "lr": 0.001, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
    adam,
    size=9,
)
