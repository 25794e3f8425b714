using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

public sealed class ExportedShapesTests
{
    public static TheoryData<string> Exported => OperationTests.Names;

    [Theory]
    [MemberData(nameof(Exported))]
    public void EveryValueOfAnExportedOperationHasTheShapeThatComesOut(string name)
    {
        using var scope = NewDisposeScope();
        var operation = OperationTests.Cases.Single(c => c.Name == name);
        foreach (var opset in new[] { 13, 17, 18, 21 })
        {
            var input = operation.Input([5, .. operation.SampleShape]);
            ShapeOracle.Check(operation.Export(opset), new Dictionary<string, long> { ["batch"] = 5 }, [input.ToOnnxArray()]);
        }
    }
}
