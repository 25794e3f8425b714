using TorchSharp.Kernels;

namespace TorchSharp.Managed.Tests.Kernels;

/// <summary>Convolutions and their gradients against the plain definition in double precision, on every path.</summary>
public sealed unsafe class ConvKernelTests
{
    /// <summary>Images, in, out, height, width, kernel height and width, stride, padding, dilation, groups.</summary>
    public static TheoryData<int[]> Shapes => new(
        [1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1],
        [3, 1, 6, 28, 28, 5, 5, 1, 2, 1, 1],
        [2, 6, 16, 14, 14, 5, 5, 1, 0, 1, 1],
        [5, 16, 16, 32, 32, 3, 3, 1, 1, 1, 1],
        [3, 16, 32, 32, 32, 3, 3, 2, 1, 1, 1],
        [2, 32, 64, 16, 16, 1, 1, 2, 0, 1, 1],
        [9, 13, 25, 8, 8, 3, 3, 1, 1, 1, 1],
        [2, 3, 5, 11, 17, 3, 2, 2, 1, 2, 1],
        [2, 4, 6, 9, 9, 3, 3, 3, 0, 1, 2],
        [2, 8, 8, 10, 10, 3, 3, 1, 1, 1, 8],
        [2, 8, 16, 7, 7, 3, 3, 2, 1, 1, 8],
        [4, 3, 4, 1, 50, 1, 7, 1, 3, 1, 1],
        [1, 2, 3, 5, 5, 1, 1, 1, 2, 1, 1],
        [2, 3, 4, 7, 9, 1, 1, 3, 0, 1, 1],
        [2, 5, 37, 6, 7, 2, 2, 2, 3, 1, 1],
        [1, 3, 49, 5, 13, 3, 3, 2, 2, 2, 1],
        [2, 4, 20, 2, 31, 3, 3, 4, 1, 1, 2]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_and_gradients(int[] sizes)
    {
        ConvShape shape = Shape(sizes);
        foreach (SimdLevel level in Enum.GetValues<SimdLevel>())
        {
            Check(level, shape);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Double_precision(int[] sizes)
    {
        ConvShape shape = Shape(sizes);
        (int x, int w, int y) = Counts(shape);
        double[] input = Numbers(x, 1), weights = Numbers(w, 2), bias = Numbers((int)shape.OutChannels, 3), gradient = Numbers(y, 4);
        double[] output = new double[y], toInput = new double[x], toWeights = new double[w];
        fixed (double* pi = input, pw = weights, pb = bias, pg = gradient, po = output, px = toInput, pt = toWeights)
        {
            ConvKernel.Forward(shape, pi, pw, pb, po);
            ConvKernel.BackwardInput(shape, pg, pw, px);
            ConvKernel.BackwardWeight(shape, pi, pg, pt);
        }

        Reference expected = Define(shape, input, weights, bias, gradient);
        Compare(expected.Output, output, 1e-12);
        Compare(expected.ToInput, toInput, 1e-12);
        Compare(expected.ToWeights, toWeights, 1e-11);
    }

    private static void Check(SimdLevel level, ConvShape shape)
    {
        (int x, int w, int y) = Counts(shape);
        float[] input = Narrow(Numbers(x, 1)), weights = Narrow(Numbers(w, 2)), bias = Narrow(Numbers((int)shape.OutChannels, 3)), gradient = Narrow(Numbers(y, 4));
        float[] output = new float[y], without = new float[y], toInput = new float[x], toWeights = new float[w];
        fixed (float* pi = input, pw = weights, pb = bias, pg = gradient, po = output, pn = without, px = toInput, pt = toWeights)
        {
            ConvKernel.Forward(level, shape, pi, pw, pb, po);
            ConvKernel.Forward(level, shape, pi, pw, null, pn);
            ConvKernel.BackwardInput(level, shape, pg, pw, px);
            ConvKernel.BackwardWeight(level, shape, pi, pg, pt);
        }

        Reference expected = Define(shape, Wide(input), Wide(weights), Wide(bias), Wide(gradient));
        Compare(expected.Output, Wide(output), 2e-5);
        Compare(Define(shape, Wide(input), Wide(weights), new double[bias.Length], Wide(gradient)).Output, Wide(without), 2e-5);
        Compare(expected.ToInput, Wide(toInput), 2e-5);
        Compare(expected.ToWeights, Wide(toWeights), 3e-4);
    }

    /// <summary>Every product that a convolution sums, once: into the output, the input's gradient and the weights'.</summary>
    private static Reference Define(ConvShape s, double[] input, double[] weights, double[] bias, double[] gradient)
    {
        Reference result = new(new double[gradient.Length], new double[input.Length], new double[weights.Length]);
        int at = 0;
        for (int n = 0; n < s.Images; n++)
        {
            for (int o = 0; o < s.OutChannels; o++)
            {
                for (int oy = 0; oy < s.OutHeight; oy++)
                {
                    for (int ox = 0; ox < s.OutWidth; ox++)
                    {
                        result.Output[at] = bias[o];
                        for (int c = 0; c < s.GroupIn; c++)
                        {
                            for (int ky = 0; ky < s.KernelHeight; ky++)
                            {
                                for (int kx = 0; kx < s.KernelWidth; kx++)
                                {
                                    long y = (oy * s.StrideHeight) - s.PadHeight + (ky * s.DilationHeight);
                                    long x = (ox * s.StrideWidth) - s.PadWidth + (kx * s.DilationWidth);
                                    if (y < 0 || y >= s.Height || x < 0 || x >= s.Width)
                                    {
                                        continue;
                                    }

                                    long channel = (o / s.GroupOut * s.GroupIn) + c;
                                    long from = ((((n * s.InChannels) + channel) * s.Height) + y) * s.Width + x;
                                    long weight = ((((o * s.GroupIn) + c) * s.KernelHeight) + ky) * s.KernelWidth + kx;
                                    result.Output[at] += input[from] * weights[weight];
                                    result.ToInput[from] += gradient[at] * weights[weight];
                                    result.ToWeights[weight] += gradient[at] * input[from];
                                }
                            }
                        }

                        at++;
                    }
                }
            }
        }

        return result;
    }

    private static ConvShape Shape(int[] sizes) => new()
    {
        Images = sizes[0],
        InChannels = sizes[1],
        OutChannels = sizes[2],
        Height = sizes[3],
        Width = sizes[4],
        KernelHeight = sizes[5],
        KernelWidth = sizes[6],
        StrideHeight = sizes[5] == 1 && sizes[3] == 1 ? 1 : sizes[7],
        StrideWidth = sizes[7],
        PadHeight = sizes[3] == 1 ? 0 : sizes[8],
        PadWidth = sizes[8],
        DilationHeight = sizes[9],
        DilationWidth = sizes[9],
        Groups = sizes[10],
    };

    private static (int X, int W, int Y) Counts(ConvShape s)
        => ((int)(s.Images * s.InChannels * s.Height * s.Width), (int)(s.OutChannels * s.KernelSize), (int)(s.Images * s.OutChannels * s.OutHeight * s.OutWidth));

    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1).ToArray();
    }

    private static float[] Narrow(double[] values) => Array.ConvertAll(values, value => (float)value);

    private static double[] Wide(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static void Compare(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i]))))
            {
                Assert.Fail($"at {i}: {actual[i]} for {expected[i]}");
            }
        }
    }

    private sealed record Reference(double[] Output, double[] ToInput, double[] ToWeights);
}
