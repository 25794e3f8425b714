using static TorchSharp.torch;

namespace DtcGen.Tests.Criteria;

/// <summary>A group of neurons with given ray sums, for criteria that look at nothing else.</summary>
internal sealed class FakeModel : IDualTomographic
{
    private readonly RaySums _sums;

    public FakeModel(double[] previous, double[] next)
    {
        _sums = new RaySums(previous, next);
        Group = new NeuronGroup(
            0, "fc1", [new NeuronGroupMember("fc1", NeuronRole.Producer), new NeuronGroupMember("fc2", NeuronRole.Consumer)]);
    }

    public NeuronGroup Group { get; }

    public IReadOnlyList<NeuronGroup> Groups => [Group];

    public IReadOnlyList<PinnedNeurons> Pinned => [];

    public long CountNeurons(NeuronGroup group) => _sums.Previous.Length;

    public RaySums SumRays(NeuronGroup group, Func<Tensor, Tensor>? map = null) => _sums;

    public void Clip(NeuronGroup group, IReadOnlyList<long> keep) => throw new InvalidOperationException("Scoring does not clip.");
}
