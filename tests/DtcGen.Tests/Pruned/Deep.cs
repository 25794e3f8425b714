using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>A model that is recorded.</summary>
[DualTomographic]
public sealed partial class Deep : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> hidden = ModuleList<Linear>();
    private readonly Linear leave = Linear(8, 3);

    public Deep(int depth)
        : base(nameof(Deep))
    {
        for (var i = 0; i < depth; i++)
        {
            hidden.Add(Linear(i == 0 ? 5 : 8, 8));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        for (var i = 0; i < hidden.Count; i++)
        {
            x = functional.relu(hidden[i].call(x));
        }

        return leave.call(x);
    }
}
