using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Two layers, an activation, a buffer and a parameter of its own.</summary>
internal sealed class SmallModel : Module<Tensor, Tensor>
{
    public readonly Linear fc1 = Linear(4, 3);
    public readonly Linear fc2 = Linear(3, 2, hasBias: false);
    public Parameter scale = new(ones(2));
    private readonly Module<Tensor, Tensor> activation = ReLU();
    private readonly Tensor offset = zeros(2);

    public SmallModel()
        : base(nameof(SmallModel)) => RegisterComponents();

    public override Tensor forward(Tensor input) => (fc2.call(activation.call(fc1.call(input))) * scale) + offset;
}
