using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Reads and masks a network's weights by name, without any code of ours in between.</summary>
internal static class LayerWeights
{
    /// <summary>Makes <paramref name="to"/> a copy of <paramref name="from"/>.</summary>
    public static void Copy(nn.Module from, nn.Module to)
    {
        using var noGrad = no_grad();
        foreach (var (source, target) in from.named_parameters().Zip(to.named_parameters()))
        {
            Assert.Equal(source.name, target.name);
            target.parameter.copy_(source.parameter);
        }

        foreach (var (source, target) in from.named_buffers().Zip(to.named_buffers()))
        {
            Assert.Equal(source.name, target.name);
            target.buffer.copy_(source.buffer);
        }
    }

    /// <summary>Zeroes the columns by which a layer takes the neurons that are not kept.</summary>
    public static void MaskColumns(nn.Module network, string layer, IReadOnlyList<long> keep)
    {
        var columns = network.named_parameters().Single(p => p.name == $"{layer}.weight").parameter.shape[1];
        ZeroColumns(network, layer, Enumerable.Range(0, (int)columns).Select(static i => (long)i).Except(keep));
    }

    /// <summary>A layer's weight, by any of the names that the layer has: the model lists the weight under one of them.</summary>
    public static Parameter Of(nn.Module network, string layer)
        => network.named_modules().First(item => item.name == layer).module
            .named_parameters(recurse: false).Single(static item => item.name == "weight").parameter;

    /// <summary>Zeroes the columns of a layer's weight that take neurons: the rows, where it is a transposed convolution.</summary>
    public static void ZeroColumns(nn.Module network, string layer, IEnumerable<long> columns)
    {
        using var noGrad = no_grad();
        var weight = Of(network, layer);
        var isTransposed = network.named_modules().Any(item => item.name == layer && item.module is Convolution { transposed: true });
        foreach (var column in columns)
        {
            using var view = weight.narrow(isTransposed ? 0 : 1, column, 1);
            view.zero_();
        }
    }

    /// <summary>The largest absolute difference of two tensors.</summary>
    public static double Difference(Tensor left, Tensor right)
    {
        Assert.Equal(left.shape, right.shape);
        using var scope = NewDisposeScope();
        return (left - right).abs().max().to(ScalarType.Float64).item<double>();
    }

    /// <summary>Every parameter's values, bit by bit, with its name.</summary>
    public static IReadOnlyList<string> Snapshot(nn.Module network)
        => [.. network.named_parameters().Select(static p =>
        {
            using var flat = p.parameter.detach().flatten();
            return $"{p.name}: {string.Join(' ', flat.data<float>().ToArray().Select(BitConverter.SingleToInt32Bits))}";
        })];

    public static Linear Linear(nn.Module network, string name)
        => (Linear)network.named_modules().Single(module => module.name == name).module;
}
