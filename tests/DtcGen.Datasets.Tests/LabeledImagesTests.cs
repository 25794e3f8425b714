namespace DtcGen.Datasets.Tests;

public sealed class LabeledImagesTests
{
    [Fact]
    public void PixelsThatDoNotFitTheLabelsAreRefused()
        => Assert.Contains(
            "3 × 1 × 2 × 2", Assert.Throws<ArgumentException>(() => new LabeledImages(new byte[11], new byte[3], 1, 2, 2)).Message);

    [Fact]
    public void TakeGivesTheFirstImagesAndNeverMoreThanThereAre()
    {
        var images = new LabeledImages([1, 2, 3, 4, 5, 6], [7, 8, 9], 1, 1, 2);
        Assert.Equal([1, 2, 3, 4], images.Take(2).Pixels);
        Assert.Equal([7, 8], images.Take(2).Labels);
        Assert.Same(images, images.Take(4));
    }
}
