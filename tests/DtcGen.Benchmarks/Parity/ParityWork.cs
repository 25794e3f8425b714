using System.Runtime.InteropServices;
using DtcGen.Onnx;
using DtcGen.Samples.Mnist;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>The main job's network and its file, and two ways to compare them.</summary>
internal sealed class ParityWork : IDisposable
{
    private const int BatchSize = 512;

    private readonly Mlp _model = new();
    private readonly OnnxModel _file;

    /// <summary>Makes a network of some of its 512 neurons, and its file.</summary>
    public ParityWork(int neurons)
    {
        _model.Clip(_model.Groups[0], [.. Enumerable.Range(0, neurons).Select(static neuron => (long)neuron)]);
        _model.eval();
        _file = OnnxExport.Build(_model, OnnxInput.Batched(1, 28, 28));
    }

    /// <summary>The largest difference, by the library.</summary>
    public double Compare(Tensor images, IProgress<long>? progress = null)
        => OnnxParity.Compare(_model, _file, images, new OnnxParityOptions { BatchSize = BatchSize }, progress).MaxAbsDifference;

    /// <summary>The largest difference, by the least that a loop of one's own does.</summary>
    public double CompareBare(Tensor images)
    {
        using var noGrad = no_grad();
        using var session = new InferenceSession(_file.ToBytes());
        using var options = new RunOptions();
        double largest = 0;
        for (long start = 0; start < images.shape[0]; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            var batch = images.narrow(0, start, Math.Min(BatchSize, images.shape[0] - start));
            var expected = MemoryMarshal.Cast<byte, float>(_model.call(batch).bytes);
            using var input = OrtValue.CreateTensorValueFromMemory(MemoryMarshal.Cast<byte, float>(batch.bytes).ToArray(), batch.shape);
            using var outputs = session.Run(options, session.InputNames, [input], session.OutputNames);
            var actual = outputs[0].GetTensorDataAsSpan<float>();
            for (var i = 0; i < expected.Length; i++)
            {
                largest = Math.Max(largest, Math.Abs((double)expected[i] - actual[i]));
            }
        }

        return largest;
    }

    /// <summary>The most memory that the process has after any batch.</summary>
    public double PeakMegabytes(Tensor images)
    {
        var most = new Most();
        Compare(images, most);
        return most.Bytes / 1e6;
    }

    public void Dispose() => _model.Dispose();

    private sealed class Most : IProgress<long>
    {
        public long Bytes { get; private set; }

        public void Report(long value) => Bytes = Math.Max(Bytes, Environment.WorkingSet);
    }
}
