#!/usr/bin/env python3
"""Writes _golden/operations.bin and _golden/operations.jsonl: what PyTorch computes for every operation and layer.

Inputs are numbers that single precision holds exactly; PyTorch computes in double precision, so that one file
serves both precisions. The gradients are those of sum(w * output) over all floating outputs, with the fixed weights
of `weight` below. Each line of the index is one case: operation, arguments, and for each input, output and gradient
its type, shape and offset in the binary file.

Run it with PyTorch 1.13 (Debian: apt install python3-torch): python3 make_goldens.py
"""
import json
import pathlib

import numpy
import torch
import torch.nn.functional as F

RANDOM = numpy.random.RandomState(20240517)
HERE = pathlib.Path(__file__).parent / "_golden"
OPS = {}
DATA = bytearray()
LINES = []
torch.set_num_threads(1)


# ---- inputs -------------------------------------------------------------------------------------------------------
def r(*shape, low=-2.0, high=2.0, grad=True):
    """Random numbers that single precision holds exactly."""
    x = RANDOM.uniform(low, high, shape).astype(numpy.float32).astype(numpy.float64)
    return torch.tensor(x).requires_grad_(grad)


def v(values, grad=True):
    """The given numbers, rounded to single precision."""
    return torch.tensor(values, dtype=torch.float32).to(torch.float64).requires_grad_(grad)


def i(*shape, high, low=0):
    return torch.tensor(RANDOM.randint(low, high, shape), dtype=torch.int64)


def b(*shape):
    return torch.tensor(RANDOM.uniform(size=shape) < 0.4)


def c(*shape, low=-2.0, high=2.0):
    """A constant: no gradient is asked for."""
    return r(*shape, low=low, high=high, grad=False)


def positive(*shape):
    return r(*shape, low=0.2, high=3.0)


# ---- writing ------------------------------------------------------------------------------------------------------
def weight(k):
    """The weights of the k elements of an output in the number that is differentiated."""
    return ((torch.arange(k, dtype=torch.float64) * 7 + 3) % 11 - 5) / 4


def store(x, single=False):
    x = x.detach()
    if x.dtype == torch.float64:
        code, data = ("f", x.to(torch.float32).numpy()) if single else ("d", x.numpy())
    elif x.dtype == torch.float32:
        code, data = "f", x.numpy()
    elif x.dtype == torch.int64:
        code, data = "l", x.numpy()
    elif x.dtype == torch.int32:
        code, data = "i", x.numpy()
    elif x.dtype == torch.bool:
        code, data = "b", x.numpy()
    else:
        raise TypeError(x.dtype)
    at = len(DATA)
    DATA.extend(numpy.ascontiguousarray(data).tobytes())
    while len(DATA) % 8:
        DATA.append(0)
    return [code, list(x.shape), at]


def op(name):
    def add(function):
        OPS[name] = function
        return function
    return add


def case(name, *inputs, **args):
    outputs = OPS[name](args, *inputs)
    if isinstance(outputs, torch.Tensor):
        outputs = (outputs,)
    total = None
    for o in outputs:
        if o.requires_grad:
            term = (o.reshape(-1) * weight(o.numel())).sum()
            total = term if total is None else total + term
    gradients = [None] * len(inputs)
    wanted = [x for x in inputs if x.requires_grad]
    if total is not None and wanted:
        found = iter(torch.autograd.grad(total, wanted, allow_unused=True))
        for k, x in enumerate(inputs):
            if x.requires_grad:
                g = next(found)
                gradients[k] = store(torch.zeros_like(x) if g is None else g)
    LINES.append({
        "op": name, "args": args,
        "in": [store(x, single=True) for x in inputs],
        "out": [store(o) for o in outputs],
        "grad": gradients,
    })


# ---- elementwise --------------------------------------------------------------------------------------------------
SHAPES = [(7,), (1,), (3, 5), (2, 1, 17), (2, 3, 4, 5), ()]
for name, function in {
    "abs": torch.abs, "exp": torch.exp, "neg": torch.neg, "relu": torch.relu, "sigmoid": torch.sigmoid,
    "sign": torch.sign, "silu": F.silu, "square": torch.square, "tanh": torch.tanh, "gelu": F.gelu, "relu6": F.relu6,
    "hardsigmoid": F.hardsigmoid, "hardswish": F.hardswish, "mish": F.mish,
}.items():
    OPS[name] = lambda a, x, f=function: f(x)
    for s in SHAPES:
        case(name, r(*s, low=-4, high=4))
    case(name, r(5, 33, low=-9, high=9))
for name in ("abs", "relu", "sign", "relu6", "hardsigmoid", "hardswish", "tanh", "sigmoid", "gelu", "silu", "mish"):
    # Hardswish has a kink at -3 and 3, where versions of PyTorch differ in the slope they take.
    kink = 3.0 if name != "hardswish" else 2.5
    case(name, v([0.0, -0.0, kink, -kink, 6.0, 30.0, -30.0, 100.0, -100.0]))
for name in ("log", "sqrt", "rsqrt", "reciprocal"):
    OPS[name] = lambda a, x, f=getattr(torch, name): f(x)
    for s in SHAPES:
        case(name, positive(*s))

OPS["elu"] = lambda a, x: F.elu(x, a["alpha"])
OPS["leaky_relu"] = lambda a, x: F.leaky_relu(x, a["slope"])
OPS["hardtanh"] = lambda a, x: F.hardtanh(x, a["min"], a["max"])
OPS["softplus"] = lambda a, x: F.softplus(x, a["beta"], a["threshold"])
OPS["prelu"] = lambda a, x, w: F.prelu(x, w)
for s in [(7,), (3, 5), (2, 3, 4, 5)]:
    for alpha in (1.0, 0.3):
        case("elu", r(*s), alpha=alpha)
    for slope in (0.01, 0.2):
        case("leaky_relu", r(*s), slope=slope)
    for low, high in ((-1.0, 1.0), (-0.5, 0.25)):
        case("hardtanh", r(*s), min=low, max=high)
    for beta, threshold in ((1.0, 20.0), (2.0, 1.5)):
        case("softplus", r(*s), beta=beta, threshold=threshold)
    case("prelu", r(*s), r(1, low=0.1, high=0.4))
case("prelu", r(2, 3, 4), r(3, low=0.1, high=0.4))
case("prelu", r(2, 3, 3, 2), r(3, low=-0.4, high=0.4))

OPS["pow_scalar"] = lambda a, x: torch.pow(x, a["exponent"])
for e in (2.0, 3.0, 0.5, -1.0, 1.0, 0.0, 2.5):
    case("pow_scalar", positive(3, 5), exponent=e)
case("pow_scalar", r(2, 7), exponent=3.0)
case("pow_scalar", r(2, 7), exponent=2.0)
OPS["pow"] = lambda a, x, y: torch.pow(x, y)
OPS["clamp"] = lambda a, x: torch.clamp(x, a.get("min"), a.get("max"))
for args in ({"min": -0.5, "max": 0.75}, {"min": 0.1}, {"max": -0.1}):
    case("clamp", r(3, 5), **args)
    case("clamp", r(2, 3, 7), **args)
case("clamp", v([-0.5, 0.75, 0.0, 2.0]), min=-0.5, max=0.75)
OPS["clamp_tensor"] = lambda a, x, low, high: torch.clamp(x, low, high)
case("clamp_tensor", r(3, 5), c(3, 5, low=-1, high=0), c(3, 5, low=0, high=1))
case("clamp_tensor", r(3, 5), c(5, low=-1, high=0), c(3, 1, low=0, high=1))
OPS["isnan"] = lambda a, x: torch.isnan(x)
OPS["isfinite"] = lambda a, x: torch.isfinite(x)
for name in ("isnan", "isfinite"):
    case(name, v([0.0, float("nan"), float("inf"), -float("inf"), 1.0], grad=False))

PAIRS = [((7,), (7,)), ((3, 5), (5,)), ((3, 5), (3, 1)), ((2, 1, 4), (3, 1)), ((2, 3, 4, 5), (3, 1, 1)),
         ((), (4,)), ((1, 33), (5, 1)), ((1,), (1,))]
for name in ("add", "sub", "mul", "div", "maximum", "minimum"):
    OPS[name] = lambda a, x, y, f=getattr(torch, name): f(x, y)
    for s, t in PAIRS:
        case(name, r(*s), positive(*t) if name == "div" else r(*t))
for name in ("maximum", "minimum"):
    case(name, v([1.0, 2.0, 3.0]), v([1.0, 5.0, 0.0]))
for s, t in PAIRS:
    case("pow", positive(*s), r(*t))
for name in ("eq", "ne", "lt", "le", "gt", "ge"):
    OPS[name] = lambda a, x, y, f=getattr(torch, name): f(x, y)
    OPS[name + "_scalar"] = lambda a, x, f=getattr(torch, name): f(x, a["value"])
    for s, t in PAIRS[:6]:
        case(name, torch.round(c(*s)), torch.round(c(*t)))
    case(name + "_scalar", torch.round(c(4, 9)), value=1.0)
OPS["add_alpha"] = lambda a, x, y: torch.add(x, y, alpha=a["alpha"])
case("add_alpha", r(3, 5), r(5), alpha=-0.5)
case("add_alpha", r(3, 5), r(3, 5), alpha=2.0)
for name, f in {"add_scalar": lambda x, s: x + s, "sub_scalar": lambda x, s: x - s, "mul_scalar": lambda x, s: x * s,
                "div_scalar": lambda x, s: x / s, "scalar_sub": lambda x, s: s - x, "scalar_div": lambda x, s: s / x}.items():
    OPS[name] = lambda a, x, f=f: f(x, a["value"])
    for s in ((3, 5), (), (1, 17)):
        case(name, positive(*s), value=1.5)
OPS["where"] = lambda a, m, x, y: torch.where(m, x, y)
case("where", b(3, 5), r(3, 5), r(3, 5))
case("where", b(3, 1), r(3, 5), r(5))
case("where", b(2, 3, 4), r(1, 4), r(3, 1))
OPS["masked_fill"] = lambda a, x, m: x.masked_fill(m, a["value"])
case("masked_fill", r(3, 5), b(3, 5), value=-1.5)
case("masked_fill", r(2, 3, 5), b(3, 1), value=0.25)
OPS["masked_select"] = lambda a, x, m: x.masked_select(m)
case("masked_select", r(3, 5), b(3, 5))
case("masked_select", r(3, 5), b(5))
OPS["fill"] = lambda a, x: x.clone().fill_(a["value"])
OPS["zero"] = lambda a, x: x.clone().zero_()
OPS["copy"] = lambda a, x, y: x.clone().copy_(y)
case("fill", r(3, 5), value=0.5)
case("zero", r(3, 5))
case("copy", r(3, 5), r(3, 5))
case("copy", r(3, 5), r(5))

# ---- reductions ---------------------------------------------------------------------------------------------------
for name in ("sum", "mean", "max", "min"):
    OPS[name] = lambda a, x, f=getattr(torch, name): f(x)
    for s in SHAPES:
        case(name, r(*s))
    case(name, r(5, 133))
for name in ("max", "min"):
    case(name, v([[1.0, 3.0], [3.0, 1.0]]))
DIMS = [((3, 5), [0]), ((3, 5), [1]), ((3, 5), [-1]), ((2, 3, 4), [0, 2]), ((2, 3, 4), [1]), ((2, 3, 4, 5), [2, 3]), ((1, 7), [0]), ((6, 33), [1])]
for name in ("sum", "mean", "amax", "amin"):
    OPS[name + "_dims"] = lambda a, x, f=getattr(torch, name): f(x, dim=a["dims"], keepdim=a["keep"])
    for s, d in DIMS:
        for keep in (False, True):
            case(name + "_dims", r(*s), dims=d, keep=keep)
for name in ("amax_dims", "amin_dims"):
    case(name, v([[1.0, 3.0, 3.0], [2.0, 1.0, 1.0]]), dims=[1], keep=False)
for name in ("var", "std"):
    OPS[name] = lambda a, x, f=getattr(torch, name): f(x, a["unbiased"])
    OPS[name + "_dims"] = lambda a, x, f=getattr(torch, name): f(x, dim=a["dims"], unbiased=a["unbiased"], keepdim=a["keep"])
    for unbiased in (True, False):
        case(name, r(3, 5), unbiased=unbiased)
        case(name, r(2, 3, 7), unbiased=unbiased)
        for s, d in DIMS[:6]:
            case(name + "_dims", r(*s), dims=d, unbiased=unbiased, keep=s[0] == 2)
OPS["norm"] = lambda a, x: torch.norm(x, a["p"])
OPS["norm_dim"] = lambda a, x: torch.norm(x, a["p"], dim=a["dim"], keepdim=a["keep"])
for p in (2.0, 1.0, 3.0):
    case("norm", r(3, 5), p=p)
    case("norm", r(2, 1, 7), p=p)
    case("norm_dim", r(3, 5), p=p, dim=0, keep=False)
    case("norm_dim", r(2, 3, 4), p=p, dim=1, keep=True)
for name in ("all", "any"):
    OPS[name] = lambda a, x, f=getattr(torch, name): f(x)
    OPS[name + "_dim"] = lambda a, x, f=getattr(torch, name): f(x, a["dim"], a["keep"])
    case(name, b(3, 5))
    case(name, torch.ones(3, dtype=torch.bool))
    case(name, torch.zeros(3, dtype=torch.bool))
    for d in (0, 1, -1):
        case(name + "_dim", b(4, 3), dim=d, keep=d == 1)
for name in ("argmax", "argmin"):
    OPS[name] = lambda a, x, f=getattr(torch, name): f(x)
    OPS[name + "_dim"] = lambda a, x, f=getattr(torch, name): f(x, a["dim"], a["keep"])
    case(name, c(3, 5))
    case(name, c(2, 3, 37))
    case(name, v([1.0, 4.0, 4.0, 1.0], grad=False))
    for d in (0, 1, -1):
        case(name + "_dim", c(4, 3, 5), dim=d, keep=d == 1)
OPS["argsort"] = lambda a, x: torch.argsort(x, a["dim"], a["descending"])
for d in (0, 1, -1):
    for descending in (False, True):
        case("argsort", c(4, 9), dim=d, descending=descending)
OPS["quantile"] = lambda a, x, q: torch.quantile(x, q, a["dim"], a["keep"])
case("quantile", c(4, 9), v([0.0, 0.25, 0.9, 1.0], grad=False), dim=1, keep=False)
case("quantile", c(4, 9), v([0.0, 0.25, 0.9, 1.0], grad=False), dim=0, keep=True)
case("quantile", r(17), v([0.1, 0.5], grad=False), dim=0, keep=False)
OPS["cumsum"] = lambda a, x: torch.cumsum(x, a["dim"])
for s, d in (((7,), 0), ((3, 5), 0), ((3, 5), 1), ((2, 3, 4), -2)):
    case("cumsum", r(*s), dim=d)
for name in ("softmax", "log_softmax"):
    OPS[name] = lambda a, x, f=getattr(F, name): f(x, a["dim"])
    for s, d in (((7,), 0), ((3, 5), 1), ((3, 5), 0), ((2, 3, 4), 1), ((2, 3, 4, 5), -1), ((1, 1), 1), ((4, 67), 1)):
        case(name, r(*s, low=-5, high=5), dim=d)
    case(name, v([[1000.0, 0.0, -1000.0], [3.0, 3.0, 3.0]]), dim=1)
OPS["allclose"] = lambda a, x, y: torch.tensor(torch.allclose(x, y, a["rtol"], a["atol"]))
case("allclose", v([1.0, 2.0], grad=False), v([1.0, 2.015625], grad=False), rtol=0.01, atol=0.0)
case("allclose", v([1.0, 2.0], grad=False), v([1.0, 2.03125], grad=False), rtol=0.01, atol=0.0)

# ---- shapes -------------------------------------------------------------------------------------------------------
OPS["reshape"] = lambda a, x: x.reshape(a["shape"])
for s, t in (((3, 4), [2, 6]), ((2, 3, 4), [-1]), ((2, 3, 4), [4, -1, 3]), ((), [1, 1]), ((1, 7), [7])):
    case("reshape", r(*s), shape=t)
OPS["flatten"] = lambda a, x: torch.flatten(x, a["start"], a["end"])
for s, st, e in (((2, 3, 4), 0, -1), ((2, 3, 4), 1, -1), ((2, 3, 4, 5), 1, 2), ((5,), 0, 0), ((), 0, -1), ((1, 3, 1, 5), 1, -1)):
    case("flatten", r(*s), start=st, end=e)
OPS["unflatten"] = lambda a, x: x.unflatten(a["dim"], a["sizes"])
case("unflatten", r(3, 8), dim=1, sizes=[2, 4])
case("unflatten", r(6, 2), dim=0, sizes=[3, 2])
case("unflatten", r(2, 12, 3), dim=1, sizes=[3, 2, 2])
OPS["transpose"] = lambda a, x: x.transpose(a["dim0"], a["dim1"])
for s, d, e in (((3, 5), 0, 1), ((2, 3, 4), 0, 2), ((2, 3, 4), -1, -2), ((2, 3, 4, 5), 1, 3)):
    case("transpose", r(*s), dim0=d, dim1=e)
OPS["t"] = lambda a, x: x.t()
case("t", r(3, 5))
case("t", r(4))
OPS["permute"] = lambda a, x: x.permute(a["dims"])
case("permute", r(2, 3, 4), dims=[2, 0, 1])
case("permute", r(2, 3, 4, 5), dims=[0, 2, 3, 1])
OPS["squeeze"] = lambda a, x: x.squeeze() if a.get("dim") is None else x.squeeze(a["dim"])
case("squeeze", r(1, 3, 1, 5))
case("squeeze", r(1, 3, 1, 5), dim=2)
case("squeeze", r(1, 3, 1, 5), dim=1)
OPS["unsqueeze"] = lambda a, x: x.unsqueeze(a["dim"])
for d in (0, 1, -1):
    case("unsqueeze", r(3, 5), dim=d)
OPS["expand"] = lambda a, x: x.expand(a["shape"])
case("expand", r(3, 1), shape=[3, 5])
case("expand", r(5), shape=[2, 3, 5])
case("expand", r(1, 4), shape=[3, -1])
OPS["expand_as"] = lambda a, x, y: x.expand_as(y)
case("expand_as", r(3, 1), c(2, 3, 4))
OPS["repeat"] = lambda a, x: x.repeat(a["shape"])
case("repeat", r(3, 2), shape=[2, 3])
case("repeat", r(3), shape=[2, 1, 2])
OPS["narrow"] = lambda a, x: x.narrow(a["dim"], a["start"], a["length"])
case("narrow", r(5, 4), dim=0, start=1, length=3)
case("narrow", r(2, 7, 3), dim=1, start=2, length=4)
OPS["select"] = lambda a, x: x.select(a["dim"], a["index"])
case("select", r(5, 4), dim=0, index=2)
case("select", r(2, 7, 3), dim=1, index=-1)
OPS["slice"] = lambda a, x: x[(slice(None),) * a["dim"] + (slice(a["start"], a["stop"], a["step"]),)]
case("slice", r(9, 4), dim=0, start=1, stop=8, step=3)
case("slice", r(2, 7, 3), dim=1, start=0, stop=7, step=2)
OPS["split"] = lambda a, x: torch.split(x, a["size"], a["dim"])
case("split", r(7, 3), size=3, dim=0)
case("split", r(2, 6, 3), size=2, dim=1)
OPS["split_sizes"] = lambda a, x: torch.split(x, a["sizes"], a["dim"])
case("split_sizes", r(2, 6, 3), sizes=[1, 2, 3], dim=1)
OPS["chunk"] = lambda a, x: torch.chunk(x, a["chunks"], a["dim"])
case("chunk", r(7, 3), chunks=3, dim=0)
case("chunk", r(2, 6, 3), chunks=2, dim=1)
case("chunk", r(2, 5), chunks=4, dim=1)
OPS["cat"] = lambda a, *x: torch.cat(x, a["dim"])
case("cat", r(2, 3), r(4, 3), dim=0)
case("cat", r(2, 3, 5), r(2, 1, 5), r(2, 2, 5), dim=1)
case("cat", r(2, 3), r(2, 2), dim=-1)
OPS["stack"] = lambda a, *x: torch.stack(x, a["dim"])
for d in (0, 1, -1):
    case("stack", r(2, 3), r(2, 3), r(2, 3), dim=d)
OPS["hstack"] = lambda a, *x: torch.hstack(x)
OPS["vstack"] = lambda a, *x: torch.vstack(x)
case("hstack", r(3), r(4))
case("hstack", r(2, 3), r(2, 1))
case("vstack", r(3), r(3))
case("vstack", r(2, 3), r(1, 3))
for name in ("tril", "triu"):
    OPS[name] = lambda a, x, f=getattr(torch, name): f(x, a["diagonal"])
    for d in (0, 1, -2):
        case(name, r(4, 5), diagonal=d)
        case(name, r(2, 3, 3), diagonal=d)
OPS["gather"] = lambda a, x, n: torch.gather(x, a["dim"], n)
case("gather", r(5, 4), i(3, 4, high=5), dim=0)
case("gather", r(3, 6), i(3, 8, high=6), dim=1)
case("gather", r(2, 3, 4), i(2, 3, 2, high=4), dim=-1)
OPS["index_select"] = lambda a, x, n: torch.index_select(x, a["dim"], n)
case("index_select", r(5, 4), i(7, high=5), dim=0)
case("index_select", r(2, 6, 3), i(4, high=6), dim=1)
OPS["index_add"] = lambda a, x, n, y: torch.index_add(x, a["dim"], n, y, alpha=a["alpha"])
case("index_add", r(5, 4), i(7, high=5), r(7, 4), dim=0, alpha=1.0)
case("index_add", r(2, 6, 3), i(4, high=6), r(2, 4, 3), dim=1, alpha=-0.5)
for name in ("clone", "contiguous"):
    OPS[name] = lambda a, x, f=getattr(torch.Tensor, name): f(x)
    case(name, r(2, 3, 4))

# ---- products -----------------------------------------------------------------------------------------------------
OPS["matmul"] = lambda a, x, y: torch.matmul(x, y)
for s, t in (((3, 5), (5, 4)), ((5,), (5,)), ((5,), (5, 3)), ((3, 5), (5,)), ((2, 3, 5), (2, 5, 4)), ((2, 3, 5), (5, 4)),
             ((2, 1, 3, 5), (4, 5, 2)), ((1, 33), (33, 17)), ((17, 1), (1, 9)), ((13, 67), (67, 31)), ((3, 5), (2, 5, 4)), ((2, 3, 5), (5,))):
    case("matmul", r(*s), r(*t))
OPS["mm"] = lambda a, x, y: torch.mm(x, y)
for s, t in (((3, 5), (5, 4)), ((1, 1), (1, 1)), ((19, 23), (23, 10))):
    case("mm", r(*s), r(*t))
OPS["bmm"] = lambda a, x, y: torch.bmm(x, y)
case("bmm", r(3, 2, 5), r(3, 5, 4))
case("bmm", r(1, 7, 9), r(1, 9, 3))
OPS["dot"] = lambda a, x, y: torch.dot(x, y)
case("dot", r(7), r(7))
OPS["outer"] = lambda a, x, y: torch.outer(x, y)
case("outer", r(3), r(5))
OPS["einsum"] = lambda a, *x: torch.einsum(a["equation"], *x)
for e, s in (("ij,jk->ik", ((3, 5), (5, 4))), ("bij,bkj->bik", ((2, 3, 5), (2, 4, 5))), ("ij->ji", ((3, 5),)), ("ii->i", ((4, 4),)),
             ("ij,ij->", ((3, 5), (3, 5))), ("bhqd,bhkd->bhqk", ((2, 2, 3, 4), (2, 2, 5, 4))), ("i,j->ij", ((3,), (4,)))):
    case("einsum", *[r(*x) for x in s], equation=e)
OPS["linear"] = lambda a, x, w, *bias: F.linear(x, w, *bias)
for s in ((1, 7), (5, 7), (2, 3, 7), (7,)):
    case("linear", r(*s), r(4, 7), r(4))
    case("linear", r(*s), r(4, 7))
case("linear", r(37, 65), r(33, 65), r(33))
case("linear", r(3, 1), r(1, 1), r(1))

# ---- convolution --------------------------------------------------------------------------------------------------
def conv_args(a, n):
    return dict(stride=a["stride"], padding=a["padding"], dilation=a["dilation"], groups=a["groups"])


OPS["conv1d"] = lambda a, x, w, *bias: F.conv1d(x, w, *bias, **conv_args(a, 1))
OPS["conv2d"] = lambda a, x, w, *bias: F.conv2d(x, w, *bias, **conv_args(a, 2))
for n, ci, co, k, length, st, p, d, g in ((1, 1, 1, 1, 5, 1, 0, 1, 1), (2, 3, 4, 3, 9, 1, 0, 1, 1), (2, 3, 4, 3, 9, 2, 1, 1, 1),
                                          (3, 4, 4, 3, 11, 1, 2, 2, 4), (2, 4, 6, 5, 13, 3, 2, 1, 2), (1, 2, 17, 4, 8, 1, 3, 1, 1)):
    case("conv1d", r(n, ci, length), r(co, ci // g, k), r(co), stride=st, padding=p, dilation=d, groups=g)
    case("conv1d", r(n, ci, length), r(co, ci // g, k), stride=st, padding=p, dilation=d, groups=g)
CONV2 = [
    (1, 1, 1, (1, 1), (1, 1), (1, 1), (0, 0), (1, 1), 1), (2, 3, 4, (3, 3), (7, 7), (1, 1), (0, 0), (1, 1), 1),
    (2, 3, 4, (3, 3), (7, 6), (1, 1), (1, 1), (1, 1), 1), (2, 3, 5, (3, 3), (8, 7), (2, 2), (1, 1), (1, 1), 1),
    (1, 4, 4, (3, 3), (6, 5), (1, 1), (1, 1), (1, 1), 4), (2, 4, 8, (3, 3), (5, 5), (2, 2), (1, 1), (1, 1), 4),
    (2, 4, 6, (3, 2), (6, 9), (1, 2), (2, 0), (1, 1), 2), (1, 2, 3, (3, 3), (9, 9), (1, 1), (2, 2), (2, 2), 1),
    (2, 5, 7, (1, 1), (4, 3), (1, 1), (0, 0), (1, 1), 1), (2, 5, 7, (1, 1), (5, 5), (2, 2), (0, 0), (1, 1), 1),
    (1, 1, 6, (5, 5), (14, 14), (1, 1), (2, 2), (1, 1), 1), (3, 2, 3, (4, 4), (4, 4), (1, 1), (0, 0), (1, 1), 1),
    (1, 3, 17, (3, 3), (5, 19), (1, 1), (1, 1), (1, 1), 1), (1, 2, 2, (5, 1), (9, 3), (3, 1), (1, 0), (2, 1), 1),
    (5, 16, 16, (3, 3), (4, 4), (1, 1), (1, 1), (1, 1), 1), (1, 6, 6, (3, 3), (5, 5), (1, 1), (2, 1), (1, 2), 3),
]
for n, ci, co, k, hw, st, p, d, g in CONV2:
    case("conv2d", r(n, ci, *hw), r(co, ci // g, *k), r(co), stride=list(st), padding=list(p), dilation=list(d), groups=g)
for n, ci, co, k, hw, st, p, d, g in CONV2[1:9]:
    case("conv2d", r(n, ci, *hw), r(co, ci // g, *k), stride=list(st), padding=list(p), dilation=list(d), groups=g)


@op("conv2d_layer")
def conv2d_layer(a, x, w, bias):
    """Padding by name and padding modes, as the layer has them."""
    o, ci, kh, kw = w.shape
    layer = torch.nn.Conv2d(ci * a["groups"], o, (kh, kw), stride=tuple(a["stride"]), padding=a["padding"] if isinstance(a["padding"], str) else tuple(a["padding"]),
                            dilation=tuple(a["dilation"]), padding_mode=a["mode"], groups=a["groups"]).double()
    return torch.nn.utils.stateless.functional_call(layer, {"weight": w, "bias": bias}, (x,))


for mode in ("zeros", "reflect", "replicate", "circular"):
    case("conv2d_layer", r(2, 3, 7, 6), r(4, 3, 3, 3), r(4), stride=[1, 1], padding=[1, 2], dilation=[1, 1], groups=1, mode=mode)
    case("conv2d_layer", r(1, 4, 5, 5), r(4, 1, 3, 3), r(4), stride=[2, 2], padding=[1, 1], dilation=[1, 1], groups=4, mode=mode)
for k in ((3, 3), (4, 2), (1, 1)):
    for d in ((1, 1), (2, 2)):
        case("conv2d_layer", r(2, 3, 9, 8), r(4, 3, *k), r(4), stride=[1, 1], padding="same", dilation=list(d), groups=1, mode="zeros")
case("conv2d_layer", r(2, 3, 9, 8), r(4, 3, 3, 3), r(4), stride=[2, 1], padding="valid", dilation=[1, 1], groups=1, mode="zeros")


@op("conv1d_layer")
def conv1d_layer(a, x, w, bias):
    o, ci, k = w.shape
    layer = torch.nn.Conv1d(ci * a["groups"], o, k, stride=a["stride"], padding=a["padding"], dilation=a["dilation"], padding_mode=a["mode"], groups=a["groups"]).double()
    return torch.nn.utils.stateless.functional_call(layer, {"weight": w, "bias": bias}, (x,))


for mode in ("zeros", "reflect", "replicate", "circular"):
    case("conv1d_layer", r(2, 3, 9), r(4, 3, 3), r(4), stride=1, padding=2, dilation=1, groups=1, mode=mode)
case("conv1d_layer", r(2, 3, 9), r(4, 3, 4), r(4), stride=1, padding="same", dilation=1, groups=1, mode="zeros")
case("conv1d_layer", r(2, 3, 9), r(4, 3, 3), r(4), stride=2, padding="valid", dilation=1, groups=1, mode="zeros")

# ---- pooling, padding ---------------------------------------------------------------------------------------------
OPS["max_pool1d"] = lambda a, x: F.max_pool1d(x, a["kernel"], a["stride"], a["padding"], a["dilation"], a["ceil"])
OPS["avg_pool1d"] = lambda a, x: F.avg_pool1d(x, a["kernel"], a["stride"], a["padding"], a["ceil"], a["count"])
for k, st, p, d, ceil in ((2, 2, 0, 1, False), (3, 1, 1, 1, False), (3, 2, 1, 2, True), (2, 3, 0, 1, True)):
    case("max_pool1d", r(2, 3, 11), kernel=k, stride=st, padding=p, dilation=d, ceil=ceil)
    for count in (True, False):
        case("avg_pool1d", r(2, 3, 11), kernel=k, stride=st, padding=p, ceil=ceil, count=count)
OPS["max_pool2d"] = lambda a, x: F.max_pool2d(x, a["kernel"], a["stride"], a["padding"], a["dilation"], a["ceil"])
OPS["max_pool2d_indices"] = lambda a, x: F.max_pool2d(x, a["kernel"], a["stride"], a["padding"], a["dilation"], a["ceil"], return_indices=True)
OPS["avg_pool2d"] = lambda a, x: F.avg_pool2d(x, a["kernel"], a["stride"], a["padding"], a["ceil"], a["count"], a.get("divisor"))
POOL = [((2, 3, 6, 8), [2, 2], [2, 2], [0, 0], [1, 1], False), ((1, 1, 7, 7), [3, 3], [2, 2], [1, 1], [1, 1], False),
        ((2, 2, 7, 5), [3, 2], [2, 1], [1, 1], [1, 1], True), ((1, 2, 9, 9), [3, 3], [1, 1], [1, 0], [2, 2], False),
        ((2, 3, 5, 5), [2, 2], [3, 3], [0, 0], [1, 1], True), ((3, 1, 1, 1), [1, 1], [1, 1], [0, 0], [1, 1], False)]
for s, k, st, p, d, ceil in POOL:
    case("max_pool2d", r(*s), kernel=k, stride=st, padding=p, dilation=d, ceil=ceil)
    case("max_pool2d_indices", r(*s), kernel=k, stride=st, padding=p, dilation=d, ceil=ceil)
    for count in (True, False):
        case("avg_pool2d", r(*s), kernel=k, stride=st, padding=p, ceil=ceil, count=count)
case("max_pool2d", r(1, 1, 6, 6).detach().round().requires_grad_(), kernel=[2, 2], stride=[1, 1], padding=[0, 0], dilation=[1, 1], ceil=False)
case("avg_pool2d", r(2, 3, 6, 6), kernel=[2, 2], stride=[2, 2], padding=[0, 0], ceil=False, count=True, divisor=3)
OPS["adaptive_avg_pool1d"] = lambda a, x: F.adaptive_avg_pool1d(x, a["size"])
OPS["adaptive_avg_pool2d"] = lambda a, x: F.adaptive_avg_pool2d(x, a["size"])
OPS["adaptive_max_pool2d"] = lambda a, x: F.adaptive_max_pool2d(x, a["size"])
for size in (1, 3, 7):
    case("adaptive_avg_pool1d", r(2, 3, 7), size=size)
for size in ([1, 1], [3, 2], [7, 5], [2, 5]):
    case("adaptive_avg_pool2d", r(2, 3, 7, 5), size=size)
    case("adaptive_max_pool2d", r(2, 3, 7, 5), size=size)
OPS["pad"] = lambda a, x: F.pad(x, a["pad"], a["mode"], a["value"]) if a["mode"] == "constant" else F.pad(x, a["pad"], a["mode"])
case("pad", r(3, 5), pad=[1, 2], mode="constant", value=0.5)
case("pad", r(2, 3, 4, 5), pad=[1, 2, 0, 3], mode="constant", value=0.0)
case("pad", r(2, 3, 4, 5), pad=[-1, 2, 1, -1], mode="constant", value=-1.0)
for mode in ("reflect", "replicate", "circular"):
    case("pad", r(2, 3, 4, 5), pad=[1, 2, 2, 1], mode=mode, value=0.0)
    case("pad", r(2, 3, 5), pad=[2, 1], mode=mode, value=0.0)
OPS["zero_pad2d"] = lambda a, x: F.pad(x, a["pad"])
case("zero_pad2d", r(2, 3, 4, 5), pad=[1, 1, 1, 1])
case("zero_pad2d", r(2, 3, 4, 5), pad=[1, 2, 0, 3])

# ---- normalisation ------------------------------------------------------------------------------------------------
@op("batch_norm")
def batch_norm(a, x, mean, var, *affine):
    m, s = mean.clone(), var.clone()
    y = F.batch_norm(x, m, s, *affine, training=a["training"], momentum=a["momentum"], eps=a["eps"])
    return y, m, s


for s in ((5, 3), (4, 3, 7), (2, 3, 4, 5), (1, 2, 3, 3), (7, 1, 1, 2)):
    for training in (True, False):
        channels = s[1]
        case("batch_norm", r(*s), c(channels), positive(channels).detach(), r(channels), r(channels), training=training, momentum=0.1, eps=1e-5)
        case("batch_norm", r(*s), c(channels), positive(channels).detach(), training=training, momentum=0.3, eps=1e-3)
OPS["layer_norm"] = lambda a, x, *p: F.layer_norm(x, a["shape"], *p, eps=a["eps"])
for s, n in (((5, 7), [7]), ((2, 3, 5), [5]), ((2, 3, 5), [3, 5]), ((1, 1, 33), [33]), ((2, 2, 3, 4), [3, 4])):
    case("layer_norm", r(*s), r(*n), r(*n), shape=n, eps=1e-5)
    case("layer_norm", r(*s), shape=n, eps=1e-3)
OPS["group_norm"] = lambda a, x, *p: F.group_norm(x, a["groups"], *p, eps=a["eps"])
for s, g in (((2, 4, 5), 2), ((2, 6, 3, 3), 3), ((1, 4, 2, 5), 4), ((3, 4, 3, 1), 1), ((5, 6), 2)):
    case("group_norm", r(*s), r(s[1]), r(s[1]), groups=g, eps=1e-5)
    case("group_norm", r(*s), groups=g, eps=1e-3)
OPS["normalize"] = lambda a, x: F.normalize(x, a["p"], a["dim"], a["eps"])
for p in (2.0, 1.0):
    case("normalize", r(3, 5), p=p, dim=1, eps=1e-12)
    case("normalize", r(2, 3, 4), p=p, dim=-1, eps=1e-12)
case("normalize", v([[0.5, 0.25], [3.0, 4.0]]), p=2.0, dim=1, eps=1.0)

# ---- attention, embedding -----------------------------------------------------------------------------------------
@op("attention")
def attention(a, q, k, value, *mask):
    """The textbook form: PyTorch 1.13 has no public one."""
    scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    if a["causal"]:
        scores = scores.masked_fill(~torch.ones(scores.shape[-2:], dtype=torch.bool).tril(), -float("inf"))
    if mask:
        scores = scores.masked_fill(~mask[0], -float("inf")) if mask[0].dtype == torch.bool else scores + mask[0]
    return torch.softmax(scores, -1) @ value


case("attention", r(2, 3, 4), r(2, 5, 4), r(2, 5, 6), causal=False)
case("attention", r(2, 2, 5, 4), r(2, 2, 5, 4), r(2, 2, 5, 3), causal=True)
case("attention", r(1, 2, 3, 4), r(1, 2, 5, 4), r(1, 2, 5, 4), c(3, 5), causal=False)
keep = torch.tensor(RANDOM.uniform(size=(3, 5)) < 0.5)
keep[:, 0] = True
case("attention", r(2, 2, 3, 4), r(2, 2, 5, 4), r(2, 2, 5, 4), keep, causal=False)
case("attention", r(1, 1, 1), r(1, 1, 1), r(1, 1, 1), causal=False)


OPS["embedding"] = lambda a, n, w: F.embedding(n, w, a.get("padding"))
case("embedding", i(7, high=5), r(5, 3))
case("embedding", i(2, 3, high=5), r(5, 4))
case("embedding", i(2, 9, high=4), r(4, 2), padding=1)
OPS["one_hot"] = lambda a, n: F.one_hot(n, a["classes"])
case("one_hot", i(7, high=5), classes=5)
case("one_hot", i(2, 3, high=4), classes=6)

# ---- losses -------------------------------------------------------------------------------------------------------
REDUCTIONS = ("mean", "sum", "none")
OPS["mse_loss"] = lambda a, x, y: F.mse_loss(x, y, reduction=a["reduction"])
OPS["l1_loss"] = lambda a, x, y: F.l1_loss(x, y, reduction=a["reduction"])
OPS["smooth_l1_loss"] = lambda a, x, y: F.smooth_l1_loss(x, y, reduction=a["reduction"], beta=a["beta"])
OPS["bce"] = lambda a, x, y, *w: F.binary_cross_entropy(x, y, *w, reduction=a["reduction"])
OPS["bce_logits"] = lambda a, x, y: F.binary_cross_entropy_with_logits(x, y, reduction=a["reduction"])
OPS["bce_logits_weighted"] = lambda a, x, y, w, p: F.binary_cross_entropy_with_logits(x, y, w, reduction=a["reduction"], pos_weight=p)
OPS["kl_div"] = lambda a, x, y: F.kl_div(x, y, reduction=a["reduction"], log_target=a["log"])
OPS["nll_loss"] = lambda a, x, t, *w: F.nll_loss(x, t, *w, reduction=a["reduction"])
OPS["cross_entropy"] = lambda a, x, t, *w: F.cross_entropy(x, t, *w, reduction=a["reduction"], ignore_index=a["ignore"], label_smoothing=a["smoothing"])
for reduction in REDUCTIONS:
    for s in ((5, 3), (1, 1), (2, 3, 5)):
        case("mse_loss", r(*s), r(*s), reduction=reduction)
        case("l1_loss", r(*s), r(*s), reduction=reduction)
        case("smooth_l1_loss", r(*s), r(*s), reduction=reduction, beta=1.0)
        case("smooth_l1_loss", r(*s), r(*s), reduction=reduction, beta=0.5)
        case("bce", r(*s, low=0.05, high=0.95), c(*s, low=0, high=1), reduction=reduction)
        case("bce", r(*s, low=0.05, high=0.95), c(*s, low=0, high=1), c(*s, low=0.5, high=2), reduction=reduction)
        case("bce_logits", r(*s, low=-5, high=5), c(*s, low=0, high=1), reduction=reduction)
        case("bce_logits_weighted", r(*s), c(*s, low=0, high=1), c(*s, low=0.5, high=2), c(s[-1], low=0.5, high=2), reduction=reduction)
        case("kl_div", r(*s, low=-3, high=0), c(*s, low=-3, high=0), reduction=reduction, log=True)
        case("kl_div", r(*s, low=-3, high=0), c(*s, low=0.1, high=1), reduction=reduction, log=False)
    for n, k in ((5, 3), (1, 1), (9, 10), (37, 17)):
        case("nll_loss", r(n, k, low=-4, high=0), i(n, high=k), reduction=reduction)
        case("nll_loss", r(n, k, low=-4, high=0), i(n, high=k), c(k, low=0.5, high=2), reduction=reduction)
        case("cross_entropy", r(n, k, low=-4, high=4), i(n, high=k), reduction=reduction, ignore=-100, smoothing=0.0)
        case("cross_entropy", r(n, k), i(n, high=k), c(k, low=0.5, high=2), reduction=reduction, ignore=-100, smoothing=0.1)
    case("cross_entropy", r(7, 4), i(7, high=4), reduction=reduction, ignore=2, smoothing=0.0)
    case("cross_entropy", r(2, 4, 3), i(2, 3, high=4), reduction=reduction, ignore=-100, smoothing=0.0)
    case("cross_entropy", r(5, 4), c(5, 4, low=0, high=0.5), reduction=reduction, ignore=-100, smoothing=0.0)

# ---- factories ----------------------------------------------------------------------------------------------------
OPS["arange"] = lambda a: torch.arange(a["start"], a["stop"], a["step"], dtype=torch.float64)
case("arange", start=0.0, stop=7.0, step=1.0)
case("arange", start=1.0, stop=2.5, step=0.5)
case("arange", start=5.0, stop=-3.0, step=-2.0)
OPS["linspace"] = lambda a: torch.linspace(a["start"], a["stop"], a["steps"], dtype=torch.float64)
case("linspace", start=-1.0, stop=1.0, steps=9)
case("linspace", start=2.0, stop=3.0, steps=1)
OPS["eye"] = lambda a: torch.eye(a["rows"], a["columns"], dtype=torch.float64)
case("eye", rows=3, columns=5)
case("eye", rows=4, columns=4)
OPS["full"] = lambda a: torch.full(a["shape"], a["value"], dtype=torch.float64)
OPS["ones"] = lambda a: torch.ones(a["shape"], dtype=torch.float64)
OPS["zeros"] = lambda a: torch.zeros(a["shape"], dtype=torch.float64)
case("full", shape=[2, 3], value=1.5)
case("ones", shape=[2, 3, 1])
case("zeros", shape=[5])

# ---- random streams (single precision and double precision apart) -------------------------------------------------
DTYPES = {"float32": torch.float32, "float64": torch.float64}


def stream(name, make):
    def run(a):
        torch.manual_seed(a["seed"])
        first = make(a)
        return first, torch.rand(3, dtype=torch.float64)  # where the stream stands afterwards
    OPS[name] = run


stream("rand", lambda a: torch.rand(a["shape"], dtype=DTYPES[a["dtype"]]))
stream("randn", lambda a: torch.randn(a["shape"], dtype=DTYPES[a["dtype"]]))
stream("normal_", lambda a: torch.empty(a["shape"], dtype=DTYPES[a["dtype"]]).normal_(0.5, 2.0))
stream("uniform_", lambda a: torch.empty(a["shape"], dtype=DTYPES[a["dtype"]]).uniform_(-1.5, 2.5))
stream("randperm", lambda a: torch.randperm(a["n"]))
stream("randint", lambda a: torch.randint(a["low"], a["high"], a["shape"]))
stream("bernoulli", lambda a: torch.bernoulli(torch.full(a["shape"], a["p"], dtype=DTYPES[a["dtype"]])))
stream("dropout", lambda a: F.dropout(torch.ones(a["shape"], dtype=DTYPES[a["dtype"]]), a["p"]))
stream("dropout2d", lambda a: F.dropout2d(torch.ones(a["shape"], dtype=DTYPES[a["dtype"]]), a["p"]))
stream("dropout1d", lambda a: F.dropout1d(torch.ones(a["shape"], dtype=DTYPES[a["dtype"]]), a["p"]))
stream("multinomial", lambda a: torch.multinomial(torch.tensor([0.1, 0.2, 0.4, 0.3], dtype=DTYPES[a["dtype"]]), a["n"], a["replacement"]))
for name in ("xavier_uniform_", "xavier_normal_"):
    stream(name, lambda a, f=getattr(torch.nn.init, name): f(torch.empty(a["shape"], dtype=DTYPES[a["dtype"]]), a["gain"]))
for name in ("kaiming_uniform_", "kaiming_normal_"):
    stream(name, lambda a, f=getattr(torch.nn.init, name): f(torch.empty(a["shape"], dtype=DTYPES[a["dtype"]]), a["a"], a["mode"], a["nonlinearity"]))
for dtype in DTYPES:
    for shape in ([5], [15], [16], [17], [37], [4, 9], [133]):
        for name in ("rand", "randn", "normal_", "uniform_"):
            case(name, seed=42424242, shape=shape, dtype=dtype)
        case("bernoulli", seed=7, shape=shape, p=0.3, dtype=dtype)
    for shape in ([7], [33], [4, 9]):
        for p in (0.5, 0.2):
            case("dropout", seed=11, shape=shape, p=p, dtype=dtype)
    case("dropout2d", seed=11, shape=[3, 7, 2, 2], p=0.4, dtype=dtype)
    case("dropout1d", seed=13, shape=[3, 7, 5], p=0.4, dtype=dtype)
    case("multinomial", seed=5, n=3, replacement=False, dtype=dtype)
    case("multinomial", seed=5, n=9, replacement=True, dtype=dtype)
    for shape in ([4, 7], [3, 2, 3, 3]):
        for gain in (1.0, 1.5):
            case("xavier_uniform_", seed=3, shape=shape, gain=gain, dtype=dtype)
            case("xavier_normal_", seed=3, shape=shape, gain=gain, dtype=dtype)
        for mode in ("fan_in", "fan_out"):
            for slope, nonlinearity in ((5 ** 0.5, "leaky_relu"), (0.0, "relu")):
                case("kaiming_uniform_", seed=3, shape=shape, a=slope, mode=mode, nonlinearity=nonlinearity, dtype=dtype)
                case("kaiming_normal_", seed=3, shape=shape, a=slope, mode=mode, nonlinearity=nonlinearity, dtype=dtype)
for n in (1, 8, 100, 1000):
    case("randperm", seed=42424242, n=n)
case("randint", seed=9, low=0, high=10, shape=[3, 7])
case("randint", seed=9, low=-5, high=1000000, shape=[33])
case("randint", seed=9, low=0, high=2 ** 40, shape=[9])

# ---- optimizers and schedules: 50 steps ---------------------------------------------------------------------------
def optimize(a, make):
    """50 steps towards a target, over two tensors; the state after steps 1, 10 and 50."""
    def run(args, w, target, scale):
        params = [torch.nn.Parameter(w.detach().clone()), torch.nn.Parameter(w.detach()[0].clone())]
        optimizer = make(params, args)
        kept = []
        for step in range(1, 51):
            optimizer.zero_grad()
            loss = (scale * (params[0] - target) ** 2).sum() + torch.cos(params[1] * 2).sum()
            loss.backward()
            optimizer.step()
            if step in (1, 10, 50):
                kept += [p.detach().clone() for p in params]
        return tuple(kept)
    OPS[a] = run


optimize("SGD", lambda p, a: torch.optim.SGD(p, lr=a["lr"], momentum=a["momentum"], dampening=a["dampening"], weight_decay=a["decay"], nesterov=a["nesterov"], maximize=a["maximize"]))
optimize("Adam", lambda p, a: torch.optim.Adam(p, lr=a["lr"], betas=(a["beta1"], a["beta2"]), eps=a["eps"], weight_decay=a["decay"], amsgrad=a["amsgrad"], maximize=a["maximize"]))
optimize("AdamW", lambda p, a: torch.optim.AdamW(p, lr=a["lr"], betas=(a["beta1"], a["beta2"]), eps=a["eps"], weight_decay=a["decay"], amsgrad=a["amsgrad"], maximize=a["maximize"]))
optimize("RMSProp", lambda p, a: torch.optim.RMSprop(p, lr=a["lr"], alpha=a["alpha"], eps=a["eps"], weight_decay=a["decay"], momentum=a["momentum"], centered=a["centered"]))


def start():
    return c(3, 5), c(3, 5), c(5, low=0.2, high=1.0)


# Maximising with weight decay is left out: TorchSharp lets the decay act along the gradient, PyTorch against it.
for momentum, dampening, decay, nesterov, maximize in ((0.0, 0.0, 0.0, False, False), (0.9, 0.0, 0.0, False, False), (0.9, 0.5, 0.01, False, False),
                                                       (0.9, 0.0, 0.01, True, False), (0.5, 0.0, 0.0, False, True)):
    case("SGD", *start(), lr=0.001 if maximize else 0.05, momentum=momentum, dampening=dampening, decay=decay, nesterov=nesterov, maximize=maximize)
for name in ("Adam", "AdamW"):
    for beta1, beta2, eps, decay, amsgrad, maximize in ((0.9, 0.999, 1e-8, 0.0, False, False), (0.8, 0.99, 1e-6, 0.1, False, False),
                                                        (0.9, 0.999, 1e-8, 0.01, True, False), (0.9, 0.999, 1e-8, 0.0, False, True)):
        case(name, *start(), lr=0.01, beta1=beta1, beta2=beta2, eps=eps, decay=decay, amsgrad=amsgrad, maximize=maximize)
for alpha, decay, momentum, centered in ((0.99, 0.0, 0.0, False), (0.9, 0.01, 0.0, False), (0.99, 0.0, 0.9, False), (0.95, 0.01, 0.5, True)):
    case("RMSProp", *start(), lr=0.005, alpha=alpha, eps=1e-8, decay=decay, momentum=momentum, centered=centered)


def schedule(name, make):
    def run(a, *measures):
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=a["lr"], momentum=0.9)
        scheduler = make(optimizer, a)
        rates, momenta = [], []
        for epoch in range(50):
            rates.append(optimizer.param_groups[0]["lr"])
            momenta.append(optimizer.param_groups[0]["momentum"])
            optimizer.step()
            scheduler.step(*[m[epoch].item() for m in measures])
        return torch.tensor(rates, dtype=torch.float64), torch.tensor(momenta, dtype=torch.float64)
    OPS[name] = run


S = torch.optim.lr_scheduler
schedule("StepLR", lambda o, a: S.StepLR(o, a["size"], a["gamma"]))
schedule("MultiStepLR", lambda o, a: S.MultiStepLR(o, a["milestones"], a["gamma"]))
schedule("ExponentialLR", lambda o, a: S.ExponentialLR(o, a["gamma"]))
schedule("LambdaLR", lambda o, a: S.LambdaLR(o, lambda e: a["base"] ** e))
schedule("CosineAnnealingLR", lambda o, a: S.CosineAnnealingLR(o, a["T_max"], a["eta_min"]))
schedule("LinearLR", lambda o, a: S.LinearLR(o, a["start"], a["end"], a["iters"]))
schedule("OneCycleLR", lambda o, a: S.OneCycleLR(o, a["max"], total_steps=60, pct_start=a["pct"], anneal_strategy=a["anneal"], three_phase=a["three"]))
schedule("ReduceLROnPlateau", lambda o, a: S.ReduceLROnPlateau(o, a["mode"], a["factor"], a["patience"], a["threshold"], a["threshold_mode"], a["cooldown"]))
case("StepLR", lr=0.1, size=7, gamma=0.5)
case("MultiStepLR", lr=0.1, milestones=[3, 10, 11, 40], gamma=0.3)
case("ExponentialLR", lr=0.1, gamma=0.9)
case("LambdaLR", lr=0.1, base=0.95)
case("CosineAnnealingLR", lr=0.1, T_max=50, eta_min=0.0)
case("CosineAnnealingLR", lr=0.1, T_max=13, eta_min=0.01)
case("LinearLR", lr=0.1, start=0.25, end=1.0, iters=20)
for anneal in ("cos", "linear"):
    for three in (False, True):
        case("OneCycleLR", lr=0.1, max=0.5, pct=0.3, anneal=anneal, three=three)
for mode, threshold_mode in (("min", "rel"), ("max", "abs")):
    case("ReduceLROnPlateau", c(50, low=1.0, high=3.0), lr=0.1, mode=mode, factor=0.5, patience=3, threshold=0.01, threshold_mode=threshold_mode, cooldown=2)


@op("clip_grad_norm_")
def clip(a, x, y):
    p = [torch.nn.Parameter(torch.zeros_like(x)), torch.nn.Parameter(torch.zeros_like(y))]
    p[0].grad, p[1].grad = x.detach().clone(), y.detach().clone()
    total = torch.nn.utils.clip_grad_norm_(p, a["max"], a["type"])
    return total, p[0].grad, p[1].grad


for largest in (0.5, 100.0):
    for kind in (2.0, 1.0):
        case("clip_grad_norm_", c(3, 5), c(7), max=largest, type=kind)


@op("clip_grad_value_")
def clip_value(a, x):
    p = torch.nn.Parameter(torch.zeros_like(x))
    p.grad = x.detach().clone()
    torch.nn.utils.clip_grad_value_([p], a["value"])
    return p.grad


case("clip_grad_value_", c(3, 5), value=0.5)

HERE.mkdir(exist_ok=True)
(HERE / "operations.bin").write_bytes(bytes(DATA))
with open(HERE / "operations.jsonl", "w", encoding="ascii", newline="\n") as f:
    for line in LINES:
        f.write(json.dumps(line, separators=(",", ":")) + "\n")
print(f"PyTorch {torch.__version__}: {len(LINES)} cases of {len(set(l['op'] for l in LINES))} operations, {len(DATA)} bytes")
