using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

/// <summary>A small network with dropout, written out as the generator would.</summary>
internal sealed class Perceptron : Module<Tensor, Tensor>, IOnnxExportable
{
    public readonly Linear fc1 = Linear(6, 5);
    public readonly Linear fc2 = Linear(5, 4, hasBias: false);
    private readonly Module<Tensor, Tensor> _dropout = Dropout(0.5);

    public Perceptron()
        : base(nameof(Perceptron)) => RegisterComponents();

    public IReadOnlyList<string> OnnxInputs => ["x"];

    public override Tensor forward(Tensor x) => fc2.call(_dropout.call(functional.relu(fc1.call(x))));

    public IReadOnlyList<OnnxValue> AddTo(OnnxGraph graph, IReadOnlyList<OnnxValue> inputs)
    {
        var hidden = graph.Linear("fc1", inputs[0], fc1.weight, fc1.bias);
        var relu = graph.Relu("relu", hidden);
        return [graph.Linear("fc2", relu, fc2.weight, fc2.bias)];
    }
}
