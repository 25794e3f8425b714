using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Layers tell how they were made, and make their parameters anew.</summary>
public class LayerPropertyTests
{
    [Fact]
    public void LayersTellTheirSettings()
    {
        using Conv2d conv = Conv2d(2, 4, (3, 3), padding_mode: PaddingModes.Reflect, padding: (1, 1));
        Assert.Equal(PaddingModes.Reflect, conv.padding_mode);
        Assert.False(conv.transposed);
        Assert.All(conv.output_padding ?? [0, 0], static p => Assert.Equal(0, p));
        using Flatten flatten = Flatten(1, 2);
        Assert.Equal((1, 2), (flatten.start_dim, flatten.end_dim));
        using MaxPool2d max = MaxPool2d(2, ceil_mode: true);
        Assert.True(max.ceil_mode);
        using AvgPool2d average = AvgPool2d(2, count_include_pad: false);
        Assert.False(average.count_include_pad);
        Assert.False(average.ceil_mode);
        using AdaptiveAvgPool2d adaptive = AdaptiveAvgPool2d((2, 3));
        Assert.Equal([2, 3], adaptive.output_size);
        using GroupNorm group = GroupNorm(2, 4);
        Assert.Equal(2, group.num_groups);
    }

    [Fact]
    public void ParametersAreMadeAnew()
    {
        using Conv2d conv = Conv2d(2, 4, 3);
        using Tensor before = conv.weight.detach().clone();
        conv.reset_parameters();
        Assert.False(conv.weight.allclose(before));
        using LayerNorm norm = LayerNorm(3);
        using (no_grad())
        {
            norm.weight.fill_(5);
        }

        norm.reset_parameters();
        Assert.Equal([1f, 1f, 1f], norm.weight.data<float>().ToArray());
    }

    [Fact]
    public void ListsAndDictionariesAreCollections()
    {
        using var list = new ModuleList<Linear>(Linear(1, 2));
        list.extend([Linear(2, 3), Linear(3, 4)]);
        Assert.False(list.IsReadOnly);
        var copy = new Linear[4];
        list.CopyTo(copy, 1);
        Assert.Same(list[2], copy[3]);
        using var dictionary = ModuleDict<Linear>(("a", Linear(1, 2)), ("b", Linear(2, 1)));
        Assert.False(dictionary.IsReadOnly);
        var pairs = new (string, Linear)[2];
        dictionary.CopyTo(pairs, 0);
        Assert.Equal("b", pairs[1].Item1);
        using (IEnumerator<(string, Linear)> items = dictionary.items())
        {
            Assert.True(items.MoveNext());
            Assert.Equal("a", items.Current.Item1);
        }

        dictionary.clear();
        Assert.Empty(dictionary.Keys);
        foreach ((_, Linear layer) in pairs)
        {
            layer.Dispose();
        }
    }
}
