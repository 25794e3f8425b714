using DtcGen.Replay;
using DtcGen.Tests.Fixtures;
using DtcGen.Tomography;

namespace DtcGen.Tests.Tomography;

public class InverseCompressedSensingTests
{
    [Fact]
    public void MeasurementCountsAreThoseOfAll34PublishedCycles()
    {
        var published = PublishedSeries.Load();
        var settings = new TomographySettings();

        var counts = published.NeuronsKept.SkipLast(1).Prepend(512).Select(settings.CountMeasurements);

        Assert.Equal(published.MeasurementsPerRay, counts);
        Assert.Equal(26, settings.CountMeasurements(270));
    }

    [Fact]
    public void RaysAreMeasuredAndReconstructedByTheDefinition()
    {
        var sums = new RaySums(Normals(90, 1), Normals(90, 2));

        var rays = new InverseCompressedSensing().Reconstruct(sums);

        var instance = LassoInstance.OfRay(sums.Previous, 0.9, 0.3);
        AssertClose(instance.Y, rays.Previous.Measurements, 1e-12);
        instance.Check(new LassoResult(rays.Previous.Coefficients, rays.Previous.Certificate));
        AssertClose(DenseDctI.Apply(rays.Previous.Coefficients), rays.Previous.Reconstruction, 1e-12);
        AssertClose(LassoInstance.OfRay(sums.Next, 0.9, 0.3).Y, rays.Next.Measurements, 1e-12);
    }

    [Fact]
    public void ThetaIsPhiTimesPsi()
    {
        var theta = new InverseCompressedSensing().FormTheta(70);

        var expected = LassoInstance.OfRay(new double[70], 0.9, 0.3).Theta;
        Assert.Equal(6, theta.Rows);
        for (var i = 0; i < theta.Rows; i++)
        {
            for (var j = 0; j < 70; j++)
            {
                Assert.Equal(expected[i, j], theta[i, j], 1e-12);
            }
        }
    }

    [Fact]
    public void MeasuringAloneGivesTheSameMeasurements()
    {
        var sums = new RaySums(Normals(200, 1), Normals(200, 2));
        var tomography = new InverseCompressedSensing();

        var (previous, next) = tomography.Measure(sums);

        var rays = tomography.Reconstruct(sums);
        Assert.Equal(rays.Previous.Measurements, previous);
        Assert.Equal(rays.Next.Measurements, next);
    }

    [Fact]
    public void TheCounterBasedSourceIsAsGoodBehindTheSameInterface()
    {
        var signal = Normals(300, 1);
        var settings = new TomographySettings { Source = new CounterMeasurements(5) };

        var ray = new InverseCompressedSensing(settings).Reconstruct(signal);

        Assert.Equal(LassoStatus.Solved, ray.Certificate.Status);
        Assert.NotEqual(new InverseCompressedSensing().Reconstruct(signal).Measurements, ray.Measurements);
        Assert.Equal(new InverseCompressedSensing(settings).Reconstruct(signal).Coefficients, ray.Coefficients);
    }

    [Fact]
    public void BadInputIsRefused()
    {
        var tomography = new InverseCompressedSensing();
        Assert.Throws<ArgumentException>(() => tomography.Reconstruct([]));
        Assert.Throws<ArgumentException>(() => tomography.Reconstruct([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => tomography.Reconstruct(new RaySums([1, 2], [1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InverseCompressedSensing(new TomographySettings { MeasurementSparsity = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InverseCompressedSensing(new TomographySettings { Lambda = double.NaN }));
    }

    private static double[] Normals(int count, uint seed)
    {
        var values = new double[count];
        new NumPyLegacyRandom(seed).Fill(values);
        return values;
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
