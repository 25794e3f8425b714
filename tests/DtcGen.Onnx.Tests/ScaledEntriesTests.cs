using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

public sealed class ScaledEntriesTests
{
    // TorchSharp rounds a float16 twice, by way of a float: there the factor is one that needs no rounding.
    [Theory]
    [InlineData(ScalarType.Float32, 1.1)]
    [InlineData(ScalarType.Float64, 1.1)]
    [InlineData(ScalarType.BFloat16, 1.1)]
    [InlineData(ScalarType.Float16, 0.5)]
    public void ProductsAreRoundedAsTorchSharpDoes(ScalarType type, double factor)
    {
        using var scope = NewDisposeScope();
        var entries = randn(1000).to(type);
        var array = entries.ToOnnxArray();
        var products = new byte[array.Bytes.Length];
        Assert.True(OnnxFloatingTypes.Scale(array.ElementType, array.Bytes.Span, factor, products));
        Assert.Equal((entries.to(ScalarType.Float64) * factor).to(type).ToOnnxArray().Bytes.ToArray(), products);
    }

    [Theory]
    [InlineData(ScalarType.Float32, 3e38)]
    [InlineData(ScalarType.Float64, 1e308)]
    [InlineData(ScalarType.BFloat16, 3e38)]
    [InlineData(ScalarType.Float16, 60000)]
    public void WhatIsBeyondTheTypesRangeIsTold(ScalarType type, double large)
    {
        using var scope = NewDisposeScope();
        var array = tensor(new[] { 1, large }).to(type).ToOnnxArray();
        Assert.False(OnnxFloatingTypes.Scale(array.ElementType, array.Bytes.Span, 4, new byte[array.Bytes.Length]));
    }
}
