// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(8, 5);
    private readonly LSTMCell lstm = LSTMCell(5, 4);
    private readonly GRUCell gru = GRUCell(4, 3);
    private readonly GRUCell bare = GRUCell(3, 3, bias: false);
    private readonly RNNCell tanh = RNNCell(3, 3);
    private readonly RNNCell relu = RNNCell(3, 6, nonLinearity: NonLinearities.ReLU);
    private readonly Linear leave = Linear(6, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var steps = enter.call(x);
        var (h, c) = (torch.zeros(x.shape[0], 4), torch.ones(x.shape[0], 4));
        Tensor? state = null;
        Tensor? last = null;
        for (var i = 0; i < x.shape[1]; i++)
        {
            (h, c) = lstm.call(steps[.., i], (h, c));
            state = bare.call(gru.call(h + c, state), state);
            last = relu.call(tanh.call(state, state), last);
        }

        return leave.call(last!);
    }
}
