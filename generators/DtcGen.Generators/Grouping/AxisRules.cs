using System.Collections.Immutable;
using DtcGen.Generators.Grouping.Rules;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>How each operation relates the dimensions of its operands and its result. There is no default.</summary>
internal static class AxisRules
{
    private static readonly ImmutableDictionary<OperatorKind, Action<AxisGraph, Operation>> Rules = Table();

    public static void Apply(AxisGraph axes, Operation operation) => Rules[operation.Kind](axes, operation);

    private static ImmutableDictionary<OperatorKind, Action<AxisGraph, Operation>> Table()
    {
        var rules = ImmutableDictionary.CreateBuilder<OperatorKind, Action<AxisGraph, Operation>>();
        rules.Add(OperatorKind.Linear, LinearRule.Apply);
        rules.Add(OperatorKind.Flatten, FlattenRule.Apply);
        rules.Add(OperatorKind.Softmax, SoftmaxRule.Apply);
        rules.Add(OperatorKind.LogSoftmax, SoftmaxRule.Apply);
        foreach (var kind in new[] { OperatorKind.Add, OperatorKind.Sub, OperatorKind.Mul, OperatorKind.Div })
        {
            rules.Add(kind, BroadcastRule.Apply);
        }

        foreach (var kind in new[]
        {
            OperatorKind.Relu, OperatorKind.Relu6, OperatorKind.LeakyRelu, OperatorKind.Elu, OperatorKind.Gelu, OperatorKind.Silu,
            OperatorKind.Sigmoid, OperatorKind.Tanh, OperatorKind.Softplus, OperatorKind.Hardtanh, OperatorKind.Hardsigmoid,
            OperatorKind.Hardswish, OperatorKind.Mish,
        })
        {
            rules.Add(kind, ElementWiseRule.Apply);
        }

        return rules.ToImmutable();
    }
}
