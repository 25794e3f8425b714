using DtcGen.Onnx;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Exports a model and runs the file under ONNX Runtime, by its API alone.</summary>
internal static class ExportedFile
{
    /// <summary>The largest difference between what the model and its file compute.</summary>
    /// <param name="model">The model, which is put into evaluation mode.</param>
    /// <param name="inputs">Its inputs, the batch first.</param>
    public static double Difference(LoadedModel model, params Tensor[] inputs) => Difference(model, new OnnxExportOptions(), inputs);

    /// <summary>The largest difference between what the model and its file, written as asked, compute.</summary>
    public static double Difference(LoadedModel model, OnnxExportOptions how, params Tensor[] inputs)
    {
        model.Module.eval();
        using var session = new InferenceSession(Export(model, how, inputs).ToBytes());
        return Difference(session, model, inputs);
    }

    /// <summary>The largest difference between what the model, in its present mode, and a loaded file compute.</summary>
    public static double Difference(InferenceSession session, LoadedModel model, params Tensor[] inputs)
    {
        using var options = new RunOptions();
        var values = session.InputNames.Zip(inputs, static (name, input) => KeyValuePair.Create(name, Value(input))).ToDictionary();
        using var results = session.Run(options, values, session.OutputNames);
        var expected = model.Call(inputs);
        Assert.Equal(expected.Length, results.Count);
        foreach (var value in values.Values)
        {
            value.Dispose();
        }

        return expected.Zip(results, Difference).Aggregate(0.0, Math.Max);
    }

    /// <summary>The model as ONNX, which has passed the checker.</summary>
    public static OnnxModel Export(LoadedModel model, params Tensor[] inputs) => Export(model, new OnnxExportOptions(), inputs);

    /// <summary>The model as ONNX, written as asked, which has passed the checker.</summary>
    public static OnnxModel Export(LoadedModel model, OnnxExportOptions how, params Tensor[] inputs)
    {
        var file = OnnxExport.Build((IOnnxExportable)model.Module, [.. inputs.Select(OnnxInput.Like)], how);
        Assert.Empty(OnnxChecker.Check(file));
        return file;
    }

    private static double Difference(Tensor expected, OrtValue result)
    {
        using var flat = expected.contiguous().flatten();
        var wanted = flat.data<float>().ToArray();
        var actual = result.GetTensorDataAsSpan<float>().ToArray();
        Assert.Equal(wanted.Length, actual.Length);
        return wanted.Zip(actual, static (a, b) => Math.Abs((double)a - b)).Aggregate(0.0, Math.Max);
    }

    private static OrtValue Value(Tensor input)
    {
        using var flat = input.contiguous().flatten();
        return input.dtype == ScalarType.Int64
            ? OrtValue.CreateTensorValueFromMemory(flat.data<long>().ToArray(), input.shape)
            : OrtValue.CreateTensorValueFromMemory(flat.data<float>().ToArray(), input.shape);
    }
}
