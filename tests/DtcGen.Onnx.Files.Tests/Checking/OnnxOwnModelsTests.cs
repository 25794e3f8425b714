using DtcGen.Tests.Shared;
using Xunit.Abstractions;

namespace DtcGen.Onnx.Tests;

/// <summary>The models that ONNX's own package makes to test runtimes with, one or more of each operator: none is broken.</summary>
public sealed class OnnxOwnModelsTests(ITestOutputHelper output)
{
    private const string Script = """
        import os, sys, warnings
        import numpy
        warnings.simplefilter('ignore')
        for name, value in dict(float=float, int=int, bool=bool, object=object, str=str).items():
            setattr(numpy, name, value)  # Names that newer versions of numpy do without.
        from onnx.backend.test.case.node import collect_testcases
        for case in collect_testcases(None):
            if case.model is not None:
                with open(os.path.join(sys.argv[1], case.name + '.onnx'), 'wb') as file:
                    file.write(case.model.SerializeToString())
        """;

    [Fact]
    public void AreValid()
    {
        using var folder = new TemporaryFolder();
        if (PythonOnnx.Lines(Script, output, folder.Path) is null)
        {
            return;
        }

        var files = Directory.GetFiles(folder.Path, "*.onnx");
        Assert.True(files.Length > 800, $"{files.Length} models");
        Assert.Equal([], files.SelectMany(static file =>
        {
            var verdict = OnnxFile.Judge(file);
            return verdict.Broken.Concat(verdict.NotKnown).Select(finding => $"{Path.GetFileName(file)}: {finding}");
        }));
        output.WriteLine($"{files.Length} models are valid.");
    }
}
