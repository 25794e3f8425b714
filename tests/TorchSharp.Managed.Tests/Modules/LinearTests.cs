using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Fully connected layers against sums written out.</summary>
public class LinearTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 3, 7)]
    [InlineData(37, 65, 10)]
    [InlineData(2, 300, 129)]
    public void EveryOutputIsItsSum(int rows, int inputs, int outputs)
    {
        random.manual_seed(rows);
        using Linear layer = Linear(inputs, outputs);
        using Tensor input = randn(rows, inputs);
        float[] x = input.data<float>().ToArray();
        float[] w = layer.weight.data<float>().ToArray();
        float[] b = layer.bias!.data<float>().ToArray();
        float[] y = layer.call(input).data<float>().ToArray();
        for (int r = 0; r < rows; r++)
        {
            for (int o = 0; o < outputs; o++)
            {
                double sum = b[o];
                for (int i = 0; i < inputs; i++)
                {
                    sum += (double)x[(r * inputs) + i] * w[(o * inputs) + i];
                }

                Assert.Equal(sum, y[(r * outputs) + o], 1e-5);
            }
        }
    }

    [Fact]
    public void GradientsAgreeWithDifferences()
    {
        random.manual_seed(1);
        GradientCheck.Run(static t => functional.linear(t[0], t[1], t[2]), randn(5, 3, dtype: float64), randn(4, 3, dtype: float64), randn(4, dtype: float64));
        GradientCheck.Run(static t => functional.linear(t[0], t[1]), randn(2, 3, 5, dtype: float64), randn(7, 5, dtype: float64));
        GradientCheck.Run(static t => functional.linear(t[0], t[1], t[2]), randn(5, dtype: float64), randn(2, 5, dtype: float64), randn(2, dtype: float64));
        GradientCheck.Run(static t => functional.linear(t[0].t(), t[1].t(), t[2]), randn(3, 6, dtype: float64), randn(3, 4, dtype: float64), randn(4, dtype: float64));
        GradientCheck.Run(static t => functional.linear(t[0], t[1]), randn(4, 5, dtype: float64), randn(5, dtype: float64));
    }

    [Fact]
    public void FrozenInputsGetNoGradient()
    {
        using Linear layer = Linear(3, 2);
        layer.weight.requires_grad = false;
        using Tensor input = randn(4, 3);
        layer.call(input).sum().backward();
        Assert.Null(layer.weight.grad);
        Assert.Null(input.grad);
        Assert.Equal([4f, 4f], layer.bias!.grad!.data<float>().ToArray());
    }

    [Fact]
    public void LeadingDimensionsPassThrough()
    {
        using Linear layer = Linear(4, 3);
        Assert.Equal([3L], layer.call(ones(4)).shape);
        Assert.Equal([2L, 5, 6, 3], layer.call(ones(2, 5, 6, 4)).shape);
        Assert.Equal([0L, 3], layer.call(ones(0, 4)).shape);
        Assert.Equal([2L], functional.linear(ones(2, 3), ones(3)).shape);
    }

    [Fact]
    public void WrongSizesAndTypesAreNamed()
    {
        using Linear layer = Linear(4, 3);
        Assert.Contains("2x5 and 4x3", Assert.Throws<ExternalException>(() => layer.call(ones(2, 5))).Message);
        Assert.Contains("Long and Float", Assert.Throws<ExternalException>(() => layer.call(ones(2, 4, dtype: int64))).Message);
        Assert.Throws<ExternalException>(() => functional.linear(ones(2, 3), ones(4, 3), ones(5)));
    }

    [Fact]
    public void TheFirstWeightsAreLibtorchs()
    {
        random.manual_seed(0);
        using Linear layer = Linear(3, 2);
        float[] expected = [-0.0043225177f, 0.30971584f, -0.47518533f, -0.4248946f, -0.22236897f, 0.15482073f];
        Assert.All(expected.Zip(layer.weight.data<float>().ToArray()), p => Assert.Equal(p.First, p.Second, 1e-7));
        Assert.Equal(-0.011439145f, layer.bias!.data<float>()[0], 1e-7);
        Assert.Equal(0.45777494f, layer.bias!.data<float>()[1], 1e-7);
    }

    [Fact]
    public void ALayerOfGivenParametersUsesThem()
    {
        var weight = new Parameter(tensor(new float[] { 1, 2, 3, 4 }, 2, 2));
        using Linear layer = Linear(weight);
        Assert.Same(weight, layer.weight);
        Assert.Null(layer.bias);
        Assert.Equal([5f, 11f], layer.call(tensor(new float[] { 1, 2 })).data<float>().ToArray());
    }

    [Fact]
    public void DoublePrecisionIsKept()
    {
        using Linear layer = Linear(3, 2, dtype: float64);
        Assert.Equal(ScalarType.Float64, layer.call(ones(1, 3, dtype: float64)).dtype);
    }
}
