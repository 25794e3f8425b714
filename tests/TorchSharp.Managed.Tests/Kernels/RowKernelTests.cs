using TorchSharp.Kernels;

namespace TorchSharp.Managed.Tests.Kernels;

/// <summary>Softmax, losses, sums and element-wise kernels against their plain definitions in double precision.</summary>
public sealed unsafe class RowKernelTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 3, 10 }, { 512, 10 }, { 7, 17 }, { 5, 1000 }, { 300, 131 }, { 2, 5000 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Softmax_and_its_gradient(int rows, int columns)
    {
        float[] x = Numbers(rows * columns, 1, 30), gradient = Numbers(rows * columns, 2, 1);
        foreach (bool log in (bool[])[false, true])
        {
            float[] y = new float[x.Length], result = new float[x.Length];
            fixed (float* px = x, py = y, pg = gradient, pr = result)
            {
                SoftmaxKernel.Forward(log, rows, columns, px, py);
                SoftmaxKernel.Backward(log, rows, columns, py, pg, pr);
            }

            for (int row = 0; row < rows; row++)
            {
                int at = row * columns;
                double[] p = Probabilities(x, at, columns);
                double inner = 0, sum = 0;
                for (int c = 0; c < columns; c++)
                {
                    inner += p[c] * gradient[at + c];
                    sum += gradient[at + c];
                }

                for (int c = 0; c < columns; c++)
                {
                    Close(log ? Math.Log(p[c]) : p[c], y[at + c], log ? 1e-5 : 1e-6);
                    Close(log ? gradient[at + c] - (p[c] * sum) : p[c] * (gradient[at + c] - inner), result[at + c], 2e-5);
                }
            }
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 0.1)]
    [InlineData(true, 0.3)]
    public void Cross_entropy_and_its_gradient(bool weighted, double smoothing)
    {
        const int Rows = 261, Columns = 10, Ignored = -100;
        double[] x = Array.ConvertAll(Numbers(Rows * Columns, 3, 5), value => (double)value);
        double[] weights = Enumerable.Range(1, Columns).Select(c => weighted ? c / 4.0 : 1).ToArray();
        long[] targets = Enumerable.Range(0, Rows).Select(row => row % 7 == 3 ? Ignored : (long)(row * 3 % Columns)).ToArray();
        double[] upstream = Array.ConvertAll(Numbers(Rows, 4, 1), value => (double)value);
        double[] probabilities = new double[x.Length], losses = new double[Rows], result = new double[x.Length];
        double total;
        fixed (double* px = x, pw = weights, pp = probabilities, pl = losses, pr = result, pu = upstream)
        {
            fixed (long* pt = targets)
            {
                total = CrossEntropyKernel.Forward(Rows, Columns, px, pt, weighted ? pw : null, Ignored, smoothing, pp, pl);
                CrossEntropyKernel.Backward(Rows, Columns, pp, pt, weighted ? pw : null, Ignored, smoothing, pu, 1, 0.5, pr);
            }
        }

        Close(targets.Where(t => t != Ignored).Sum(t => weights[t]), total, 1e-12);
        for (int row = 0; row < Rows; row++)
        {
            Close(Loss(x, row), losses[row], 1e-12);
            for (int c = 0; c < Columns; c++)
            {
                // Central differences: the definition of the gradient itself.
                double[] up = (double[])x.Clone(), down = (double[])x.Clone();
                up[(row * Columns) + c] += 1e-5;
                down[(row * Columns) + c] -= 1e-5;
                Close(0.5 * upstream[row] * (Loss(up, row) - Loss(down, row)) / 2e-5, result[(row * Columns) + c], 1e-8);
            }
        }

        double Loss(double[] logits, int row)
        {
            if (targets[row] == Ignored)
            {
                return 0;
            }

            double[] p = Probabilities(Array.ConvertAll(logits, value => value), row * Columns, Columns);
            double spread = 0;
            for (int c = 0; c < Columns; c++)
            {
                spread -= weights[c] * Math.Log(p[c]);
            }

            return ((1 - smoothing) * -weights[targets[row]] * Math.Log(p[targets[row]])) + (smoothing / Columns * spread);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sums_and_bias(int rows, int columns)
    {
        float[] x = Numbers(rows * columns, 5, 1), bias = Numbers(columns, 6, 1);
        float[] sums = Numbers(columns, 7, 1), before = (float[])sums.Clone(), rowSums = new float[rows], y = new float[x.Length];
        fixed (float* px = x, pb = bias, ps = sums, pr = rowSums, py = y)
        {
            RowKernel.AddBias(rows, columns, px, pb, py);
            RowKernel.ColumnSums(rows, columns, px, columns, true, ps);
            RowKernel.RowSums(rows, columns, px, columns, false, pr);
        }

        for (int index = 0; index < x.Length; index++)
        {
            Assert.Equal(x[index] + bias[index % columns], y[index]);
        }

        for (int c = 0; c < columns; c++)
        {
            Close(before[c] + Enumerable.Range(0, rows).Sum(r => (double)x[(r * columns) + c]), sums[c], 1e-5);
        }

        for (int r = 0; r < rows; r++)
        {
            Close(Enumerable.Range(0, columns).Sum(c => (double)x[(r * columns) + c]), rowSums[r], 1e-4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(100_001)]
    public void Functions_of_one_variable(int count)
    {
        float[] x = Numbers(count, 8, 4);
        (UnaryOp Op, Func<double, double> Function)[] table =
        [
            (UnaryOp.Relu, v => Math.Max(v, 0)),
            (UnaryOp.Exp, Math.Exp),
            (UnaryOp.Log, v => Math.Log(v)),
            (UnaryOp.Tanh, Math.Tanh),
            (UnaryOp.Sigmoid, v => 1 / (1 + Math.Exp(-v))),
        ];
        foreach ((UnaryOp op, Func<double, double> function) in table)
        {
            float[] y = new float[count];
            fixed (float* px = x, py = y)
            {
                ElementKernel.Apply(op, count, px, py);
            }

            for (int index = 0; index < count; index++)
            {
                double expected = function(x[index]);
                if (double.IsNaN(expected))
                {
                    Assert.True(float.IsNaN(y[index]));
                    continue;
                }

                Close(expected, y[index], 3e-6 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    [Fact]
    public void Rectifier_keeps_NaN_and_passes_no_gradient_at_zero()
    {
        float[] x = [float.NaN, -1, 0, -0f, 2, float.PositiveInfinity, -3, 4, float.NaN], y = new float[9], gradient = [1, 2, 3, 4, 5, 6, 7, 8, 9], result = new float[9];
        fixed (float* px = x, py = y, pg = gradient, pr = result)
        {
            ElementKernel.Apply(UnaryOp.Relu, 9, px, py);
            ElementKernel.ReluBackward(9, px, pg, pr);
        }

        Assert.Equal([float.NaN, 0, 0, 0, 2, float.PositiveInfinity, 0, 4, float.NaN], y);
        Assert.Equal([1f, 0, 0, 0, 5, 6, 0, 8, 9], result);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 0.1124629160182848922)]
    [InlineData(0.5, 0.5204998778130465377)]
    [InlineData(1, 0.8427007929497148693)]
    [InlineData(2, 0.9953222650189527342)]
    [InlineData(3.5, 0.9999992569016276586)]
    [InlineData(-1, -0.8427007929497148693)]
    [InlineData(9, 1)]
    public void Error_function(double x, double expected) => Close(expected, ErrorFunction.Erf(x), 2e-15);

    private static double[] Probabilities<T>(T[] x, int at, int columns)
        where T : System.Numerics.INumber<T>
    {
        double[] row = x.Skip(at).Take(columns).Select(double.CreateTruncating).ToArray();
        double largest = row.Max(), sum = row.Sum(value => Math.Exp(value - largest));
        return Array.ConvertAll(row, value => Math.Exp(value - largest) / sum);
    }

    private static void Close(double expected, double actual, double tolerance)
    {
        if (!(Math.Abs(expected - actual) <= tolerance))
        {
            Assert.Fail($"expected {expected}, got {actual}");
        }
    }

    private static float[] Numbers(int count, int seed, float scale)
    {
        Random random = new(seed);
        return Enumerable.Range(0, count).Select(_ => scale * ((random.NextSingle() * 2) - 1)).ToArray();
    }
}
