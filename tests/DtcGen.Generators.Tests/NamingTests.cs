using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Generated code means what it should whatever the user's code calls its own things.</summary>
public sealed class NamingTests
{
    private const string Layers =
        """
        private readonly Conv2d conv = Conv2d(3, 6, 3);
        private readonly BatchNorm2d norm = BatchNorm2d(6);
        private readonly torch.nn.Module<torch.Tensor, torch.Tensor> fc = Linear(6, 3);

        public override torch.Tensor forward(torch.Tensor x) => fc.call(norm.call(conv.call(x)).mean([2, 3]));
        """;

    /// <summary>Members of the model, types beside it, and another file of the project.</summary>
    public static TheoryData<string, string, string> Clashes => new()
    {
        {
            "",
            "public sealed class NeuronClip; public sealed class RaySums; public sealed class GeneratedCode; public static class WeightSums;",
            ""
        },
        {
            "", "public sealed class Func; public sealed class IReadOnlyList; public sealed class UnreachableException : System.Exception;",
            ""
        },
        { "public sealed class Tensor; public sealed class NeuronGroup;", "", "" },
        { "public int GroupIndex => 1; public int NeuronRole => 2; public int LayerSizes() => 3; public int UnsafeAccessorKind;", "", "" },
        { "private readonly int weightSums = 1; public int Use() => weightSums;", "", "" },
        { "", "", "global using Tensor = System.String; global using NeuronClip = System.Int32; global using WeightSums = System.Object;" },
        {
            "", "",
            "global using System; global using System.CodeDom.Compiler; global using DtcGen; global using DtcGen.Runtime; global using TorchSharp.Modules;"
        },
        {
            "", "",
            "namespace Tested.DtcGen { class Hidden; } namespace Tested.TorchSharp { class Hidden; } namespace Tested.System { class Hidden; }"
        },
    };

    [Theory]
    [MemberData(nameof(Clashes))]
    public void NamesOfTheUserHideNothing(string members, string types, string otherFile)
    {
        const string Usings =
            "#pragma warning disable CS8981\nusing static global::TorchSharp.torch.nn; using torch = global::TorchSharp.torch; using global::TorchSharp.Modules;\nnamespace Tested;\n";
        var source = $$"""
            {{Usings}}
            [global::DtcGen.DualTomographic]
            public sealed partial class Net : torch.nn.Module<torch.Tensor, torch.Tensor>
            {
                {{Layers}}
                public Net() : base("Net") => RegisterComponents();
                {{members}}
            }

            {{types}}
            """;
        var generated = Generated.Run([source, otherFile]);
        Assert.Empty(generated.Diagnostics);
        generated.AssertCompiles();
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(generated);
        model.Neurons.Clip(model.Group("conv"), [0, 4]);
        Assert.Equal(
            (2, 2), (model.Neurons.SumRays(model.Group("conv")).Previous.Length, model.Neurons.SumRays(model.Group("conv")).Next.Length));
        Assert.InRange(ExportedFile.Difference(model, randn(3, 3, 5, 5)), 0, 1e-4);
    }

    [Fact]
    public void AClassOutsideNamespacesIsCompleted()
    {
        var source = ModelSource.Of(Layers).Replace("namespace Tested;", string.Empty, StringComparison.Ordinal);
        var generated = Generated.Run(source);
        Assert.Empty(generated.Diagnostics);
        generated.AssertCompiles();
        Assert.DoesNotContain("using ", generated.Sources.Single().Text.Split("partial class")[0], StringComparison.Ordinal);
    }
}
