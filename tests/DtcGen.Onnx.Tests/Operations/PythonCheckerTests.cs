using DtcGen.Tests.Shared;
using Xunit.Abstractions;

namespace DtcGen.Onnx.Tests;

/// <summary>ONNX's own checker over a file of every operation.</summary>
public sealed class PythonCheckerTests(ITestOutputHelper output)
{
    [Fact]
    public void It_finds_no_fault()
    {
        using var folder = new TemporaryFolder();
        int number = 0;
        foreach (OperationCase operation in OperationTests.Cases)
        {
            foreach (int opset in new[] { 13, 15, 17, 18, 21 })
            {
                operation.Export(opset).Save(folder.File($"{number++:000}-{opset}.onnx"));
            }
        }

        PythonOnnx.Check(folder.Path, output);
    }
}
