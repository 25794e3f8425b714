namespace DtcGen.Generators.Writing;

/// <summary>The types that generated code names, in full, so that nothing in the user's code can hide them.</summary>
internal static class TypeNames
{
    public const string Model = "global::DtcGen.IDualTomographic";
    public const string OnnxModel = "global::DtcGen.Onnx.IOnnxExportable";
    public const string Group = "global::DtcGen.NeuronGroup";
    public const string Member = "global::DtcGen.NeuronGroupMember";
    public const string Role = "global::DtcGen.NeuronRole";
    public const string Pinned = "global::DtcGen.PinnedNeurons";
    public const string RaySums = "global::DtcGen.RaySums";
    public const string GroupIndex = "global::DtcGen.Runtime.GroupIndex";
    public const string WeightSums = "global::DtcGen.Runtime.WeightSums";
    public const string NeuronLayout = "global::DtcGen.Runtime.NeuronLayout";
    public const string ModuleSlot = "global::DtcGen.Runtime.ModuleSlot";
    public const string FieldSlot = "global::DtcGen.Runtime.FieldSlot";
    public const string ItemSlot = "global::DtcGen.Runtime.ItemSlot";
    public const string ListSlot = "global::DtcGen.Runtime.ListSlot";
    public const string NeuronClip = "global::DtcGen.Runtime.NeuronClip";
    public const string OnnxGraph = "global::DtcGen.Onnx.OnnxGraph";
    public const string OnnxValue = "global::DtcGen.Onnx.OnnxValue";
    public const string Torch = "global::TorchSharp.torch";
    public const string Tensor = "global::TorchSharp.torch.Tensor";
    public const string Map = "global::System.Func<global::TorchSharp.torch.Tensor, global::TorchSharp.torch.Tensor>?";
    public const string Unreachable = "throw new global::System.Diagnostics.UnreachableException()";
    public const string LayerNamespace = "global::TorchSharp.Modules.";

    /// <summary>The attribute that marks a generated member.</summary>
    public const string Generated = "[global::System.CodeDom.Compiler.GeneratedCode(\"DtcGen.Generators\", \"0.1.0\")]";

    public static string List(string item) => $"global::System.Collections.Generic.IReadOnlyList<{item}>";
}
