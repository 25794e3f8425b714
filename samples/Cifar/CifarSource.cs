using DtcGen.Datasets;

namespace DtcGen.Samples.Cifar;

/// <summary>CIFAR-10 from a folder, or synthetic shapes.</summary>
public sealed class CifarSource : DataSource
{
    public override string Variable => "DTC_CIFAR10";

    public override string Name => "CIFAR-10";

    public override string Files => "CIFAR-10's binary files (data_batch_1.bin and so on, test_batch.bin), gzipped or not";

    public override string SyntheticName => "synthetic shapes";

    public override ImageDataset Load(string folder) => Cifar10.Load(folder);

    public override ImageDataset CreateSynthetic(int? train, int? test, long seed)
        => SyntheticShapes.Create(train ?? 10_000, test ?? 1_000, seed);
}
