using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

public sealed class ExportedShapesTests
{
    public static TheoryData<string> Exported => OperationTests.Names;

    [Theory]
    [MemberData(nameof(Exported))]
    public void Every_value_of_an_exported_operation_has_the_shape_that_comes_out(string name)
    {
        using var scope = NewDisposeScope();
        OperationCase operation = OperationTests.Cases.Single(c => c.Name == name);
        foreach (int opset in new[] { 13, 17, 18, 21 })
        {
            Tensor input = operation.Input([5, .. operation.SampleShape]);
            ShapeOracle.Check(operation.Export(opset), new Dictionary<string, long> { ["batch"] = 5 }, [input.ToOnnxArray()]);
        }
    }
}
