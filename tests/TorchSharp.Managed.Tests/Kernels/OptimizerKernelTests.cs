using TorchSharp.Kernels;

namespace TorchSharp.Managed.Tests.Kernels;

/// <summary>Fifty optimizer steps against the published update rules, written out plainly in double precision.</summary>
public sealed unsafe class OptimizerKernelTests
{
    private const int Count = 101;
    private const int Steps = 50;

    [Theory]
    [InlineData(0, false, false, false)]
    [InlineData(0.01, false, false, false)]
    [InlineData(0.01, true, false, false)]
    [InlineData(0.01, true, true, true)]
    [InlineData(0, false, true, false)]
    public void Adam(double weightDecay, bool decoupled, bool amsgrad, bool maximize)
    {
        const double Rate = 1e-2, Beta1 = 0.9, Beta2 = 0.99, Epsilon = 1e-8;
        float[] w = Start(), m = new float[Count], v = new float[Count], top = new float[Count];
        double[] w2 = Wide(w), m2 = new double[Count], v2 = new double[Count], top2 = new double[Count];
        double[] wd = Wide(w), md = new double[Count], vd = new double[Count], topd = new double[Count];
        for (int step = 1; step <= Steps; step++)
        {
            float[] g = Gradient(w, step);
            double[] gd = Wide(g);
            fixed (float* pw = w, pg = g, pm = m, pv = v, pt = top)
            {
                AdamKernel.Step(Count, pw, pg, pm, pv, amsgrad ? pt : null, step, Rate, Beta1, Beta2, Epsilon, weightDecay, decoupled, maximize);
            }

            fixed (double* pw = wd, pg = gd, pm = md, pv = vd, pt = topd)
            {
                AdamKernel.Step(Count, pw, pg, pm, pv, amsgrad ? pt : null, step, Rate, Beta1, Beta2, Epsilon, weightDecay, decoupled, maximize);
            }

            for (int i = 0; i < Count; i++)
            {
                double slope = maximize ? -gd[i] : gd[i];
                if (decoupled)
                {
                    w2[i] -= Rate * weightDecay * w2[i];
                }
                else
                {
                    slope += weightDecay * w2[i];
                }

                m2[i] = (Beta1 * m2[i]) + ((1 - Beta1) * slope);
                v2[i] = (Beta2 * v2[i]) + ((1 - Beta2) * slope * slope);
                top2[i] = Math.Max(top2[i], v2[i]);
                double corrected = (amsgrad ? top2[i] : v2[i]) / (1 - Math.Pow(Beta2, step));
                w2[i] -= Rate * m2[i] / (1 - Math.Pow(Beta1, step)) / (Math.Sqrt(corrected) + Epsilon);
            }
        }

        Compare(w2, Wide(w), 2e-6);
        Compare(w2, wd, 1e-13);
    }

    [Theory]
    [InlineData(0, 0, 0, false, false)]
    [InlineData(0.9, 0, 0.01, false, false)]
    [InlineData(0.9, 0.2, 0.01, false, true)]
    [InlineData(0.9, 0, 0.01, true, false)]
    public void Sgd(double momentum, double dampening, double weightDecay, bool nesterov, bool maximize)
    {
        const double Rate = 5e-3;
        float[] w = Start(), buffer = new float[Count];
        double[] w2 = Wide(w), buffer2 = new double[Count];
        for (int step = 1; step <= Steps; step++)
        {
            float[] g = Gradient(w, step);
            fixed (float* pw = w, pg = g, pb = buffer)
            {
                SgdKernel.Step(Count, pw, pg, momentum == 0 ? null : pb, step == 1, Rate, momentum, dampening, weightDecay, nesterov, maximize);
            }

            for (int i = 0; i < Count; i++)
            {
                double slope = g[i] + (weightDecay * w2[i]);
                if (momentum != 0)
                {
                    buffer2[i] = step == 1 ? slope : (momentum * buffer2[i]) + ((1 - dampening) * slope);
                    slope = nesterov ? slope + (momentum * buffer2[i]) : buffer2[i];
                }

                w2[i] += maximize ? Rate * slope : -Rate * slope;
            }
        }

        Compare(w2, Wide(w), 2e-6);
    }

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(0.01, 0.9, false, true)]
    [InlineData(0.01, 0.9, true, false)]
    public void RmsProp(double weightDecay, double momentum, bool centered, bool maximize)
    {
        const double Rate = 1e-3, Alpha = 0.95, Epsilon = 1e-3;
        float[] w = Start(), square = new float[Count], buffer = new float[Count], average = new float[Count];
        double[] w2 = Wide(w), square2 = new double[Count], buffer2 = new double[Count], average2 = new double[Count];
        for (int step = 1; step <= Steps; step++)
        {
            float[] g = Gradient(w, step);
            fixed (float* pw = w, pg = g, ps = square, pb = buffer, pa = average)
            {
                RmsPropKernel.Step(Count, pw, pg, ps, momentum == 0 ? null : pb, centered ? pa : null, Rate, Alpha, Epsilon, weightDecay, momentum, maximize);
            }

            for (int i = 0; i < Count; i++)
            {
                double slope = (maximize ? -g[i] : g[i]) + (weightDecay * w2[i]);
                square2[i] = (Alpha * square2[i]) + ((1 - Alpha) * slope * slope);
                average2[i] = (Alpha * average2[i]) + ((1 - Alpha) * slope);
                double move = slope / (Math.Sqrt(square2[i] - (centered ? average2[i] * average2[i] : 0)) + Epsilon);
                buffer2[i] = (momentum * buffer2[i]) + move;
                w2[i] -= Rate * buffer2[i];
            }
        }

        Compare(w2, Wide(w), 5e-6);
    }

    private static float[] Start() => Enumerable.Range(0, Count).Select(i => MathF.Sin(i)).ToArray();

    private static float[] Gradient(float[] w, int step) => w.Select((x, i) => (x * 0.5f) + MathF.Cos((i * 3) + step)).ToArray();

    private static double[] Wide(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static void Compare(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"at {i}: {actual[i]} for {expected[i]}");
        }
    }
}
