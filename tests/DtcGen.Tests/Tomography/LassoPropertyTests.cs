using DtcGen.Replay;
using DtcGen.Tomography;
using FsCheck;
using FsCheck.Xunit;

namespace DtcGen.Tests.Tomography;

/// <summary>Whatever the data, there is no crash and no NaN, and the certificate holds or the status says why not.</summary>
public class LassoPropertyTests
{
    private static readonly double[] Lambdas = [0, 1e-12, 1e-6, 0.3, 1.5, 40, 1e4, 1e30];
    private static readonly double[] Scales = [1e-30, 1e-8, 1, 1e8, 1e30];
    private static readonly double[] Sparsities = [0, 0.3, 0.5, 0.9, 0.99];

    [Property(MaxTest = 300)]
    public void RaysOfAnyKind(uint seed, PositiveInt size, NonNegativeInt kind, NonNegativeInt choice)
    {
        var m = (size.Get % 70) + 1;
        var scale = Scales[choice.Get % Scales.Length];
        var instance = LassoInstance.OfRay(
            Ray((RayKind)(kind.Get % 6), m, scale, seed),
            Sparsities[choice.Get / 5 % Sparsities.Length],
            Lambdas[choice.Get / 25 % Lambdas.Length]);

        instance.Check(instance.Solve());
    }

    [Property(MaxTest = 300)]
    public void MatricesOfAnyKind(uint seed, PositiveInt rows, PositiveInt columns, NonNegativeInt kind, NonNegativeInt choice)
    {
        var (r, m) = ((rows.Get % 20) + 1, (columns.Get % 60) + 1);
        var random = new NumPyLegacyRandom(seed);
        var theta = new double[r, m];
        for (var j = 0; j < m; j++)
        {
            for (var i = 0; i < r; i++)
            {
                theta[i, j] = (MatrixKind)(kind.Get % 6) switch
                {
                    MatrixKind.Normal => random.NextGaussian(),
                    MatrixKind.EqualColumns => j % 2 == 1 ? theta[i, j - 1] : random.NextGaussian(),
                    MatrixKind.OppositeColumns => j % 2 == 1 ? -theta[i, j - 1] : random.NextGaussian(),
                    MatrixKind.Signs => random.NextUInt32() % 2 == 0 ? 1 : -1,
                    MatrixKind.EqualRows => i > 0 ? theta[0, j] : random.NextGaussian(),
                    _ => random.NextUInt32() % 3 == 0 ? 0 : random.NextUInt32() % 3,
                };
            }
        }

        var y = Ray((RayKind)(choice.Get % 6), r, 1, seed + 1);
        var instance = new LassoInstance(theta, y, Lambdas[choice.Get / 6 % Lambdas.Length]);

        instance.Check(instance.Solve());
    }

    [Property(MaxTest = 100)]
    public void OrdinaryRaysAreAlwaysSolved(uint seed, PositiveInt size, NonNegativeInt choice)
    {
        var m = (size.Get % 150) + 1;
        var instance = LassoInstance.OfRay(Ray(RayKind.Normal, m, 1, seed), Sparsities[choice.Get % Sparsities.Length], 0.3);

        var result = instance.Solve();

        Assert.Equal(LassoStatus.Solved, result.Certificate.Status);
        instance.Check(result);
    }

    private static double[] Ray(RayKind kind, int length, double scale, uint seed)
    {
        var random = new NumPyLegacyRandom(seed);
        var single = (int)(seed % (uint)length);
        return [.. Enumerable.Range(0, length).Select(i => scale * kind switch
        {
            RayKind.Zero => 0,
            RayKind.Constant => 1,
            RayKind.SingleNonZero => i == single ? 1 : 0,
            RayKind.Integers => random.NextUInt32() % 5 - 2.0,
            RayKind.MixedScales => random.NextGaussian() * Math.Pow(10, (random.NextUInt32() % 13) - 6.0),
            _ => random.NextGaussian(),
        })];
    }

    private enum RayKind
    {
        Normal,
        Zero,
        Constant,
        SingleNonZero,
        Integers,
        MixedScales,
    }

    private enum MatrixKind
    {
        Normal,
        EqualColumns,
        OppositeColumns,
        Signs,
        EqualRows,
        SmallIntegers,
    }
}
