using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>What is exported computes what the model does, before and after clipping.</summary>
public sealed class OnnxTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Sources => new(
        Networks.Chain(1, bias: false),
        Networks.Chain(3, bias: true, "hardswish"),
        Networks.Of("Residual").Source,
        Networks.Of("InSequential").Source,
        Networks.Of("InBlocks").Source,
        ModelSource.Of("""
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 3);

            public override Tensor forward(Tensor x)
            {
                var h = 1 - functional.softplus(fc1.call(x * 2), 2, 10) / 3;
                h = h * h.abs() - 0.5;
                return functional.log_softmax(fc2.call(functional.dropout(h, 0.5, training)), dim: 1);
            }
            """));

    [Theory]
    [MemberData(nameof(Sources))]
    public void FileComputesWhatTheModelDoes(string source)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(source);
        Check(model);
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group) / 2));
        }

        Check(model);
    }

    [Fact]
    public void ADifferenceIsSeen()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(Networks.Chain(1, bias: true));
        var x = randn(4, 6);
        var exact = ExportedFile.Difference(model, x);

        // The model with a slope of 1 below zero is another one, and by far.
        using var other = LoadedModel.From(Networks.Chain(1, bias: true, "tanh"));
        LayerWeights.Copy(model.Module, other.Module);
        Assert.True(LayerWeights.Difference(model.Network.call(x), other.Network.call(x)) > 10 * Tolerance);
        Assert.InRange(exact, 0, Tolerance);
    }

    private static void Check(LoadedModel model)
    {
        Assert.InRange(ExportedFile.Difference(model, randn(1, 6)), 0, Tolerance);
        Assert.InRange(ExportedFile.Difference(model, randn(37, 6)), 0, Tolerance);
    }
}
