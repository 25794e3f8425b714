using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Convolutions against the sum written out: every stride, padding, dilation and grouping.</summary>
public class ConvolutionTests
{
    /// <summary>Batch, groups, inputs and outputs per group, height, width, kernel height and width, stride, padding, dilation.</summary>
    public static TheoryData<int[]> Shapes =>
    [
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1],
        [2, 1, 3, 4, 7, 9, 3, 3, 1, 1, 1],
        [3, 1, 2, 5, 8, 5, 3, 2, 2, 1, 1],
        [1, 2, 3, 2, 11, 6, 2, 3, 1, 0, 2],
        [2, 4, 1, 1, 6, 7, 3, 3, 1, 1, 1],
        [2, 3, 1, 2, 9, 9, 3, 3, 2, 2, 2],
        [5, 1, 7, 3, 4, 4, 1, 1, 1, 0, 1],
        [2, 1, 4, 6, 5, 5, 1, 1, 2, 0, 1],
        [1, 1, 2, 3, 20, 33, 5, 5, 3, 2, 1],
        [2, 1, 2, 2, 3, 3, 5, 5, 1, 2, 1],
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryOutputIsItsSum(int[] shape)
    {
        (int batch, int groups, int inputs, int outputs, int height, int width, int kernelHeight, int kernelWidth, int stride, int padding, int dilation) = Sizes(shape);
        random.manual_seed(height);
        using Tensor x = randn(new long[] { batch, groups * inputs, height, width }, dtype: float64);
        using Tensor w = randn(new long[] { groups * outputs, inputs, kernelHeight, kernelWidth }, dtype: float64);
        using Tensor b = randn(groups * outputs, dtype: float64);
        Tensor full = functional.conv2d(x, w, b, [stride], [padding, padding], [dilation], groups);
        Tensor single = functional.conv2d(x.to(float32), w.to(float32), b.to(float32), [stride, stride], [padding], [dilation, dilation], groups).to(float64);
        Tensor expected = Naive(x, w, b, stride, padding, dilation, groups);
        Assert.Equal(expected.shape, full.shape);
        Assert.True(full.allclose(expected, 1e-12, 1e-12));
        Assert.True(single.allclose(expected, 1e-4, 1e-4));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void GradientsAgreeWithDifferences(int[] shape)
    {
        (int batch, int groups, int inputs, int outputs, int height, int width, int kernelHeight, int kernelWidth, int stride, int padding, int dilation) = Sizes(shape);
        if ((long)batch * groups * inputs * height * width > 400)
        {
            height = Math.Min(height, (dilation * (kernelHeight - 1)) + 3);
            width = Math.Min(width, (dilation * (kernelWidth - 1)) + 4);
        }

        random.manual_seed(width);
        GradientCheck.Run(
            t => functional.conv2d(t[0], t[1], t[2], [stride], [padding], [dilation], groups),
            randn(new long[] { batch, groups * inputs, height, width }, dtype: float64),
            randn(new long[] { groups * outputs, inputs, kernelHeight, kernelWidth }, dtype: float64),
            randn(groups * outputs, dtype: float64));
    }

    [Fact]
    public void SinglePrecisionGradientsAgreeWithDoublePrecision()
    {
        random.manual_seed(3);
        using Tensor x = randn(new long[] { 6, 8, 17, 19 }, dtype: float64, requires_grad: true);
        using Tensor w = randn(new long[] { 12, 4, 3, 3 }, dtype: float64, requires_grad: true);
        using Tensor x32 = x.detach().to(float32).requires_grad_();
        using Tensor w32 = w.detach().to(float32).requires_grad_();
        using Tensor weights = randn(new long[] { 6, 12, 9, 10 }, dtype: float64);
        (functional.conv2d(x, w, null, [2], [1], null, 2) * weights).sum().backward();
        (functional.conv2d(x32, w32, null, [2], [1], null, 2) * weights.to(float32)).sum().backward();
        Assert.True(x32.grad!.to(float64).allclose(x.grad!, 1e-4, 1e-4));
        Assert.True(w32.grad!.to(float64).allclose(w.grad!, 1e-4, 1e-3));
    }

    [Fact]
    public void SequencesAreImagesOfHeightOne()
    {
        random.manual_seed(4);
        using Tensor x = randn(2, 4, 15, dtype: float64);
        using Tensor w = randn(6, 2, 3, dtype: float64);
        using Tensor b = randn(6, dtype: float64);
        Tensor actual = functional.conv1d(x, w, b, 2, 3, 2, 2);
        Tensor expected = Naive(x.unsqueeze(2), w.unsqueeze(2), b, (1, 2), (0, 3), (1, 2), 2).squeeze(2);
        Assert.True(actual.allclose(expected));
        Assert.Equal(actual.shape[1..], functional.conv1d(x.select(0, 0), w, b, 2, 3, 2, 2).shape);
        GradientCheck.Run(static t => functional.conv1d(t[0], t[1], t[2], 2, 1, 1, 1), randn(2, 3, 8, dtype: float64), randn(2, 3, 3, dtype: float64), randn(2, dtype: float64));
    }

    [Fact]
    public void StridedInputsAreRead()
    {
        random.manual_seed(5);
        GradientCheck.Run(static t => functional.conv2d(t[0].permute(3, 2, 0, 1), t[1].transpose(2, 3)), randn(4, 5, 2, 2, dtype: float64), randn(3, 2, 2, 3, dtype: float64));
    }

    [Theory]
    [InlineData(PaddingModes.Zeros)]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Replicate)]
    [InlineData(PaddingModes.Circular)]
    public void LayersPadByTheirMode(PaddingModes mode)
    {
        random.manual_seed(6);
        using Conv2d layer = Conv2d(3, 4, (3, 2), (2, 1), (2, 1), (1, 2), mode);
        using Tensor x = randn(2, 3, 7, 8);
        using Tensor padded = functional.pad(x, (1, 1, 2, 2), mode == PaddingModes.Zeros ? PaddingModes.Constant : mode);
        using Tensor expected = functional.conv2d(padded, layer.weight, layer.bias, [2, 1], null, [1, 2]);
        Assert.True(layer.call(x).allclose(expected, 1e-5, 1e-6));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(2, 3)]
    [InlineData(5, 2)]
    public void SamePaddingKeepsTheSize(int kernel, int dilation)
    {
        using Conv2d images = Conv2d(2, 3, kernel, Padding.Same, dilation: dilation);
        using Conv1d sequences = Conv1d(2, 3, kernel, Padding.Same, dilation: dilation);
        Assert.Equal([1L, 3, 9, 10], images.call(randn(1, 2, 9, 10)).shape);
        Assert.Equal([1L, 3, 11], sequences.call(randn(1, 2, 11)).shape);
        int total = dilation * (kernel - 1);
        using Tensor x = randn(1, 2, 9, 10);
        Tensor padded = functional.pad(x, (total / 2, total - (total / 2), total / 2, total - (total / 2)));
        Assert.True(images.call(x).allclose(functional.conv2d(padded, images.weight, images.bias, null, null, [dilation]), 1e-5, 1e-6));
        Assert.Equal([1L, 3, 9 - total, 10 - total], Conv2d(2, 3, (kernel, kernel), Padding.Valid, dilation: (dilation, dilation)).call(x).shape);
    }

    [Fact]
    public void SettingsAreProperties()
    {
        using Conv2d layer = Conv2d(4, 6, 3, stride: 2, padding: 1, dilation: 1, groups: 2);
        Assert.Equal((4L, 6L, 2L), (layer.in_channels, layer.out_channels, layer.groups));
        Assert.Equal([3L, 3], layer.kernel_size);
        Assert.Equal([2L, 2], layer.stride);
        Assert.Equal([1L, 1], layer.padding!);
        Assert.Null(layer.padding_type);
        Assert.False(layer.transposed);
        Assert.Equal([6L, 2, 3, 3], layer.weight.shape);
        Assert.Equal(["weight", "bias"], layer.named_parameters().Select(p => p.name));
        Assert.Throws<ArgumentException>(() => layer.SetPadding(Padding.Same));
        layer.SetPadding([0, 2]);
        Assert.Equal([1L, 6, 2, 5], layer.call(ones(1, 4, 5, 7)).shape);
        Assert.Null(Conv2d(1, 1, 1, bias: false).bias);
        using Conv1d same = Conv1d(1, 1, 3, Padding.Same);
        Assert.Null(same.padding);
        Assert.Equal(Padding.Same, same.padding_type);
    }

    [Fact]
    public void TheFirstWeightsAreLibtorchs()
    {
        random.manual_seed(0);
        using Conv2d layer = Conv2d(1, 1, 2);
        float[] expected = [-0.00374341f, 0.2682218f, -0.41152257f, -0.3679695f, -0.19257718f];
        float[] actual = [.. layer.weight.data<float>().ToArray(), .. layer.bias!.data<float>().ToArray()];
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-7));
    }

    [Fact]
    public void ReplacedParametersAreUsed()
    {
        using Conv2d layer = Conv2d(2, 3, 1);
        layer.weight = new Parameter(ones(5, 2, 1, 1));
        layer.bias = null;
        Assert.Equal([1L, 5, 4, 4], layer.call(ones(1, 2, 4, 4)).shape);
        Assert.Equal(3, layer.out_channels);
    }

    [Fact]
    public void WrongSizesAreNamed()
    {
        using Conv2d layer = Conv2d(3, 4, 3);
        Assert.Throws<ArgumentException>(() => layer.call(ones(1, 2, 5, 5)));
        Assert.Throws<ArgumentException>(() => layer.call(ones(3, 5)));
        Assert.Throws<ExternalException>(() => layer.call(ones(1, 3, 2, 5)));
        Assert.Throws<ExternalException>(() => functional.conv2d(ones(1, 3, 5, 5), ones(4, 2, 3, 3)));
        Assert.Throws<ExternalException>(() => functional.conv2d(ones(1, 3, 5, 5), ones(4, 3, 3, 3), ones(3)));
        Assert.Throws<ExternalException>(() => functional.conv2d(ones(1, 3, 5, 5), ones(4, 3, 3, 3, dtype: float64)));
        Assert.Throws<ExternalException>(() => functional.conv2d(ones(1, 3, 5, 5), ones(4, 3, 3, 3), strides: [0]));
        Assert.Throws<ExternalException>(() => functional.conv1d(ones(3), ones(1, 3, 3)));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3, groups: 2));
    }

    [Fact]
    public void AnEmptyBatchGivesAnEmptyOutput()
    {
        using Conv2d layer = Conv2d(2, 3, 3);
        using Tensor y = layer.call(zeros(0, 2, 5, 5));
        Assert.Equal([0L, 3, 3, 3], y.shape);
        y.sum().backward();
        Assert.Equal(0, layer.weight.grad!.abs().sum().item<float>());
    }

    private static (int, int, int, int, int, int, int, int, int, int, int) Sizes(int[] s) => (s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10]);

    private static Tensor Naive(Tensor input, Tensor weight, Tensor bias, int stride, int padding, int dilation, int groups) =>
        Naive(input, weight, bias, (stride, stride), (padding, padding), (dilation, dilation), groups);

    private static Tensor Naive(Tensor input, Tensor weight, Tensor bias, (int Y, int X) stride, (int Y, int X) padding, (int Y, int X) dilation, int groups)
    {
        int batch = (int)input.shape[0], channels = (int)input.shape[1], height = (int)input.shape[2], width = (int)input.shape[3];
        int outputs = (int)weight.shape[0], inputs = (int)weight.shape[1], kh = (int)weight.shape[2], kw = (int)weight.shape[3];
        int outHeight = ((height + (2 * padding.Y) - (dilation.Y * (kh - 1)) - 1) / stride.Y) + 1;
        int outWidth = ((width + (2 * padding.X) - (dilation.X * (kw - 1)) - 1) / stride.X) + 1;
        double[] x = input.contiguous().data<double>().ToArray(), w = weight.contiguous().data<double>().ToArray(), b = bias.data<double>().ToArray();
        var y = new double[batch * outputs * outHeight * outWidth];
        int at = 0;
        for (int n = 0; n < batch; n++)
        {
            for (int o = 0; o < outputs; o++)
            {
                int first = o / (outputs / groups) * inputs;
                for (int oy = 0; oy < outHeight; oy++)
                {
                    for (int ox = 0; ox < outWidth; ox++, at++)
                    {
                        y[at] = b[o];
                        for (int i = 0; i < inputs * kh * kw; i++)
                        {
                            int c = i / (kh * kw), ky = i / kw % kh, kx = i % kw;
                            int iy = (oy * stride.Y) - padding.Y + (ky * dilation.Y), ix = (ox * stride.X) - padding.X + (kx * dilation.X);
                            if (iy >= 0 && iy < height && ix >= 0 && ix < width)
                            {
                                y[at] += w[(o * inputs * kh * kw) + i] * x[(((((n * channels) + first + c) * height) + iy) * width) + ix];
                            }
                        }
                    }
                }
            }
        }

        return tensor(y).reshape(batch, outputs, outHeight, outWidth);
    }
}
