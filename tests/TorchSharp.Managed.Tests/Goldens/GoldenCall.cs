using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>What one spelling of an operation is called with: the inputs and arguments of a case.</summary>
internal sealed class GoldenCall : IDisposable
{
    private readonly GoldenCase golden;
    private readonly GoldenInput[] inputs;
    private readonly List<IDisposable> owned = [];

    internal GoldenCall(GoldenCase golden, GoldenMode mode, Func<int, Tensor, Tensor>? distort = null)
    {
        this.golden = golden;
        Type = Has("dtype") ? (Text("dtype") == "float32" ? ScalarType.Float32 : ScalarType.Float64) : mode == GoldenMode.Single ? ScalarType.Float32 : ScalarType.Float64;
        inputs = [.. golden.Inputs.Select((stored, k) => new GoldenInput(stored, mode, golden.Gradients[k] is not null, distort is null ? null : value => distort(k, value)))];
        X = [.. inputs.Select(static i => i.Value)];
    }

    /// <summary>The inputs.</summary>
    internal Tensor[] X { get; }

    /// <summary>The precision of this run; of a random stream, the one it was drawn in, which is part of the case.</summary>
    internal ScalarType Type { get; }

    internal Tensor? Gradient(int input) => inputs[input].Gradient;

    /// <summary>The input of this index as a layer's parameter.</summary>
    internal Parameter Parameter(int input) => inputs[input].AsParameter();

    /// <summary>The input of this index; null where the case has fewer.</summary>
    internal Tensor? Optional(int input) => input < X.Length ? X[input] : null;

    internal bool Has(string name) => golden.Arguments.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    internal double Number(string name) => golden.Arguments.GetProperty(name).GetDouble();

    internal Scalar? OptionalNumber(string name) => Has(name) ? Number(name) : null;

    internal long Whole(string name) => golden.Arguments.GetProperty(name).GetInt64();

    internal long[] Wholes(string name) => [.. golden.Arguments.GetProperty(name).EnumerateArray().Select(static e => e.GetInt64())];

    internal (long, long) Pair(string name) => Wholes(name) is [long first, long second] ? (first, second) : throw new InvalidDataException($"{name} is not a pair.");

    internal bool Flag(string name) => golden.Arguments.GetProperty(name).GetBoolean();

    internal string Text(string name) => golden.Arguments.GetProperty(name).GetString()!;

    internal bool IsText(string name) => golden.Arguments.GetProperty(name).ValueKind == JsonValueKind.String;

    internal nn.Reduction Reduction => Text("reduction") switch { "mean" => nn.Reduction.Mean, "sum" => nn.Reduction.Sum, _ => nn.Reduction.None };

    /// <summary>Calls a layer, which lives as long as this call.</summary>
    internal Tensor Run(nn.Module<Tensor, Tensor> layer, int input = 0) => Own(layer).call(X[input]);

    internal T Own<T>(T disposable)
        where T : IDisposable
    {
        owned.Add(disposable);
        return disposable;
    }

    public void Dispose() => owned.ForEach(static d => d.Dispose());
}
