using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Poolings against loops over their windows.</summary>
public class PoolingTests
{
    public static TheoryData<int, int, int, int, int, int, int, bool> MaxShapes => new()
    {
        // height, width, kernel height and width, stride, padding, dilation, ceil
        { 6, 8, 2, 2, 2, 0, 1, false },
        { 7, 5, 3, 2, 2, 1, 1, false },
        { 7, 5, 3, 2, 2, 1, 1, true },
        { 9, 10, 3, 3, 1, 1, 2, false },
        { 5, 5, 2, 2, 3, 1, 1, true },
        { 4, 4, 4, 4, 4, 2, 1, true },
        { 1, 9, 1, 3, 2, 0, 2, true },
    };

    public static TheoryData<int, int, int, int, int, int, bool, bool, int> AverageShapes => new()
    {
        // height, width, kernel height and width, stride, padding, ceil, count padding, divisor (0: none)
        { 6, 8, 2, 2, 2, 0, false, true, 0 },
        { 7, 5, 3, 2, 2, 1, false, true, 0 },
        { 7, 5, 3, 2, 2, 1, true, true, 0 },
        { 7, 5, 3, 2, 2, 1, true, false, 0 },
        { 9, 7, 3, 3, 1, 1, false, false, 0 },
        { 8, 8, 3, 3, 2, 0, true, true, 5 },
        { 5, 5, 2, 2, 3, 1, true, true, 0 },
    };

    [Theory]
    [MemberData(nameof(MaxShapes))]
    public void TheLargestNumberOfEachWindow(int height, int width, int kernelHeight, int kernelWidth, int stride, int padding, int dilation, bool ceil)
    {
        random.manual_seed(height);
        using Tensor x = randn(2, 3, height, width, dtype: float64);
        (Tensor values, Tensor places) = functional.max_pool2d_with_indices(x, [kernelHeight, kernelWidth], [stride], [padding, Math.Min(padding, kernelWidth / 2)], [dilation], ceil);
        double[] plane = x.data<double>().ToArray();
        double[] actual = values.data<double>().ToArray();
        long[] at = places.data<long>().ToArray();
        int outHeight = Places(height, kernelHeight, stride, padding, dilation, ceil), outWidth = Places(width, kernelWidth, stride, Math.Min(padding, kernelWidth / 2), dilation, ceil);
        Assert.Equal([2L, 3, outHeight, outWidth], values.shape);
        int index = 0;
        for (int p = 0; p < 6; p++)
        {
            for (int oy = 0; oy < outHeight; oy++)
            {
                for (int ox = 0; ox < outWidth; ox++, index++)
                {
                    double largest = double.NegativeInfinity;
                    foreach ((int y, int l) in Window(oy, kernelHeight, stride, padding, dilation, height))
                    {
                        foreach ((int c, int m) in Window(ox, kernelWidth, stride, Math.Min(padding, kernelWidth / 2), dilation, width))
                        {
                            largest = Math.Max(largest, plane[(p * height * width) + (y * width) + c]);
                        }
                    }

                    Assert.Equal(largest, actual[index]);
                    Assert.Equal(largest, plane[(p * height * width) + at[index]]);
                }
            }
        }

        GradientCheck.Run(t => functional.max_pool2d(t[0], [kernelHeight, kernelWidth], [stride], [padding, Math.Min(padding, kernelWidth / 2)], [dilation], ceil), randn(1, 2, height, width, dtype: float64));
    }

    [Theory]
    [MemberData(nameof(AverageShapes))]
    public void TheMeanOfEachWindow(int height, int width, int kernelHeight, int kernelWidth, int stride, int padding, bool ceil, bool countPadding, int divisor)
    {
        random.manual_seed(width);
        using Tensor x = randn(2, 3, height, width, dtype: float64);
        using Tensor values = functional.avg_pool2d(x, [kernelHeight, kernelWidth], [stride], [padding], ceil, countPadding, divisor == 0 ? null : divisor);
        double[] plane = x.data<double>().ToArray();
        double[] actual = values.data<double>().ToArray();
        int outHeight = Places(height, kernelHeight, stride, padding, 1, ceil), outWidth = Places(width, kernelWidth, stride, padding, 1, ceil);
        Assert.Equal([2L, 3, outHeight, outWidth], values.shape);
        int index = 0;
        for (int p = 0; p < 6; p++)
        {
            for (int oy = 0; oy < outHeight; oy++)
            {
                for (int ox = 0; ox < outWidth; ox++, index++)
                {
                    double sum = 0;
                    int count = 0;
                    foreach ((int y, _) in Window(oy, kernelHeight, stride, padding, 1, height))
                    {
                        foreach ((int c, _) in Window(ox, kernelWidth, stride, padding, 1, width))
                        {
                            sum += plane[(p * height * width) + (y * width) + c];
                            count++;
                        }
                    }

                    // The padding counts as far as it goes; what a rounded-up window sees beyond it does not.
                    int padded = Extent(oy, kernelHeight, stride, padding, height) * Extent(ox, kernelWidth, stride, padding, width);
                    Assert.Equal(sum / (divisor != 0 ? divisor : countPadding ? padded : count), actual[index], 1e-12);
                }
            }
        }

        GradientCheck.Run(t => functional.avg_pool2d(t[0], [kernelHeight, kernelWidth], [stride], [padding], ceil, countPadding, divisor == 0 ? null : divisor), randn(1, 2, height, width, dtype: float64));
    }

    [Theory]
    [InlineData(7, 5, 3, 2)]
    [InlineData(4, 4, 4, 4)]
    [InlineData(3, 5, 6, 7)]
    [InlineData(8, 9, 1, 1)]
    public void AdaptiveWindowsCoverTheInput(int height, int width, int outHeight, int outWidth)
    {
        random.manual_seed(height);
        using Tensor x = randn(2, 3, height, width, dtype: float64);
        Tensor mean = functional.adaptive_avg_pool2d(x, [outHeight, outWidth]);
        Tensor largest = functional.adaptive_max_pool2d(x, [outHeight, outWidth]);
        for (int oy = 0; oy < outHeight; oy++)
        {
            for (int ox = 0; ox < outWidth; ox++)
            {
                int y = oy * height / outHeight, bottom = (((oy + 1) * height) + outHeight - 1) / outHeight;
                int c = ox * width / outWidth, right = (((ox + 1) * width) + outWidth - 1) / outWidth;
                Tensor window = x.narrow(2, y, bottom - y).narrow(3, c, right - c);
                Assert.True(window.mean([2, 3]).allclose(mean.select(2, oy).select(2, ox)));
                Assert.True(window.amax(2, 3).allclose(largest.select(2, oy).select(2, ox)));
            }
        }

        GradientCheck.Run(t => functional.adaptive_avg_pool2d(t[0], (outHeight, outWidth)), randn(1, 2, height, width, dtype: float64));
        GradientCheck.Run(t => functional.adaptive_max_pool2d(t[0], [outHeight, outWidth]), randn(1, 2, height, width, dtype: float64));
    }

    [Fact]
    public void SequencesAreImagesOfHeightOne()
    {
        random.manual_seed(1);
        using Tensor x = randn(2, 3, 11, dtype: float64);
        using Tensor image = x.unsqueeze(2);
        Assert.True(functional.max_pool1d(x, 3, 2, 1, 2, true).allclose(functional.max_pool2d(image, [1, 3], [1, 2], [0, 1], [1, 2], true).squeeze(2)));
        Assert.True(functional.avg_pool1d(x, 3, 2, 1, true, false).allclose(functional.avg_pool2d(image, [1, 3], [1, 2], [0, 1], true, false).squeeze(2)));
        Assert.True(functional.adaptive_avg_pool1d(x, 4).allclose(functional.adaptive_avg_pool2d(image, [1, 4]).squeeze(2)));
        GradientCheck.Run(static t => functional.max_pool1d(t[0], 3), randn(2, 2, 9, dtype: float64));
        GradientCheck.Run(static t => functional.avg_pool1d(t[0], 2, 1), randn(2, 9, dtype: float64));
    }

    [Fact]
    public void LayersPassTheirSettingsOn()
    {
        random.manual_seed(2);
        using Tensor x = randn(2, 3, 9, 10);
        Tensor expected = functional.max_pool2d(x, [3, 2], [2, 1], [1, 0], [1, 2], true);
        Assert.True(MaxPool2d([3, 2], [2, 1], [1, 0], [1, 2], true).call(x).allclose(expected));
        Assert.True(MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2), true).call(x).allclose(expected));
        Assert.True(MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2), true).forward_with_indices(x).Values.allclose(expected));
        Assert.Equal([2L, 3, 4, 5], MaxPool2d(2).call(x).shape);
        Assert.Equal([2L, 2], MaxPool2d(2).stride);
        Assert.Equal([2L, 3, 4, 5], AvgPool2d(2).call(x).shape);
        Assert.True(AvgPool2d((2, 3), (1, 2), (1, 1), divisor_override: 3).call(x).allclose(functional.avg_pool2d(x, (2, 3), (1, 2), (1, 1), divisor_override: 3)));
        Assert.Equal([2L, 3, 1, 1], AdaptiveAvgPool2d(1).call(x).shape);
        Assert.Equal([2L, 3, 4, 2], AdaptiveAvgPool2d((4, 2)).call(x).shape);
        Assert.Equal([3L, 4, 2], AdaptiveMaxPool2d([4, 2]).call(x.select(0, 0)).shape);
        Assert.Equal([2L, 3, 5], MaxPool1d(2).call(x.select(2, 0)).shape);
        Assert.Equal([2L, 3, 9], AvgPool1d(2, 1).call(x.select(2, 0)).shape);
        Assert.Equal([2L, 3, 4], AdaptiveAvgPool1d(4).call(x.select(2, 0)).shape);
    }

    [Theory]
    [InlineData(2, 2, 0, false)]
    [InlineData(3, 2, 1, true)]
    [InlineData(3, 1, 1, false)]
    [InlineData(2, 3, 0, false)]
    public void OfEqualNumbersTheFirstAndOfNotANumbersTheLast(int kernel, int stride, int padding, bool ceil)
    {
        const int Height = 7, Width = 150;
        Random source = new(kernel + stride);
        float[] plane = [.. Enumerable.Range(0, Height * Width).Select(_ => source.Next(40) == 0 ? float.NaN : source.Next(-3, 3))];
        using Tensor x = tensor(plane).reshape(1, 1, Height, Width);
        (Tensor values, Tensor places) = functional.max_pool2d_with_indices(x, [kernel, kernel], [stride], [padding], [1], ceil);
        float[] actual = values.data<float>().ToArray();
        long[] at = places.data<long>().ToArray();
        int index = 0;
        for (int oy = 0; oy < Places(Height, kernel, stride, padding, 1, ceil); oy++)
        {
            for (int ox = 0; ox < Places(Width, kernel, stride, padding, 1, ceil); ox++, index++)
            {
                int best = -1;
                foreach ((int y, int l) in Window(oy, kernel, stride, padding, 1, Height))
                {
                    foreach ((int c, int m) in Window(ox, kernel, stride, padding, 1, Width))
                    {
                        int place = (y * Width) + c;
                        best = best < 0 || plane[place] > plane[best] || float.IsNaN(plane[place]) ? place : best;
                    }
                }

                Assert.Equal(best, at[index]);
                Assert.Equal(plane[best], actual[index]);
            }
        }

        Assert.Equal(index, actual.Length);
    }

    [Fact]
    public void NotANumberIsTheLargest()
    {
        using Tensor x = tensor(new float[] { 1, float.NaN, 3, 4 }).reshape(1, 1, 2, 2);
        Assert.True(float.IsNaN(functional.max_pool2d(x, 2L).item<float>()));
    }

    [Fact]
    public void WrongSizesAreNamed()
    {
        Assert.Throws<ExternalException>(() => functional.max_pool2d(ones(1, 1, 2, 2), 3L));
        Assert.Throws<ExternalException>(() => functional.max_pool2d(ones(1, 1, 4, 4), 2L, padding: 2));
        Assert.Throws<ExternalException>(() => functional.max_pool2d(ones(4, 4), 2L));
        Assert.Throws<ExternalException>(() => functional.avg_pool2d(ones(1, 1, 4, 4), 2L, divisor_override: 0));
        Assert.Throws<ExternalException>(() => functional.avg_pool2d(ones(1, 1, 4, 4, dtype: int64), 2L));
        Assert.Throws<ExternalException>(() => functional.adaptive_avg_pool2d(ones(1, 1, 0, 4), 2L));
    }

    private static int Places(int size, int kernel, int stride, int padding, int dilation, bool ceil)
    {
        double exact = ((size + (2.0 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;
        int count = (int)(ceil ? Math.Ceiling(exact) : Math.Floor(exact));
        return ceil && (count - 1) * stride >= size + padding ? count - 1 : count;
    }

    private static IEnumerable<(int Place, int Element)> Window(int window, int kernel, int stride, int padding, int dilation, int size)
    {
        for (int k = 0; k < kernel; k++)
        {
            int place = (window * stride) - padding + (k * dilation);
            if (place >= 0 && place < size)
            {
                yield return (place, k);
            }
        }
    }

    private static int Extent(int window, int kernel, int stride, int padding, int size)
    {
        int start = (window * stride) - padding;
        return Math.Min(start + kernel, size + padding) - start;
    }
}
