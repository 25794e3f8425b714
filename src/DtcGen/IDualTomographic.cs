using static TorchSharp.torch;

namespace DtcGen;

/// <summary>
/// A model whose neurons can leave. Generated code implements it for a class marked
/// <see cref="DualTomographicAttribute"/>.
/// </summary>
public interface IDualTomographic
{
    /// <summary>The groups of neurons that leave together, in forward order of their first producer.</summary>
    IReadOnlyList<NeuronGroup> Groups { get; }

    /// <summary>The layers whose neurons stay, with the reason for each.</summary>
    IReadOnlyList<PinnedNeurons> Pinned { get; }

    /// <summary>How many neurons a group has now.</summary>
    /// <param name="group">One of <see cref="Groups"/>.</param>
    long CountNeurons(NeuronGroup group);

    /// <summary>
    /// Sums the weights on either side of each neuron, in double precision. A group with several producers
    /// or consumers sums their contributions.
    /// </summary>
    /// <param name="group">One of <see cref="Groups"/>.</param>
    /// <param name="map">
    /// Applied element-wise to each weight (as float64) before summing: <c>w => w.abs()</c> gives L1 norms,
    /// <c>w => w.square()</c> squared L2 norms. Null sums the signed weights, as the method does.
    /// </param>
    /// <exception cref="InvalidOperationException">Another thread is changing the model, by a clip say.</exception>
    RaySums SumRays(NeuronGroup group, Func<Tensor, Tensor>? map = null);

    /// <summary>
    /// Removes neurons: every member of the group keeps only the entries at <paramref name="keep"/>. Layers, parameters and
    /// buffers stay the objects that they are, under their names, on their device, and get smaller; gradients go. What an
    /// optimizer keeps for a parameter does not get smaller, so one made before the clip must be made anew.
    /// </summary>
    /// <remarks>
    /// A model belongs to one thread at a time: no other thread may run its forward, read its parameters, save or clip it meanwhile. That
    /// would compute with memory that the clip frees, which can end the process. A clip is refused while another thread clips, compresses,
    /// trains by <see cref="Training.TrainingLoop"/>, sums, records, proves, loads or exports the model; a forward that another
    /// thread runs by itself is not seen.
    /// </remarks>
    /// <param name="group">One of <see cref="Groups"/>.</param>
    /// <param name="keep">The neurons that stay: at least one, strictly ascending, each below <see cref="CountNeurons"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="keep"/> is empty, not ascending, or out of range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The layers are not of the sizes that the class makes them with, or one shares its weight with another that does not lose
    /// the same entries; or another thread uses the model. Nothing was changed.
    /// </exception>
    void Clip(NeuronGroup group, IReadOnlyList<long> keep);
}
