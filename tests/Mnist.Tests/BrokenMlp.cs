using DtcGen.Onnx;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>The sample's network with a fault in its forward that its clip and its ONNX form know nothing of.</summary>
internal sealed class BrokenMlp : Module<Tensor, Tensor>, IDualTomographic, IOnnxExportable
{
    private readonly Mlp inner = new();
    private readonly Func<Tensor, Tensor> fault;

    public BrokenMlp(Func<Tensor, Tensor> fault) : base(nameof(BrokenMlp))
    {
        this.fault = fault;
        RegisterComponents();
    }

    public IReadOnlyList<NeuronGroup> Groups => inner.Groups;

    public IReadOnlyList<PinnedNeurons> Pinned => inner.Pinned;

    public IReadOnlyList<string> OnnxInputs => inner.OnnxInputs;

    public override Tensor forward(Tensor x) => fault(inner.call(x));

    public long CountNeurons(NeuronGroup group) => inner.CountNeurons(group);

    public RaySums SumRays(NeuronGroup group, Func<Tensor, Tensor>? map = null) => inner.SumRays(group, map);

    public void Clip(NeuronGroup group, IReadOnlyList<long> keep) => inner.Clip(group, keep);

    public IReadOnlyList<OnnxValue> AddTo(OnnxGraph graph, IReadOnlyList<OnnxValue> inputs) => inner.AddTo(graph, inputs);
}
