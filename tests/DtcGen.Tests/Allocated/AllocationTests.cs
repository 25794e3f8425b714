using DtcGen.Criteria;
using DtcGen.RandomNumbers;
using DtcGen.Tests.Pruned;
using DtcGen.Tests.Shared;
using DtcGen.Tomography;
using DtcGen.Training;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Tests.Allocated;

/// <summary>
/// What work costs, counted rather than timed: the tensors that it makes, exactly, and the bytes that it takes from .NET, to a few per
/// cent. Who changes a number here for the better writes the new one down.
/// </summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const double Margin = 1.1;

    [Fact]
    public void AClipMakesATensorForEachThatItCutsAndOneIndex()
    {
        using var warm = new CountedNet();
        Clip(warm);
        var costs = Enumerable.Range(0, 3).Select(_ =>
        {
            using var model = new CountedNet();
            return CostOf(() => Clip(model));
        }).ToArray();

        Assert.All(costs, static cost => Assert.Equal((7 + 1, 0), (cost.Tensors, cost.Live)));

        // The tables of what is known of models grow from time to time.
        Assert.InRange(costs.Min(static cost => cost.Bytes), 1, Margin * 7416);
    }

    [Fact]
    public void ScoringByANormMakesNoTensorsOfWeightsInTheHostsMemory()
    {
        using var model = new CountedNet();
        var criterion = new NormCriterion(NormOrder.L2);
        Score();
        var cost = CostOf(Score);

        Assert.Equal(0, cost.Tensors);
        Assert.InRange(cost.Bytes, 1, Margin * 3528);

        void Score() => criterion.Score(CriterionContext.Read(model, model.Groups[0]));
    }

    [Fact]
    public void ScoringByANormTakesWeightsOfOtherTypesOnceForTheSumsAndOnceForTheNorm()
    {
        using var model = new CountedNet().to(bfloat16);
        var criterion = new NormCriterion(NormOrder.L2);
        Score();
        var cost = CostOf(Score);

        // For each of two layers: without gradients, in double precision, (squared,) summed.
        Assert.Equal((2 * 3) + (2 * 4), cost.Tensors);
        Assert.Equal(0, cost.Live);

        void Score() => criterion.Score(CriterionContext.Read(model, model.Groups[0]));
    }

    [Fact]
    public void ARecordedModelIsScoredAndClippedWithoutMore()
    {
        using var example = zeros(4, 5);
        using var warm = new Deep(2);
        using var model = new Deep(2);
        warm.Record(example);
        model.Record(example);
        Score(warm);
        Clip(warm);

        Assert.Equal((0, 0), Tensors(CostOf(() => Score(model))));
        Assert.Equal((3 + 1, 0), Tensors(CostOf(() => Clip(model))));

        static void Score(Deep model) => new NormCriterion().Score(CriterionContext.Read(model, model.Groups[0]));
        static (long Made, long Live) Tensors(WorkCost cost) => (cost.Tensors, cost.Live);
    }

    [Fact]
    public void AStepMakesTheTensorsOfItsForwardAndOfTheOptimizerAndNoMore()
    {
        using var images = randn(4, 3, 8, 8);
        using var labels = zeros(4, ScalarType.Int64);
        using var model = new CountedNet();
        var loop = new TrainingLoop(model, _ => (images, labels));
        using var optimizer = optim.SGD(model.parameters(), 0.01);
        Steps(3);
        var (few, many) = (CostOf(() => Steps(10)), CostOf(() => Steps(30)));

        Assert.Equal(20 * 27, many.Tensors - few.Tensors);
        Assert.Equal(0, many.Live);
        Assert.InRange((many.Bytes - few.Bytes) / 20, 1, Margin * 8576);

        void Steps(int count) => loop.Run(optimizer, count, new TrainingPosition(0, 0, 0));
    }

    // Beside Θ: a matrix of as many rows and columns as there are measurements in each of five places, and 1024 columns of Θ.
    [Fact]
    public void TheSolverTakesLessMemoryThanTheMatrixThatItIsGiven()
    {
        const int Neurons = 4096;
        var (theta, y, settings) = Measure(Neurons);
        var bytes = CostOf(() => new LassoSolver(settings.Solver).Solve(theta, y, settings.Lambda)).Bytes;

        Assert.InRange(bytes, 1, ((5.5 * y.Length * y.Length) + (1024 * y.Length)) * sizeof(double));
        Assert.True(bytes < (double)y.Length * Neurons * sizeof(double));
    }

    // Of the Gram matrix of the 128 columns that the path looks at, 12 lines, and two squares of as many numbers.
    [Fact]
    public void WithFewMeasurementsTheSolverFormsNoGramMatrix()
    {
        var (theta, y, settings) = Measure(128);
        new LassoSolver(settings.Solver).Solve(theta, y, settings.Lambda);
        var bytes = CostOf(() => new LassoSolver(settings.Solver).Solve(theta, y, settings.Lambda)).Bytes;

        Assert.InRange(bytes, 1, Margin * 48_000);
        Assert.True(bytes < 128 * 128 * sizeof(double) / 2);
    }

    // 24 Newton steps take one product each with the whole of Θ; the path's steps, 143 of them, take none.
    [Fact]
    public void TheSolverPassesThroughTheMatrixForItsNewtonStepsAndItsProofAlone()
    {
        var (theta, y, settings) = Measure(4096);
        var certificate = new LassoSolver(settings.Solver).Solve(theta, y, settings.Lambda).Certificate;
        output.WriteLine($"{theta.Passes} passes, {certificate.Iterations} iterations");

        Assert.InRange(theta.Passes, 1, Margin * 30);
        Assert.InRange(certificate.Iterations, 4 * theta.Passes, 6 * theta.Passes);
    }

    private static (SensingMatrix Theta, double[] Y, TomographySettings Settings) Measure(int neurons)
    {
        var settings = new TomographySettings();
        var signal = new double[neurons];
        new CounterGaussianStream(1).Fill(signal);
        var measured = Measurement.Make(settings.Source, new DctI(neurons), settings.CountMeasurements(neurons), signal);
        return (measured.Theta, measured.Measurements[0], settings);
    }

    private static void Clip(IDualTomographic model) => model.Clip(model.Groups[0], [0, 1, 3, 4, 7]);

    private WorkCost CostOf(Action work)
    {
        var cost = WorkCost.Of(work);
        output.WriteLine($"{cost}");
        return cost;
    }
}
