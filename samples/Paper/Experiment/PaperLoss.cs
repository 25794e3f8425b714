using DtcGen.Replay;
using DtcGen.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace DtcGen.Samples.Paper;

/// <summary>What follows the network's last layer, in training and in testing.</summary>
/// <param name="normalisation">
/// Over the batch, a log-softmax comes before the cross-entropy, in testing too: it shifts each class's outputs by
/// another amount in each batch, and so decides which class wins.
/// </param>
internal sealed class PaperLoss(OutputNormalisation normalisation)
{
    private readonly bool _overBatch = normalisation == OutputNormalisation.Batch;

    /// <summary>The mean cross-entropy of a batch.</summary>
    /// <param name="outputs">The network's outputs, images × classes.</param>
    /// <param name="labels">The labels.</param>
    public Tensor Of(Tensor outputs, Tensor labels)
        => TrainingLoop.CrossEntropy(_overBatch ? log_softmax(outputs, 0) : outputs, labels);

    /// <summary>The share of a batch that is classified rightly.</summary>
    /// <param name="outputs">The network's outputs, images × classes.</param>
    /// <param name="labels">The labels.</param>
    public double Accuracy(Tensor outputs, IReadOnlyList<long> labels)
    {
        var scores = _overBatch ? log_softmax(outputs, 0) : outputs;
        long[] predicted = [.. scores.argmax(1).data<long>()];
        return (double)predicted.Zip(labels).Count(pair => pair.First == pair.Second) / predicted.Length;
    }
}
