using DtcGen.Tests.Shared;
using Xunit.Abstractions;

namespace DtcGen.Onnx.Tests;

/// <summary>ONNX's own checker over a file of every operation.</summary>
public sealed class PythonCheckerTests(ITestOutputHelper output)
{
    [Fact]
    public void ItFindsNoFault()
    {
        using var folder = new TemporaryFolder();
        var number = 0;
        foreach (var operation in OperationTests.Cases)
        {
            foreach (var opset in new[] { 13, 15, 17, 18, 21 })
            {
                operation.Export(opset).Save(folder.File($"{number++:000}-{opset}.onnx"));
            }
        }

        PythonOnnx.Check(folder.Path, output);
    }
}
