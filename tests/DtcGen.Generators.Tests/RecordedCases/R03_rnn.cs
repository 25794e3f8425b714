// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(8, 5);
    private readonly Linear start = Linear(8, 4);
    private readonly RNN relu = RNN(5, 4, numLayers: 2, nonLinearity: NonLinearities.ReLU, bidirectional: true);
    private readonly RNN tanh = RNN(8, 4, batchFirst: true);
    private readonly RNN bare = RNN(4, 3, nonLinearity: NonLinearities.ReLU, bias: false, batchFirst: true);
    private readonly Linear leave = Linear(3, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (first, h) = relu.call(enter.call(x).transpose(0, 1));
        var (second, hn) = tanh.call(first.transpose(0, 1), start.call(x.mean([1])).unsqueeze(0));
        var (third, _) = bare.call(second + hn.transpose(0, 1));
        var (again, _) = bare.call(second);
        return leave.call(third - again * 0.5) + (h[1] - h[2] * 2).mean([-1], keepdim: true).unsqueeze(1);
    }
}
