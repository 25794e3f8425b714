using System.Collections.Immutable;

namespace DtcGen.Generators;

/// <summary>
/// The types that generated code names. Reading tells which of their simple names mean something else in the model
/// class; writing shortens the others.
/// </summary>
internal static class GeneratedNames
{
    public const string Model = "DtcGen.IDualTomographic";
    public const string Group = "DtcGen.NeuronGroup";
    public const string Role = "DtcGen.NeuronRole";
    public const string Pinned = "DtcGen.PinnedNeurons";
    public const string RaySums = "DtcGen.RaySums";
    public const string GroupIndex = "DtcGen.Runtime.GroupIndex";
    public const string WeightSums = "DtcGen.Runtime.WeightSums";
    public const string NeuronLayout = "DtcGen.Runtime.NeuronLayout";
    public const string LayerSizes = "DtcGen.Runtime.LayerSizes";
    public const string ModelUse = "DtcGen.Runtime.ModelUse";
    public const string NeuronClip = "DtcGen.Runtime.NeuronClip";
    public const string OnnxModel = "DtcGen.Onnx.IOnnxExportable";
    public const string OnnxGraph = "DtcGen.Onnx.OnnxGraph";
    public const string OnnxValue = "DtcGen.Onnx.OnnxValue";
    public const string Torch = "TorchSharp.torch";
    public const string Tensor = "TorchSharp.torch.Tensor";
    public const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";
    public const string Unreachable = "System.Diagnostics.UnreachableException";
    public const string UnsafeAccessor = "System.Runtime.CompilerServices.UnsafeAccessorAttribute";
    public const string UnsafeAccessorKind = "System.Runtime.CompilerServices.UnsafeAccessorKind";
    public const string Func = "System.Func";
    public const string List = "System.Collections.Generic.IReadOnlyList";

    private const string LayerNamespace = "TorchSharp.Modules.";

    /// <summary>Types that generated code calls static members of: a member of the same name would hide them.</summary>
    public static ImmutableArray<string> Called { get; } =
        [Role, GroupIndex, WeightSums, NeuronLayout, LayerSizes, ModelUse, NeuronClip, Unreachable, UnsafeAccessorKind];

    public static ImmutableArray<string> All { get; } =
    [
        .. Called,
        Model, Group, Pinned, RaySums, OnnxModel, OnnxGraph, OnnxValue, Tensor, GeneratedCode, UnsafeAccessor, Func, List,
        .. new[]
        {
            "Linear", "Conv1d", "Conv2d", "BatchNorm1d", "BatchNorm2d", "LayerNorm", "GroupNorm", "Embedding", "PReLU", "Sequential"
        }.Select(Layer),
    ];

    /// <summary>A layer's class by its simple name.</summary>
    public static string Layer(string name) => LayerNamespace + name;

    /// <summary>A type's own name, without its namespace or the types around it.</summary>
    public static string Simple(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);
}
