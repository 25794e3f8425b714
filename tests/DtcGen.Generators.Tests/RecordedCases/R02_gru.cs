// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(8, 5);
    private readonly Linear start = Linear(8, 3);
    private readonly GRU deep = GRU(5, 3, numLayers: 2, bidirectional: true);
    private readonly GRU bare = GRU(6, 3, bias: false, batchFirst: true);
    private readonly Linear leave = Linear(3, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var state = torch.stack([start.call(x[.., 0]), start.call(x[.., 1]), start.call(x[.., 2]), start.call(x[.., 3])]);
        var (first, h) = deep.call(enter.call(x).transpose(0, 1), state);
        var (second, hn) = bare.call(first.transpose(0, 1));
        return leave.call(second + hn.transpose(0, 1)) + h[1].sum(-1, keepdim: true).unsqueeze(1);
    }
}
