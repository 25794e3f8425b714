namespace DtcGen.Generators.Reading.Graph;

/// <summary>What an operation computes. The names are those of the ONNX graph builder's methods.</summary>
internal enum OperatorKind
{
    Linear,
    Flatten,
    Add,
    Sub,
    Mul,
    Div,
    Relu,
    Relu6,
    LeakyRelu,
    Elu,
    Gelu,
    Silu,
    Sigmoid,
    Tanh,
    Softplus,
    Hardtanh,
    Hardsigmoid,
    Hardswish,
    Mish,
    PRelu,
    Softmax,
    LogSoftmax,
}
