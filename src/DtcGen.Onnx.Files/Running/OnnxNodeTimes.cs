using System.Text.Json;
using DtcGen.Onnx.Proto;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx;

/// <summary>Times a model's nodes, by ONNX Runtime's own profile of its runs.</summary>
internal static class OnnxNodeTimes
{
    private const string Kernel = "_kernel_time";

    // As they are called in the names of kernels too: FusedConv, FusedMatMul.
    private static readonly string[] Products = ["Conv", "Gemm", "MatMul"];

    /// <summary>
    /// Microseconds that each of a model's nodes takes, a median, by the node's place in the file. ONNX Runtime puts nodes together and
    /// calls the result by the last of them, or its output; what it takes counts for the product or convolution among them. What is called
    /// otherwise, copies between layouts say, is left out.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The inputs, in the model's order.</param>
    /// <param name="options">How it is timed.</param>
    public static double[] Measure(OnnxModel model, IReadOnlyList<OnnxArray> inputs, OnnxLatencyOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("dtcgen-profile-");
        try
        {
            using var settings = new SessionOptions
            {
                IntraOpNumThreads = options.Threads,

                // In this order: ONNX Runtime takes the path when profiling is enabled, and else writes into the working directory.
                ProfileOutputPathPrefix = Path.Combine(folder.FullName, "runs"),
                EnableProfiling = true,
            };
            using var session = OnnxSession.Open(model, settings);
            using var values = new OnnxInputs(session, inputs);
            using var run = new RunOptions();
            for (var i = 0; i < options.Warmup + options.Runs; i++)
            {
                session.Run(run, values.ByName, session.OutputNames).Dispose();
            }

            return Read(File.ReadAllBytes(session.EndProfiling()), model, options.Warmup);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads a profile.</summary>
    /// <param name="profile">What ONNX Runtime wrote.</param>
    /// <param name="model">The model.</param>
    /// <param name="warmup">How many runs are left out.</param>
    internal static double[] Read(byte[] profile, OnnxModel model, int warmup)
    {
        var nodes = model.Proto.Graph.Node;
        var times = new double[nodes.Count];
        using var json = JsonDocument.Parse(profile);
        var kernels = json.RootElement.EnumerateArray()
            .Where(static item => item.GetProperty("name").GetString()!.EndsWith(Kernel, StringComparison.Ordinal))
            .GroupBy(static item => (
                Name: item.GetProperty("name").GetString()![..^Kernel.Length],
                Operator: item.GetProperty("args").GetProperty("op_name").GetString()!));
        foreach (var kernel in kernels)
        {
            if (Find(kernel.Key.Name, kernel.Key.Operator, nodes) is { } node && kernel.Skip(warmup).ToArray() is { Length: > 0 } timed)
            {
                double[] durations = [.. timed.Select(static item => item.GetProperty("dur").GetDouble())];
                times[nodes.IndexOf(node)] += OnnxLatencyResult.Of(durations).Median;
            }
        }

        return times;
    }

    private static NodeProto? Find(string kernel, string kernelOperator, IReadOnlyCollection<NodeProto> nodes)
    {
        // conv1 is in conv10 as well: the longest name is meant.
        var found = nodes
            .SelectMany(static node => node.Output.Append(node.Name).Select(name => (Node: node, Name: name)))
            .Where(item => item.Name.Length > 0 && kernel.Contains(item.Name, StringComparison.Ordinal))
            .OrderByDescending(static item => item.Name.Length)
            .Select(static item => item.Node)
            .FirstOrDefault();
        if (Products.FirstOrDefault(product => kernelOperator.Contains(product, StringComparison.Ordinal)) is not { } wanted)
        {
            return found;
        }

        // Back from what was put behind it, or takes its name after it.
        var product = found;
        while (product is not null && !product.OpType.Contains(wanted, StringComparison.Ordinal))
        {
            product = product.Input
                .Select(input => nodes.FirstOrDefault(node => node.Output.Contains(input)))
                .FirstOrDefault(static node => node is not null);
        }

        return product ?? found;
    }
}
