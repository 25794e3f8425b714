using DtcGen.Datasets;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>A data set as flat, normalised tensors.</summary>
internal sealed class MnistTensors : IDisposable
{
    private const float Mean = 0.1307f;
    private const float Deviation = 0.3081f;

    private MnistTensors(LabeledImages train, LabeledImages test)
    {
        (TrainImages, TrainLabels) = (Normalised(train), Labels(train));
        (TestImages, TestLabels) = (Normalised(test), Labels(test));
    }

    public Tensor TrainImages { get; }

    public Tensor TrainLabels { get; }

    public Tensor TestImages { get; }

    public Tensor TestLabels { get; }

    public static MnistTensors Load(ImageDataset dataset) => new(dataset.Train, dataset.Test);

    public void Dispose()
    {
        TrainImages.Dispose();
        TrainLabels.Dispose();
        TestImages.Dispose();
        TestLabels.Dispose();
    }

    private static Tensor Normalised(LabeledImages images)
    {
        float[] values = new float[images.Pixels.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = ((images.Pixels[index] / 255f) - Mean) / Deviation;
        }

        return tensor(values).reshape(images.Count, values.Length / images.Count);
    }

    private static Tensor Labels(LabeledImages images)
    {
        long[] values = new long[images.Count];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = images.Labels[index];
        }

        return tensor(values);
    }
}
