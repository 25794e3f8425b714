using System.Security.Cryptography;

namespace DtcGen.Datasets.Tests;

public sealed class SyntheticShapesTests
{
    [Fact]
    public void TheSameSeedGivesTheseVeryBytesOnEveryPlatform()
    {
        var data = SyntheticShapes.Create(50, 20, seed: 7);
        Assert.Equal(
            "255c59c6846be6f1339df18804c2ed2bf2c547f7d6b930d83b9525934afc330b",
            Convert.ToHexStringLower(SHA256.HashData(data.Train.Pixels)));
        Assert.Equal(
            "90d7ebc5321c04af273d1c23f10c1ebebede49d2bc1a07692db3c4f7f5c11881",
            Convert.ToHexStringLower(SHA256.HashData(data.Test.Pixels)));
    }

    [Fact]
    public void ImagesHaveCifarsFormBalancedClassesAndDoNotDependOnHowManyThereAre()
    {
        var few = SyntheticShapes.Create(30, 10);
        var many = SyntheticShapes.Create(100, 20);
        Assert.Equal(few.Train.Pixels, many.Train.Take(30).Pixels);
        Assert.Equal((3, 32, 32), (few.Train.Channels, few.Train.Height, few.Train.Width));
        Assert.Equal(10, few.ClassNames.Count);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => (byte)(i % 10)), few.Train.Labels);
    }

    /// <summary>In some channel the shape's inside, at the image's middle region, stands out from the corners.</summary>
    [Fact]
    public void ShapesCanBeSeen()
    {
        var images = SyntheticShapes.Create(500, 1).Train;
        var seen = Enumerable.Range(0, images.Count).Count(image => Enumerable.Range(0, 3).Any(channel =>
        {
            ReadOnlySpan<byte> plane = images.Pixels.AsSpan((image * 3 + channel) * 1024, 1024);
            var low = Math.Min(Math.Min((int)plane[0], plane[31]), Math.Min((int)plane[992], plane[1023]));
            var high = Math.Max(Math.Max((int)plane[0], plane[31]), Math.Max((int)plane[992], plane[1023]));
            var different = 0;
            foreach (var value in plane)
            {
                different += value < low - 40 || value > high + 40 ? 1 : 0;
            }

            return different > 40;
        }));
        Assert.InRange(seen, 490, 500);
    }
}
