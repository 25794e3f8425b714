using TorchSharp.Managed.Tests.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>Every spelling of every operation gives PyTorch's values and gradients, in both precisions and on strided memory.</summary>
[Collection(nameof(SharedStateCollection))]
public class GoldenTests
{
    public static TheoryData<string, GoldenMode> Operations()
    {
        var data = new TheoryData<string, GoldenMode>();
        foreach (string operation in OperationTable.Instance.Operations)
        {
            foreach (GoldenMode mode in Enum.GetValues<GoldenMode>())
            {
                data.Add(operation, mode);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void AgreesWithPyTorch(string operation, GoldenMode mode)
    {
        GoldenCase[] cases = [.. GoldenFile.Cases[operation]];
        Assert.NotEmpty(cases);
        string[] failures = [.. from spelling in OperationTable.Instance.Of(operation)
                                from golden in cases
                                let failure = Run(spelling, golden, mode)
                                where failure is not null
                                select $"{spelling.Member}: {golden}: {failure}"];
        Assert.True(failures.Length == 0, $"{failures.Length} differ:\n{string.Join("\n", failures.Take(12))}");
    }

    [Fact]
    public void EveryGoldenHasASpelling() =>
        Assert.Empty(GoldenFile.Cases.Select(static c => c.Key).Except(OperationTable.Instance.Operations));

    [Theory]
    [InlineData(ScalarType.Float32, 1e-5)]
    [InlineData(ScalarType.Float64, 1e-11)]
    public void TheToleranceFindsASmallError(ScalarType type, double error)
    {
        double[] expected = [0.5, -0.25, 1];
        Assert.Null(GoldenComparison.Difference([.. expected], expected, GoldenComparison.Tolerance(type)));
        Assert.NotNull(GoldenComparison.Difference([0.5, -0.25 + error, 1], expected, GoldenComparison.Tolerance(type)));
        Assert.NotNull(GoldenComparison.Difference([0.5, double.NaN, 1], expected, GoldenComparison.Tolerance(type)));
    }

    [Fact]
    public void AWrongFormulaIsFound()
    {
        GoldenCase golden = GoldenFile.Cases["tanh"].First();
        Assert.NotNull(Run(new Spelling("sigmoid for tanh", static c => [c.X[0].sigmoid()]), golden, GoldenMode.Single));
        Assert.NotNull(Run(new Spelling("a detached tanh", static c => [c.X[0].tanh() + 0 * c.X[0].detach()]), golden with { Gradients = [golden.Outputs[0]] }, GoldenMode.Single));
    }

    private static string? Run(Spelling spelling, GoldenCase golden, GoldenMode mode)
    {
        using var scope = NewDisposeScope();
        using var call = new GoldenCall(golden, mode);
        Tensor[] outputs;
        try
        {
            outputs = spelling.Run(call);
            if (golden.HasGradients)
            {
                WeightedSum(outputs).backward();
            }
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} {e.StackTrace?.Split('\n')[0].Trim()}";
        }

        if (outputs.Length != golden.Outputs.Length)
        {
            return $"gave {outputs.Length} tensors, PyTorch {golden.Outputs.Length}";
        }

        for (int k = 0; k < outputs.Length; k++)
        {
            if (GoldenComparison.Difference(outputs[k], golden.Outputs[k], call.Type, golden.Operation) is { } difference)
            {
                return $"output {k} {difference}";
            }
        }

        for (int k = 0; k < golden.Inputs.Length; k++)
        {
            if (golden.Gradients[k] is { } expected)
            {
                // No gradient at all is what an operation of no slope may leave.
                using Tensor gradient = call.Gradient(k) ?? zeros(expected.Shape, call.Type);
                if (GoldenComparison.Difference(gradient, expected, call.Type, golden.Operation) is { } difference)
                {
                    return $"the gradient of input {k} {difference}";
                }
            }
        }

        return null;
    }

    /// <summary>The number that the goldens differentiate: every floating output times fixed weights, so that no gradient hides behind a sum.</summary>
    private static Tensor WeightedSum(Tensor[] outputs)
    {
        Tensor? total = null;
        foreach (Tensor output in outputs.Where(static o => o.requires_grad))
        {
            using Tensor weights = torch.tensor([.. Enumerable.Range(0, (int)output.numel()).Select(static k => (((k * 7) + 3) % 11 - 5) / 4.0)]).to_type(output.dtype);
            Tensor term = (output.reshape(-1) * weights).sum();
            total = total is null ? term : total + term;
        }

        return total ?? throw new InvalidOperationException("no output requires a gradient");
    }
}
