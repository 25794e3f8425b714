using DtcGen.Onnx;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Exports a model and runs the file under ONNX Runtime, by its API alone.</summary>
internal static class OnnxFile
{
    /// <summary>The largest difference between what the model and its file compute.</summary>
    /// <param name="model">The model, which is put into evaluation mode.</param>
    /// <param name="input">An input, the batch first.</param>
    public static double Difference(LoadedModel model, Tensor input)
    {
        model.Module.eval();
        var file = OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Like(input)).ToBytes();
        using var session = new InferenceSession(file);
        using var value = Value(input);
        using var options = new RunOptions();
        using var results = session.Run(options, new Dictionary<string, OrtValue> { [session.InputNames[0]] = value }, session.OutputNames);
        using var expected = model.Network.call(input).contiguous().flatten();
        var actual = results[0].GetTensorDataAsSpan<float>().ToArray();
        var wanted = expected.data<float>().ToArray();
        Assert.Equal(wanted.Length, actual.Length);
        return wanted.Zip(actual, static (a, b) => Math.Abs((double)a - b)).Max();
    }

    private static OrtValue Value(Tensor input)
    {
        using var flat = input.contiguous().flatten();
        return input.dtype == ScalarType.Int64
            ? OrtValue.CreateTensorValueFromMemory(flat.data<long>().ToArray(), input.shape)
            : OrtValue.CreateTensorValueFromMemory(flat.data<float>().ToArray(), input.shape);
    }
}
