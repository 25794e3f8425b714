using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Calls a layer in a way that passes its hooks by.</summary>
[DualTomographic]
public sealed partial class Silent : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(5, 8);
    private readonly Linear second = Linear(8, 3);

    public Silent()
        : base(nameof(Silent)) => RegisterComponents();

    public override Tensor forward(Tensor x) => second.forward(first.call(x).relu());
}
