using DtcGen.Onnx;
using static TorchSharp.torch;

namespace DtcGen.Samples;

/// <summary>Times both files under ONNX Runtime.</summary>
internal static class Latencies
{
    private const int LargeBatch = 512;

    /// <param name="model">The network's file and what is known of it.</param>
    /// <param name="folder">Where the file is.</param>
    /// <param name="test">Images to run it on; repeated when there are fewer than a batch.</param>
    /// <param name="runs">Timed runs at each batch size.</param>
    /// <returns>The same with the latencies.</returns>
    public static ModelResult Measure(ExportedModel model, OutputFolder folder, TensorImages test, int runs)
    {
        return model.Result with { LatencyMsBatch1 = Median(1), LatencyMsBatch512 = Median(LargeBatch) };

        double Median(int batchSize)
        {
            using var scope = NewDisposeScope();
            var chosen = tensor([.. Enumerable.Range(0, batchSize).Select(i => (long)(i % test.Count))], dtype: ScalarType.Int64);
            return OnnxLatency.Measure(
                folder.FileName(model.FileName),
                test.Inputs.index_select(0, chosen).ToOnnxArray(),
                runs,
                warmup: Math.Max(1, runs / 10)).Median;
        }
    }
}
