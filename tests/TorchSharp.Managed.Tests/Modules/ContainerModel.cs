using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Every kind of container in fields.</summary>
internal sealed class ContainerModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> list = ModuleList<Linear>(Linear(2, 2), Linear(2, 2));
    private readonly ModuleDict<Linear> map = ModuleDict<Linear>(("k", Linear(2, 2)));
    private readonly ParameterList own = new(new Parameter(zeros(1)), new Parameter(zeros(2)));
    private readonly Sequential body = Sequential(("a", Linear(2, 2)), ("r", ReLU()), ("inner", Sequential(Linear(2, 2))));

    public ContainerModel()
        : base(nameof(ContainerModel)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        Tensor x = input;
        foreach (Linear layer in list)
        {
            x = layer.call(x);
        }

        return body.call(map["k"].call(x)) + own[0].sum();
    }
}
