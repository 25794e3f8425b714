using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// A model whose source does not decide its network, so that its forward is recorded when it runs. Generated code implements it for
/// a class marked <see cref="DualTomographicAttribute"/> beside <see cref="IDualTomographic"/>, with a <c>Record</c> that takes what
/// its forward takes.
/// </summary>
public interface IRecordedModel
{
    /// <summary>Whether it has been recorded; before, it has no neuron groups.</summary>
    bool IsRecorded => Recorded.IsRecorded;

    /// <summary>The recording.</summary>
    RecordedModel Recorded { get; }

    /// <summary>Records its forward.</summary>
    /// <param name="inputs">A batch for each tensor that forward takes, in order.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    /// <exception cref="NotSupportedException">Forward takes more than tensors: call the model's own <c>Record</c>.</exception>
    void RecordInputs(params IReadOnlyList<Tensor> inputs);
}
