using DtcGen.Datasets;

namespace DtcGen.Samples.Mnist;

/// <summary>MNIST from a folder or its mirrors, or synthetic digits.</summary>
public sealed class MnistSource : DataSource
{
    public override string Name => "MNIST";

    public override string Files => "MNIST's four idx files, gzipped or not";

    public override string SyntheticName => "synthetic digits";

    public override DataCache CreateCache() => new MnistCache();

    public override ImageDataset Load(string folder) => Datasets.Mnist.Load(folder);

    public override ImageDataset CreateSynthetic(int? train, int? test, long seed)
        => SyntheticDigits.Create(train ?? 60_000, test ?? 10_000, seed);
}
