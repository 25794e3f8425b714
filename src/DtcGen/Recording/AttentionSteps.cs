using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What attention and the blocks made of it compute, step by step, in TorchSharp's layout [places, batch, features].</summary>
/// <param name="steps">Where the steps go.</param>
/// <param name="module">The module, which has all weights by their names.</param>
/// <param name="heads">How many heads it has.</param>
internal sealed class AttentionSteps(Composition steps, nn.Module module, long heads)
{
    private readonly Dictionary<string, Tensor> _weights = module.named_parameters(recurse: false)
        .ToDictionary(static item => item.name, static item => (Tensor)item.parameter, StringComparer.Ordinal);

    /// <summary>Where the steps go.</summary>
    public Composition Steps => steps;

    /// <summary>Whether the layers between have a GELU rather than a ReLU.</summary>
    public bool IsGelu { get; init; }

    /// <summary>Attention of several heads.</summary>
    /// <param name="path">Where its weights are.</param>
    /// <param name="query">Shape [queries, batch, features].</param>
    /// <param name="key">Shape [keys, batch, features].</param>
    /// <param name="value">Shape [keys, batch, features].</param>
    /// <param name="mask">Added to the scores, truth values as 0 and 1: that is what TorchSharp does.</param>
    /// <param name="padding">Truth values [batch, keys]: which keys nobody sees.</param>
    /// <returns>What it returns, and the mean over the heads of who sees what.</returns>
    public (Tensor Output, Tensor Weights) Attend(string path, Tensor query, Tensor key, Tensor value, Tensor? mask, Tensor? padding)
    {
        if (query.ndim != 3)
        {
            throw new UnfollowedException("without a batch");
        }

        if (_weights.ContainsKey($"{path}bias_k"))
        {
            throw new UnfollowedException("with add_bias_kv");
        }

        var width = Weight($"{path}out_proj.weight").shape[0];
        var size = width / heads;
        var q = Split(steps.Mul(Project(path, "q", 0, query, width), 1 / Math.Sqrt(size)), size);
        var k = Split(Project(path, "k", 1, key, width), size);
        var v = Split(Project(path, "v", 2, value, width), size);
        var scores = steps.Matmul(q, steps.Transpose(k, -2, -1));
        if (mask is not null)
        {
            scores = steps.Add(scores, steps.Cast(mask, scores.dtype));
        }

        if (padding is not null)
        {
            scores = steps.MaskedFill(scores, steps.Unsqueeze(steps.Unsqueeze(padding, 1), 1), double.NegativeInfinity);
        }

        var seen = steps.Softmax(scores, -1);
        var joined = steps.Permute(steps.Matmul(seen, v), 2, 0, 1, 3);
        var output = steps.Reshape(joined, joined.shape[0], joined.shape[1], width);
        return (
            steps.Linear(output, Weight($"{path}out_proj.weight"), Optional($"{path}out_proj.bias")),
            steps.Mean(seen, keep: false, 1));
    }

    /// <summary>A layer of an encoder.</summary>
    public Tensor Encode(string path, Tensor x, Tensor? mask, Tensor? padding)
    {
        x = Norm($"{path}norm1", steps.Add(x, Attend($"{path}self_attn.", x, x, x, mask, padding).Output));
        return Norm($"{path}norm2", steps.Add(x, Between(path, x)));
    }

    /// <summary>All layers of an encoder, and its norm where it has one.</summary>
    public Tensor EncodeAll(string path, Tensor x, Tensor? mask, Tensor? padding)
    {
        foreach (var layer in Layers(path))
        {
            x = Encode(layer, x, mask, padding);
        }

        return Last(path, x);
    }

    /// <summary>A layer of a decoder.</summary>
    /// <param name="path">Where its weights are.</param>
    /// <param name="given">Target, memory, the masks of both, the paddings of both.</param>
    public Tensor Decode(string path, Tensor?[] given)
    {
        var (x, memory) = (given[0]!, given[1] ?? throw new UnfollowedException("without a memory"));
        x = Norm($"{path}norm1", steps.Add(x, Attend($"{path}self_attn.", x, x, x, given[2], given[4]).Output));
        x = Norm($"{path}norm2", steps.Add(x, Attend($"{path}multihead_attn.", x, memory, memory, given[3], given[5]).Output));
        return Norm($"{path}norm3", steps.Add(x, Between(path, x)));
    }

    /// <summary>All layers of a decoder, and its norm where it has one.</summary>
    public Tensor DecodeAll(string path, Tensor?[] given)
    {
        var x = given[0]!;
        foreach (var layer in Layers(path))
        {
            x = Decode(layer, [x, .. given.Skip(1)]);
        }

        return Last(path, x);
    }

    private IEnumerable<string> Layers(string path)
        => Enumerable.Range(0, _weights.Count)
            .Select(i => $"{path}layers.{i}.")
            .TakeWhile(layer => _weights.ContainsKey($"{layer}norm1.weight"));

    private Tensor Last(string path, Tensor x) => _weights.ContainsKey($"{path}norm.weight") ? Norm($"{path}norm", x) : x;

    private Tensor Between(string path, Tensor x)
    {
        var wide = steps.Linear(x, Weight($"{path}linear1.weight"), Optional($"{path}linear1.bias"));
        return steps.Linear(
            IsGelu ? steps.Gelu(wide) : steps.Relu(wide), Weight($"{path}linear2.weight"), Optional($"{path}linear2.bias"));
    }

    private Tensor Norm(string path, Tensor x) => steps.LayerNorm(x, Weight($"{path}.weight"), Weight($"{path}.bias"));

    // Of one weight for all three where their sizes are equal, or of its own.
    private Tensor Project(string path, string which, long place, Tensor x, long width)
    {
        var bias = Optional($"{path}in_proj_bias") is { } shared ? Third(shared) : null;
        return steps.Linear(
            x, Optional($"{path}{which}_proj_weight") ?? Third(Weight($"{path}in_proj_weight")), bias);

        Tensor Third(Tensor all) => steps.Slice(all, 0, place * width, (place + 1) * width);
    }

    // [places, batch, width] to [batch, heads, places, size].
    private Tensor Split(Tensor x, long size) => steps.Permute(steps.Reshape(x, x.shape[0], x.shape[1], heads, size), 1, 2, 0, 3);

    private Tensor Weight(string path) => Optional(path) ?? throw new UnfollowedException($"without its '{path}'");

    private Tensor? Optional(string path) => _weights.GetValueOrDefault(path);
}
