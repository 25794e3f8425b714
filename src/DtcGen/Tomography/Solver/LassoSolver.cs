using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// Minimises ‖Θs − y‖² + Λ‖s‖₁ (no factor ½) to the accuracy of double precision and proves it. A few
/// semismooth Newton steps find nearly all of the solution's columns, a homotopy from there ends at the
/// exact ones, and the certificate is then computed from the data alone.
/// </summary>
/// <remarks>
/// <para>Λ = 0 asks for the least-squares solution, of smallest ‖s‖₂ where there are many.</para>
/// <para>No measurement (r = 0), no signal (y = 0) or a large Λ (≥ 2‖Θᵀy‖∞) give s = 0, certified.</para>
/// </remarks>
internal sealed class LassoSolver
{
    /// <summary>Below this many measurements the path from zero is shorter than the Newton steps.</summary>
    private const int FewMeasurements = 12;

    /// <summary>The least λ, relative to ‖Θᵀy‖∞, at which columns can be told apart through rounding.</summary>
    private const double LeastLambda = 1e-11;

    /// <summary>Entries of Θ beyond this, or all below its inverse, are scaled before they are squared.</summary>
    private const double LargestEntry = 1e60;

    private readonly LassoSettings _settings;

    /// <summary>Makes a solver. It holds no state between solves and may be used by several threads.</summary>
    /// <param name="settings">How it works; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public LassoSolver(LassoSettings? settings = null)
    {
        _settings = settings ?? new LassoSettings();
        _settings.Check();
    }

    /// <summary>Solves one problem.</summary>
    /// <param name="theta">Θ, r × m.</param>
    /// <param name="y">The measurements, r numbers.</param>
    /// <param name="lambda">Λ, at least 0.</param>
    /// <exception cref="ArgumentException">A size does not fit, or a number is not finite.</exception>
    public LassoResult Solve(SensingMatrix theta, ReadOnlySpan<double> y, double lambda)
    {
        ArgumentNullException.ThrowIfNull(theta);
        if (y.Length != theta.Rows)
        {
            throw new ArgumentException($"Θ has {theta.Rows} rows, but {y.Length} measurements were given.", nameof(y));
        }

        if (!y.IsEmpty && !TensorPrimitives.IsFiniteAll(y))
        {
            throw new ArgumentException("A measurement is NaN or infinite.", nameof(y));
        }

        if (!(lambda >= 0 && double.IsFinite(lambda)))
        {
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "Λ must be finite and at least 0.");
        }

        var largest = theta.LargestMagnitude();
        if (!double.IsFinite(largest))
        {
            throw new ArgumentException("An entry of Θ is NaN or infinite.", nameof(theta));
        }

        var certifier = new LassoCertifier(theta, y, lambda, _settings);
        if (certifier.TryCertifyZero() is { } zero)
        {
            return zero;
        }

        if (largest is > LargestEntry or < 1 / LargestEntry)
        {
            var scaled = Solve(theta.Scaled(1 / largest), y, lambda / largest);
            TensorPrimitives.Divide(scaled.Solution, largest, scaled.Solution);
            return certifier.Certify(scaled.Solution, scaled.Certificate.DualPoint, scaled.Certificate.Iterations);
        }

        var norm = Math.Abs(TensorPrimitives.MaxMagnitude(y));
        var measurements = new double[theta.Stride];
        TensorPrimitives.Divide(y, norm, measurements);
        return lambda == 0
            ? SolveLeastSquares(certifier, new LassoProblem(theta, measurements, 0), norm)
            : SolveLasso(certifier, new LassoProblem(theta, measurements, lambda / 2 / norm), norm);
    }

    private static LassoResult SolveLeastSquares(LassoCertifier certifier, LassoProblem problem, double norm)
    {
        var solution = LeastSquares.Solve(problem, out var iterations);
        TensorPrimitives.Multiply(solution, norm, solution);
        return certifier.Certify(solution, null, iterations);
    }

    private LassoResult SolveLasso(LassoCertifier certifier, LassoProblem problem, double norm)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(problem.Correlations));
        var followed = problem.WithLambda(Math.Max(problem.Lambda, LeastLambda * largest));
        var start = new double[problem.Columns];
        var correlations = problem.Correlations;
        var iterations = 0;

        if (problem.Rows > FewMeasurements && problem.Rows <= problem.Columns)
        {
            var newton = new ProximalNewton(followed);
            start = newton.Find();
            correlations = newton.Correlations;
            iterations = newton.Iterations;
        }

        var path = new PathFollower(followed);
        path.Follow(start, correlations, Math.Max(0, _settings.MaximumIterations - iterations));
        iterations += path.Iterations;
        var ending = new ActiveOptimum(problem, path.Point);
        var solution = followed.Lambda > problem.Lambda ? ending.Coefficients() : (double[])path.Point.Solution.Clone();
        TensorPrimitives.Multiply(solution, norm, solution);
        var dual = ending.Residual();
        TensorPrimitives.Multiply(dual, 2 * norm, dual);
        return certifier.Certify(solution, dual, iterations);
    }
}
