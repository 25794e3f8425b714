using System.Collections.Immutable;
using DtcGen.Generators.Grouping.Rules;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>How each operation relates the dimensions of its operands and its result. There is no default.</summary>
internal static class AxisRules
{
    private static readonly ImmutableDictionary<OperatorKind, Action<AxisGraph, Operation>> Rules = Table();

    public static void Apply(AxisGraph axes, Operation operation) => Rules[operation.Kind](axes, operation);

    private static void AddRecorded(ImmutableDictionary<OperatorKind, Action<AxisGraph, Operation>>.Builder rules)
    {
        rules.Add(OperatorKind.Constant, HeldRule.Apply);
        rules.Add(OperatorKind.Unary, ElementWiseRule.Apply);
        rules.Add(OperatorKind.Cast, ElementWiseRule.Apply);
        rules.Add(OperatorKind.Identity, ElementWiseRule.Apply);
        rules.Add(OperatorKind.Binary, BroadcastRule.Apply);
        rules.Add(OperatorKind.Where, BroadcastRule.ApplyAll);
        rules.Add(OperatorKind.Overwrite, BroadcastRule.ApplyAll);
        rules.Add(OperatorKind.Expand, ExpandRule.Apply);
        rules.Add(OperatorKind.Stack, StackRule.Apply);
        rules.Add(OperatorKind.IndexSelect, AlongRule.Apply);
        rules.Add(OperatorKind.Along, AlongRule.Apply);
        rules.Add(OperatorKind.Functional, OpaqueRule.Apply);
        rules.Add(OperatorKind.Recurrent, OpaqueRule.Apply);
        rules.Add(OperatorKind.Interpolate, ChangedRule.Apply);
        rules.Add(OperatorKind.Pad, ChangedRule.Apply);
        rules.Add(OperatorKind.Conv3d, ConvolutionRule.Apply);
        rules.Add(OperatorKind.ConvTranspose, ConvolutionRule.Apply);
        rules.Add(OperatorKind.InstanceNorm, NormalisationRule.Apply);
        rules.Add(OperatorKind.ReadSize, ReadSizeRule.Apply);
        rules.Add(OperatorKind.Opaque, OpaqueRule.Apply);
    }

    private static ImmutableDictionary<OperatorKind, Action<AxisGraph, Operation>> Table()
    {
        var rules = ImmutableDictionary.CreateBuilder<OperatorKind, Action<AxisGraph, Operation>>();
        rules.Add(OperatorKind.Linear, LinearRule.Apply);
        rules.Add(OperatorKind.Flatten, FlattenRule.Apply);
        rules.Add(OperatorKind.Softmax, SoftmaxRule.Apply);
        rules.Add(OperatorKind.LogSoftmax, SoftmaxRule.Apply);
        rules.Add(OperatorKind.Conv1d, ConvolutionRule.Apply);
        rules.Add(OperatorKind.Conv2d, ConvolutionRule.Apply);
        rules.Add(OperatorKind.BatchNorm, NormalisationRule.Apply);
        rules.Add(OperatorKind.LayerNorm, NormalisationRule.Apply);
        rules.Add(OperatorKind.GroupNorm, NormalisationRule.Apply);
        rules.Add(OperatorKind.Embedding, EmbeddingRule.Apply);
        rules.Add(OperatorKind.Cat, ConcatenationRule.Apply);
        rules.Add(OperatorKind.Parameter, HeldRule.Apply);
        rules.Add(OperatorKind.Chunk, PartRule.ApplyChunk);
        rules.Add(OperatorKind.Split, PartRule.ApplySplit);
        rules.Add(OperatorKind.Slice, PartRule.ApplySlice);
        rules.Add(OperatorKind.Narrow, PartRule.ApplySlice);
        rules.Add(OperatorKind.Select, PartRule.ApplySlice);
        rules.Add(OperatorKind.PRelu, SlopesRule.Apply);
        rules.Add(OperatorKind.Reshape, ReshapeRule.Apply);
        rules.Add(OperatorKind.Matmul, ProductRule.ApplyMatmul);
        rules.Add(OperatorKind.ScaledDotProductAttention, ProductRule.ApplyAttention);
        foreach (var kind in new[]
        {
            OperatorKind.MaxPool1d, OperatorKind.MaxPool2d, OperatorKind.AvgPool1d, OperatorKind.AvgPool2d,
            OperatorKind.AdaptiveAvgPool1d, OperatorKind.AdaptiveAvgPool2d, OperatorKind.MaxPool3d, OperatorKind.AvgPool3d,
        })
        {
            rules.Add(kind, PoolingRule.Apply);
        }

        foreach (var kind in new[] { OperatorKind.Transpose, OperatorKind.Permute, OperatorKind.Unsqueeze, OperatorKind.Squeeze })
        {
            rules.Add(kind, DimensionRule.Apply);
        }

        foreach (var kind in new[] { OperatorKind.Mean, OperatorKind.Sum, OperatorKind.Amax })
        {
            rules.Add(kind, ReductionRule.Apply);
        }

        foreach (var kind in new[]
        {
            OperatorKind.Add, OperatorKind.Sub, OperatorKind.Mul, OperatorKind.Div, OperatorKind.Maximum, OperatorKind.Minimum
        })
        {
            rules.Add(kind, BroadcastRule.Apply);
        }

        foreach (var kind in new[]
        {
            OperatorKind.Relu, OperatorKind.Relu6, OperatorKind.LeakyRelu, OperatorKind.Elu, OperatorKind.Gelu, OperatorKind.Silu,
            OperatorKind.Sigmoid, OperatorKind.Tanh, OperatorKind.Softplus, OperatorKind.Hardtanh, OperatorKind.Hardsigmoid,
            OperatorKind.Hardswish, OperatorKind.Mish, OperatorKind.Abs, OperatorKind.Neg, OperatorKind.Exp, OperatorKind.Log,
            OperatorKind.Sqrt, OperatorKind.Rsqrt, OperatorKind.Square, OperatorKind.Reciprocal, OperatorKind.Clamp, OperatorKind.Pow,
        })
        {
            rules.Add(kind, ElementWiseRule.Apply);
        }

        AddRecorded(rules);
        return rules.ToImmutable();
    }
}
