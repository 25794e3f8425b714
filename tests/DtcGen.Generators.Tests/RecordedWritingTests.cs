using DtcGen.Onnx;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Forwards that write into views of views: the file computes what the model does, or export says that it cannot.</summary>
public sealed class RecordedWritingTests(ITestOutputHelper output)
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Count)];

    private static int Count
        => int.TryParse(Environment.GetEnvironmentVariable("DTC_WRITINGS"), out var count) ? count : 20;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void IsWhatItsModelComputesOrRefused(int seed)
    {
        using var scope = NewDisposeScope();
        var source = WritingProgram.Source(seed);
        output.WriteLine(source);
        using var model = RecordedCase.Make(RecordedCase.Compile(source), [randn(2, 4, 6)]);
        try
        {
            using var noGrad = no_grad();
            RecordedCase.CheckExport(model, [randn(1, 4, 6)], [randn(37, 4, 6)]);
        }
        catch (OnnxExportException refusal)
        {
            output.WriteLine($"refused: {refusal.Message}");
            Assert.Matches("shares memory with one that was changed in place|with a batch of one it takes another step", refusal.Message);
        }
    }
}
