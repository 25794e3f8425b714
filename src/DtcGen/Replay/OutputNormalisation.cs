namespace DtcGen.Replay;

/// <summary>
/// To repeat the published run (arXiv 2505.23869): over what the network's output is normalised before the cross-entropy.
/// </summary>
public enum OutputNormalisation
{
    /// <summary>Cross-entropy of the logits, softmax over classes, as the paper's text describes.</summary>
    Classes,

    /// <summary>Log-softmax over the batch axis first, then cross-entropy over classes, as the published runs do.</summary>
    Batch,
}
