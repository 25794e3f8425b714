using System.Security.Cryptography;
using Xunit.Abstractions;

namespace DtcGen.Datasets.Tests;

public sealed class SyntheticDigitsTests(ITestOutputHelper output)
{
    [Fact]
    public void TheSameSeedGivesTheseVeryBytesOnEveryPlatform()
    {
        var data = SyntheticDigits.Create(100, 50, seed: 7);
        Assert.Equal(
            "a367f037cdaf33222eed57ea70e1f353153f577eac069074021899b90299a2f9",
            Convert.ToHexStringLower(SHA256.HashData(data.Train.Pixels)));
        Assert.Equal(
            "7421047b51206fbfcf3a6036cebe5c9c4b91f5d961dd7de3c169817260550c51",
            Convert.ToHexStringLower(SHA256.HashData(data.Test.Pixels)));
    }

    [Fact]
    public void AnImageDoesNotDependOnHowManyThereAre()
    {
        var few = SyntheticDigits.Create(30, 10);
        var many = SyntheticDigits.Create(300, 20);
        Assert.Equal(few.Train.Pixels, many.Train.Take(30).Pixels);
        Assert.Equal(few.Test.Pixels, many.Test.Take(10).Pixels);
    }

    [Fact]
    public void SeedsAndSetsDiffer()
    {
        var a = SyntheticDigits.Create(10, 10, seed: 1);
        var b = SyntheticDigits.Create(10, 10, seed: 2);
        Assert.NotEqual(a.Train.Pixels, b.Train.Pixels);
        Assert.NotEqual(a.Train.Pixels, a.Test.Pixels);
    }

    [Fact]
    public void DigitsAreBalancedAndHaveInkWithinTheImage()
    {
        var images = SyntheticDigits.Create(1000, 10).Train;
        var cut = 0;
        for (var image = 0; image < images.Count; image++)
        {
            Assert.Equal(image % 10, images.Labels[image]);
            ReadOnlySpan<byte> pixels = images.Pixels.AsSpan(image * 784, 784);
            var ink = 0;
            var border = 0;
            for (var i = 0; i < 784; i++)
            {
                var dark = pixels[i] > 128;
                ink += dark ? 1 : 0;
                border += dark && (i < 28 || i >= 27 * 28 || i % 28 is 0 or 27) ? 1 : 0;
            }

            Assert.InRange(ink, 15, 300);
            cut += border > 3 ? 1 : 0;
        }

        Assert.True(cut <= 20, $"{cut} of 1,000 digits reach the border");
    }

    /// <summary>
    /// Whether they look like digits, judged without any training: the mean image of each synthetic class is the
    /// nearest mean to most synthetic images, and to far more of MNIST's than the tenth that chance gives.
    /// </summary>
    [Fact]
    public void TheNearestMeanImageTellsTheDigitsApart()
    {
        var data = SyntheticDigits.Create(5000, 1000);
        var means = Means(data.Train);
        Assert.True(Accuracy(means, data.Test) > 0.75, $"synthetic: {Accuracy(means, data.Test)}");

        var real = Environment.GetEnvironmentVariable("DTC_DATA");
        if (string.IsNullOrEmpty(real))
        {
            output.WriteLine("Skipped the comparison with MNIST: DTC_DATA does not name a folder with its files.");
            return;
        }

        var onReal = Accuracy(means, Mnist.Load(real).Test);
        output.WriteLine($"Nearest synthetic mean on MNIST's test images: {onReal}");
        Assert.True(onReal > 0.4, $"MNIST: {onReal}");
    }

    private static double[][] Means(LabeledImages images)
    {
        var sums = Enumerable.Range(0, 10).Select(_ => new double[784]).ToArray();
        for (var i = 0; i < images.Pixels.Length; i++)
        {
            sums[images.Labels[i / 784]][i % 784] += images.Pixels[i] / (images.Count / 10.0);
        }

        return sums;
    }

    private static double Accuracy(double[][] means, LabeledImages images)
    {
        var right = 0;
        for (var image = 0; image < images.Count; image++)
        {
            var pixels = images.Pixels.AsSpan(image * 784, 784).ToArray();
            double[] distances = [.. means.Select(mean => mean.Select((m, i) => (m - pixels[i]) * (m - pixels[i])).Sum())];
            right += Array.IndexOf(distances, distances.Min()) == images.Labels[image] ? 1 : 0;
        }

        return (double)right / images.Count;
    }
}
