using DtcGen.Onnx;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>ONNX export of a residual network of 56 layers, into memory.</summary>
internal sealed class ExportBenchmark : IBenchmark
{
    private const int Repeats = 10;
    private const string Recorded = "recorded ";
    private const string Bytes = " bytes";

    public string Name => "export";

    public string Description => "ONNX export of ResNet-56 into memory, beside torch.onnx.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        var peer = settings.Peers ? PythonPeer.FindPyTorch() : null;
        List<BenchmarkResult> results = [];
        foreach (var threads in settings.Threads)
        {
            set_num_threads(threads);
            string[] arguments = ["--repeats", $"{Repeats}", "--opset", $"{OnnxOpsets.Default}"];
            var (ours, theirs) = Rounds.Run(Ours, peer is null ? null : () => peer.Measure("export.py", threads, arguments));
            foreach (var (key, norms) in new[] { ("not folded", "batch normalisation as it is"), ("folded", "batch normalisation folded") })
            {
                double? time = theirs.TryGetValue(key, out var measured) ? measured : null;
                foreach (var (network, name) in new[] { ("", norms), (Recorded, $"recorded, {norms}") })
                {
                    results.Add(new BenchmarkResult($"ResNet-56, {name}", threads, ours[network + key], time, peer?.Name, "ms"));
                    var (size, peerSize) = (ours[network + key + Bytes], theirs.GetValueOrDefault(key + Bytes));
                    Console.WriteLine(FormattableString.Invariant(
                        $"{name}: our file has {size:N0} bytes, the peer's {peerSize:N0}"));
                }
            }
        }

        return results;
    }

    private static Dictionary<string, List<double>> Ours()
    {
        using var read = new ResNet56();
        using var recorded = new RecordedResNet56();
        Dictionary<string, List<double>> results = [];
        foreach (var (network, model) in new (string, IOnnxExportable)[] { ("", read), (Recorded, recorded) })
        {
            ((nn.Module)model).eval();
            foreach (var (key, folded) in new[] { ("not folded", false), ("folded", true) })
            {
                var bytes = Export(model, folded).Length;
                results[network + key] =
                    [.. Enumerable.Range(0, Repeats).Select(_ => Timing.Of(() => Export(model, folded)).TotalMilliseconds)];
                results[network + key + Bytes] = [bytes];
            }
        }

        return results;
    }

    private static byte[] Export(IOnnxExportable model, bool folded)
        => OnnxExport.Build(model, OnnxInput.Batched(3, 32, 32), new OnnxExportOptions { FoldBatchNorm = folded }).ToBytes();
}
