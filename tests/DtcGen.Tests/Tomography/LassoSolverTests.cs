using DtcGen.Replay;
using DtcGen.Tomography;

namespace DtcGen.Tests.Tomography;

public class LassoSolverTests
{
    [Theory]
    [InlineData(512, 0.9)]
    [InlineData(300, 0.9)]
    [InlineData(128, 0.5)]
    [InlineData(64, 0.0)]
    [InlineData(25, 0.9)]
    [InlineData(9, 0.9)]
    [InlineData(2, 0.5)]
    [InlineData(1, 0.0)]
    public void RaysAreSolvedExactly(int neurons, double q)
    {
        var instance = LassoInstance.OfRay(Normals(neurons, 3), q, 0.3);

        var result = instance.Solve();

        Assert.Equal(LassoStatus.Solved, result.Certificate.Status);
        instance.Check(result);
        Assert.True(result.Certificate.NonZeros <= instance.Y.Length);
        Assert.True(LassoOracle.SubgradientViolation(instance.Theta, instance.Y, instance.Lambda, result.Solution) <= 1e-8);
    }

    /// <summary>
    /// Matrices so large that the solver looks at some columns only until the end of its path: of equal lengths, of
    /// lengths that mislead its choice, in equal pairs, and with so few rows that it starts from zero.
    /// </summary>
    [Theory]
    [InlineData(180, 1600, 0.0, false)]
    [InlineData(180, 1600, 1.0, false)]
    [InlineData(180, 1600, 0.0, true)]
    [InlineData(10, 30_000, 0.5, false)]
    public void LargeMatricesAreSolvedExactly(int rows, int columns, double spread, bool inPairs)
    {
        var random = new NumPyLegacyRandom(11);
        var theta = new double[rows, columns];
        for (var j = 0; j < columns; j++)
        {
            var length = Math.Exp(spread * random.NextGaussian());
            for (var i = 0; i < rows; i++)
            {
                theta[i, j] = inPairs && j % 2 == 1 ? theta[i, j - 1] : length * random.NextGaussian();
            }
        }

        var instance = new LassoInstance(theta, [.. Normals(rows, 12).Select(value => 40 * value)], 0.3);

        var result = instance.Solve();

        Assert.Equal(LassoStatus.Solved, result.Certificate.Status);
        instance.Check(result);
        Assert.True(LassoOracle.SubgradientViolation(theta, instance.Y, instance.Lambda, result.Solution) <= 1e-8);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-3)]
    [InlineData(1.0)]
    [InlineData(30.0)]
    [InlineData(300.0)]
    [InlineData(3000.0)]
    [InlineData(1e5)]
    public void EveryLambdaIsSolved(double lambda)
    {
        var instance = LassoInstance.OfRay(Normals(256, 4), 0.9, lambda);

        var result = instance.Solve();

        Assert.Equal(LassoStatus.Solved, result.Certificate.Status);
        instance.Check(result);
    }

    [Fact]
    public void TheOracleCanFail()
    {
        var instance = LassoInstance.OfRay(Normals(100, 5), 0.9, 0.3);
        var result = instance.Solve();
        var largest = Array.IndexOf(result.Solution, result.Solution.MaxBy(Math.Abs));

        var wrong = (double[])result.Solution.Clone();
        wrong[largest] *= 1 + 1e-6;

        Assert.ThrowsAny<Exception>(() => LassoOracle.Check(instance.Theta, instance.Y, instance.Lambda, result with { Solution = wrong }));
        Assert.True(LassoOracle.SubgradientViolation(instance.Theta, instance.Y, instance.Lambda, wrong) > 1e-8);
    }

    [Fact]
    public void AnObviousSolutionIsFound()
    {
        // Θ = 1: each coefficient is y shrunk by Λ/2.
        var theta = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        var instance = new LassoInstance(theta, [3, -2, 0.1], 1);

        var result = instance.Solve();

        instance.Check(result);
        Assert.Equal(2.5, result.Solution[0], 1e-14);
        Assert.Equal(-1.5, result.Solution[1], 1e-14);
        Assert.Equal(0, result.Solution[2]);
        Assert.Equal(0.25 + 0.25 + 0.01 + 4, result.Certificate.Primal, 1e-13);
    }

    [Fact]
    public void WithoutMeasurementsTheSolutionIsZero()
    {
        var result = new LassoSolver().Solve(new SensingMatrix(0, 5), [], 0.3);

        Assert.Equal(LassoStatus.Solved, result.Certificate.Status);
        Assert.Equal(new double[5], result.Solution);
        Assert.Equal(0, result.Certificate.Primal);
        Assert.Equal(0, result.Certificate.Gap);
    }

    [Fact]
    public void ALambdaOfZeroGivesTheShortestLeastSquaresSolution()
    {
        var instance = LassoInstance.OfRay(Normals(80, 6), 0.8, 0);

        var result = instance.Solve();

        Assert.Equal(LassoStatus.Solved, result.Certificate.Status);
        instance.Check(result);

        // The shortest solution is a combination of Θ's rows: projecting it on them must leave it as it is.
        var projected = ProjectOnRows(instance.Theta, result.Solution);
        Assert.All(projected.Zip(result.Solution), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void ALambdaOfZeroWithMoreMeasurementsThanCoefficientsLeavesAnOrthogonalResidual()
    {
        var random = new NumPyLegacyRandom(8);
        var theta = new double[12, 4];
        var y = new double[12];
        for (var i = 0; i < 12; i++)
        {
            y[i] = random.NextGaussian();
            for (var j = 0; j < 4; j++)
            {
                theta[i, j] = random.NextGaussian();
            }
        }

        var instance = new LassoInstance(theta, y, 0);
        var result = instance.Solve();

        instance.Check(result);
        Assert.Equal(LassoStatus.Solved, result.Certificate.Status);
        Assert.True(result.Certificate.Primal > 0.1);
    }

    [Fact]
    public void TooFewIterationsAreReportedNotHidden()
    {
        var instance = LassoInstance.OfRay(Normals(256, 9), 0.9, 0.3);

        var result = instance.Solve(new LassoSettings { MaximumIterations = 1 });

        Assert.Equal(LassoStatus.Inaccurate, result.Certificate.Status);
        instance.Check(result);
        Assert.True(result.Certificate.RelativeGap > 1e-9);
    }

    [Fact]
    public void NumbersThatAreNotFiniteAreRefused()
    {
        var theta = SensingMatrix.FromRows([1, 2, 3, 4], 2, 2);
        var solver = new LassoSolver();

        Assert.Throws<ArgumentException>(() => solver.Solve(theta, [1, double.NaN], 0.3));
        Assert.Throws<ArgumentException>(() => solver.Solve(theta, [1], 0.3));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.Solve(theta, [1, 2], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.Solve(theta, [1, 2], -1));
        theta[0, 0] = double.PositiveInfinity;
        Assert.Throws<ArgumentException>(() => solver.Solve(theta, [1, 2], 0.3));
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(1.0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1e-9, 0)]
    public void SettingsOutOfRangeAreRefused(double gap, int iterations) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new LassoSolver(new LassoSettings { RelativeGap = gap, MaximumIterations = iterations }));

    private static double[] Normals(int count, uint seed)
    {
        var values = new double[count];
        new NumPyLegacyRandom(seed).Fill(values);
        return values;
    }

    /// <summary>Projects on the rows by Gram–Schmidt.</summary>
    private static double[] ProjectOnRows(double[,] theta, double[] vector)
    {
        var basis = new List<double[]>();
        for (var i = 0; i < theta.GetLength(0); i++)
        {
            var row = Enumerable.Range(0, theta.GetLength(1)).Select(j => theta[i, j]).ToArray();
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var other in basis)
                {
                    var along = row.Zip(other, (a, b) => a * b).Sum();
                    row = [.. row.Zip(other, (a, b) => a - (along * b))];
                }
            }

            var length = Math.Sqrt(row.Sum(a => a * a));
            basis.Add([.. row.Select(a => a / length)]);
        }

        var projected = new double[vector.Length];
        foreach (var direction in basis)
        {
            var along = vector.Zip(direction, (a, b) => a * b).Sum();
            projected = [.. projected.Zip(direction, (a, b) => a + (along * b))];
        }

        return projected;
    }
}
