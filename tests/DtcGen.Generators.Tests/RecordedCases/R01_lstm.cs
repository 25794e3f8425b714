// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(8, 5);
    private readonly Linear start = Linear(8, 3);
    private readonly LSTM deep = LSTM(5, 3, numLayers: 2, bidirectional: true);
    private readonly LSTM bare = LSTM(6, 4, numLayers: 3, bias: false, batchFirst: true);
    private readonly LSTM given = LSTM(4, 3, batchFirst: true, dropout: 0.5);
    private readonly Linear leave = Linear(3, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (first, h, c) = deep.call(enter.call(x).transpose(0, 1));
        var (second, hn, cn) = bare.call(first.transpose(0, 1));
        var state = (start.call(x.select(1, 0)).unsqueeze(0), torch.tanh(start.call(x.select(1, 1))).unsqueeze(0));
        var third = given.call(second, state);
        var ends = torch.cat([h, c * 2], 0).mean([0, 2]) + torch.cat([hn[1], cn[0] * 3, hn[2]], 1).mean([1]);
        return leave.call(third.Item1 + third.Item2.transpose(0, 1) * third.Item3.transpose(0, 1)) + ends.unsqueeze(1).unsqueeze(1);
    }
}
