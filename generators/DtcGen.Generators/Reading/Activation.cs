using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading;

/// <summary>An activation: a function applied to each element, with a layer of its own.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Layer">The name of the layer's class.</param>
/// <param name="Function">The name of the function.</param>
/// <param name="Settings">The names of its settings, as the layer's factory and the function call them alike.</param>
internal sealed record Activation(OperatorKind Kind, string Layer, string Function, params string[] Settings)
{
    public static ImmutableArray<Activation> All { get; } =
    [
        new(OperatorKind.Relu, "ReLU", "relu"),
        new(OperatorKind.Relu6, "ReLU6", "relu6"),
        new(OperatorKind.LeakyRelu, "LeakyReLU", "leaky_relu", "negative_slope"),
        new(OperatorKind.Elu, "ELU", "elu", "alpha"),
        new(OperatorKind.Gelu, "GELU", "gelu"),
        new(OperatorKind.Silu, "SiLU", "silu"),
        new(OperatorKind.Sigmoid, "Sigmoid", "sigmoid"),
        new(OperatorKind.Tanh, "Tanh", "tanh"),
        new(OperatorKind.Softplus, "Softplus", "softplus", "beta", "threshold"),
        new(OperatorKind.Hardtanh, "Hardtanh", "hardtanh", "min_val", "max_val", "inplace"),
        new(OperatorKind.Hardsigmoid, "Hardsigmoid", "hardsigmoid"),
        new(OperatorKind.Hardswish, "Hardswish", "hardswish"),
        new(OperatorKind.Mish, "Mish", "mish"),
    ];

    public static Activation? ByLayer(string layer) => All.FirstOrDefault(activation => activation.Layer == layer);

    public static Activation? ByFunction(string function) => All.FirstOrDefault(activation => activation.Function == function);
}
