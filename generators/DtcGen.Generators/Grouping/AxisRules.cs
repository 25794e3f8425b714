using DtcGen.Generators.Grouping.Rules;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>How each operation relates the dimensions of its operands and its result. There is no default.</summary>
internal static class AxisRules
{
    public static void Apply(AxisGraph axes, Operation operation) => Rule(operation.Kind)(axes, operation);

    private static Action<AxisGraph, Operation> Rule(OperatorKind kind) => kind switch
    {
        OperatorKind.Linear => LinearRule.Apply,
        OperatorKind.Conv1d or OperatorKind.Conv2d or OperatorKind.Conv3d or OperatorKind.ConvTranspose => ConvolutionRule.Apply,
        OperatorKind.BatchNorm or OperatorKind.LayerNorm or OperatorKind.GroupNorm or OperatorKind.InstanceNorm => NormalisationRule.Apply,
        OperatorKind.Embedding => EmbeddingRule.Apply,
        OperatorKind.PRelu => SlopesRule.Apply,
        OperatorKind.Parameter or OperatorKind.Constant => HeldRule.Apply,

        OperatorKind.Relu or OperatorKind.Relu6 or OperatorKind.LeakyRelu or OperatorKind.Elu or OperatorKind.Gelu or OperatorKind.Silu
            or OperatorKind.Sigmoid or OperatorKind.Tanh or OperatorKind.Softplus or OperatorKind.Hardtanh or OperatorKind.Hardsigmoid
            or OperatorKind.Hardswish or OperatorKind.Mish or OperatorKind.Abs or OperatorKind.Neg or OperatorKind.Exp or OperatorKind.Log
            or OperatorKind.Sqrt or OperatorKind.Rsqrt or OperatorKind.Square or OperatorKind.Reciprocal or OperatorKind.Clamp
            or OperatorKind.Pow or OperatorKind.Unary or OperatorKind.Cast or OperatorKind.Identity => ElementWiseRule.Apply,
        OperatorKind.Softmax or OperatorKind.LogSoftmax => SoftmaxRule.Apply,

        OperatorKind.Add or OperatorKind.Sub or OperatorKind.Mul or OperatorKind.Div or OperatorKind.Maximum or OperatorKind.Minimum
            or OperatorKind.Binary => BroadcastRule.Apply,
        OperatorKind.Where or OperatorKind.Overwrite => BroadcastRule.ApplyAll,
        OperatorKind.Matmul => ProductRule.ApplyMatmul,
        OperatorKind.ScaledDotProductAttention => ProductRule.ApplyAttention,

        OperatorKind.MaxPool1d or OperatorKind.MaxPool2d or OperatorKind.MaxPool3d or OperatorKind.AvgPool1d or OperatorKind.AvgPool2d
            or OperatorKind.AvgPool3d or OperatorKind.AdaptiveAvgPool1d or OperatorKind.AdaptiveAvgPool2d => PoolingRule.Apply,
        OperatorKind.Mean or OperatorKind.Sum or OperatorKind.Amax => ReductionRule.Apply,
        OperatorKind.IndexSelect or OperatorKind.Along => AlongRule.Apply,
        OperatorKind.Interpolate or OperatorKind.Pad => ChangedRule.Apply,

        OperatorKind.Flatten => FlattenRule.Apply,
        OperatorKind.Reshape => ReshapeRule.Apply,
        OperatorKind.Transpose or OperatorKind.Permute or OperatorKind.Unsqueeze or OperatorKind.Squeeze => DimensionRule.Apply,
        OperatorKind.Expand => ExpandRule.Apply,
        OperatorKind.Cat => ConcatenationRule.Apply,
        OperatorKind.Stack => StackRule.Apply,
        OperatorKind.Chunk => PartRule.ApplyChunk,
        OperatorKind.Split => PartRule.ApplySplit,
        OperatorKind.Slice or OperatorKind.Narrow or OperatorKind.Select => PartRule.ApplySlice,

        OperatorKind.ReadSize => ReadSizeRule.Apply,
        OperatorKind.Functional or OperatorKind.Recurrent or OperatorKind.Opaque => OpaqueRule.Apply,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No rule says what the operation does to dimensions."),
    };
}
