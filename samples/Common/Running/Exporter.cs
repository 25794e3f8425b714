using System.Diagnostics;
using System.Globalization;
using DtcGen.Onnx;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>Writes networks to ONNX and compares each file with its network over the test set.</summary>
internal sealed class Exporter(OutputFolder folder, IRunDisplay display, TensorImages test)
{
    /// <param name="model">The network.</param>
    /// <param name="name">What to call it; the file gets this name too.</param>
    /// <param name="metadata">Facts to keep in the file.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <exception cref="SampleException">The file cannot be written.</exception>
    public ExportedModel Run<TModel>(
        TModel model, string name, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
        where TModel : Module<Tensor, Tensor>, IDualTomographic, IOnnxExportable
    {
        using var stage = display.Begin($"export {name}");
        var fileName = name + ".onnx";
        var path = folder.FileName(fileName);
        var started = Stopwatch.GetTimestamp();
        var onnx = OnnxExport.Build(model, OnnxInput.Batched([.. test.ImageShape]), new OnnxExportOptions { Metadata = metadata });
        try
        {
            onnx.Save(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{path}: cannot be written ({e.Message}).", e);
        }

        var exportSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        stage.Update(0.1, fileName);

        started = Stopwatch.GetTimestamp();
        var parity = OnnxParity.Compare(
            model,
            path,
            test.Inputs,
            new OnnxParityOptions { Tolerance = ParityResult.AllowedDifference },
            new Reporter<long>(done => stage.Update(0.1 + 0.9 * done / test.Count, "comparing with ONNX Runtime")),
            cancellationToken);
        var paritySeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        stage.Milestone(string.Create(CultureInfo.InvariantCulture, $"{fileName}, largest difference {parity.MaxAbsDifference:0.0e+00}"));

        var statistics = onnx.Statistics;
        var result = new ModelResult(
            model.Groups.Sum(model.CountNeurons),
            statistics.Parameters,
            statistics.MultiplyAdds,
            new FileInfo(path).Length,
            Evaluation.Accuracy(model, test));
        return new ExportedModel(fileName, result, ParityResult.From(parity), exportSeconds, paritySeconds);
    }
}
